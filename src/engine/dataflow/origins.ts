// Where taint comes from: the origin that a match of a source is.
import type { Match } from "../patterns/match";
import type { FlowDocument } from "./flow-document";
import type { SourceSpec } from "./specification";
import type { Origin, RuleMask } from "./taints";

/** The origin that a match of a source is, made once. */
export function sourceOrigin(
  document: FlowDocument,
  match: Match,
  spec: SourceSpec,
  rule: RuleMask,
  assumed = false,
): Origin {
  const { label, control } = spec;
  const origin = document.origins.make(`${match.start} ${match.end} ${label} ${control} ${assumed}`, {
    label,
    control,
    assumed,
  });
  const known = origin.matches.get(rule) ?? [];
  if (!known.includes(match)) origin.matches = new Map([...origin.matches, [rule, [...known, match]]]);
  return origin;
}

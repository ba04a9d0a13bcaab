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
  const origin = document.layout.origins.make(`${match.start} ${match.end} ${label} ${control} ${assumed}`, {
    label,
    control,
    assumed,
  });
  const known = origin.matches.get(rule);
  if (!known) origin.matches.set(rule, match);
  else if (known !== match) note(origin.others, rule, match);
  return origin;
}

function note(others: Map<RuleMask, Match[]>, rule: RuleMask, match: Match): void {
  const list = others.get(rule);
  if (!list) others.set(rule, [match]);
  else if (!list.includes(match)) list.push(match);
}

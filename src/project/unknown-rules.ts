// A rule that a configuration names but nobody knows: a typing mistake, mostly, that would otherwise go unnoticed.
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { ruleIdMatches } from "./configuration";
import type { ConfigurationProblem } from "./shape";

/** Places in a `.caveat.yml` that name no rule of `ids` (which hold former ids too). Never throws. */
export function unknownRules(text: string, ids: readonly string[]): ConfigurationProblem[] {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) {
    return [];
  }
  const rules = document.contents.get("rules", true);
  const suppressions: unknown = document.contents.get("suppressions", true);
  const named = [
    ...(isMap(rules) ? rules.items.map(({ key }) => key) : []),
    ...(isSeq(suppressions)
      ? suppressions.items.map((item) => (isMap(item) ? item.get("rule", true) : undefined))
      : []),
  ];
  return named.flatMap((node) => {
    const name = isScalar(node) && typeof node.value === "string" ? node.value : undefined;
    if (name === undefined || ids.some((id) => ruleIdMatches(name, id))) {
      return [];
    }
    const [start, end] = (isScalar(node) ? node.range : undefined) ?? [0, 0];
    return [{ message: `There is no rule ${name}.`, range: { start, end } }];
  });
}

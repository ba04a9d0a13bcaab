// Sanitizers that are switches (`caveat_switch`): `cookie.setSecure(secure)` does nothing where that is known to be false.
import { Kind } from "../tree/kinds";
import type { FlowDocument } from "./flow-document";
import type { SanitizerMark } from "./marks";
import type { Program } from "./program";
import { truthOf } from "./truths";
import type { Unit } from "./unit";

/** The row that says whether a sanitizer is on; -1 where nothing does. */
function switchOf(program: Program, { rule, match }: SanitizerMark): number {
  const name = program.rules.find((each) => each.rule === rule)?.options.caveat_switch;
  return name ? (match.bindings.get(name)?.row ?? -1) : -1;
}

/** Whether a sanitizer is known to be switched off. */
export function isOff(unit: Unit, mark: SanitizerMark): boolean {
  const row = switchOf(unit.program, mark);
  return (
    row >= 0 &&
    truthOf(
      unit,
      unit.aside(() => unit.value(row)),
    ) === false
  );
}

/** Names in a function by which sanitizers are switched. */
export function switchNames(program: Program, document: FlowDocument, fn: number): ReadonlySet<string> {
  const names = new Set<string>();
  if (program.rules.every(({ options }) => options.caveat_switch === "")) return names;
  const { marks, tree } = document;
  for (const row of marks.between(fn, fn + tree.size[fn]!)) {
    for (const mark of marks.at(row)!.sanitizers) {
      const at = switchOf(program, mark);
      if (at >= 0 && tree.kind[at] === Kind.Identifier) names.add(document.textOf(at));
    }
  }
  return names;
}

// Conditions that hold for all elements of something, or for some: `all(c in LETTERS for c in name)`, `HOSTS.some((h) => …)`.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { assign } from "./assignments";
import { checkReferred } from "./callbacks";
import type { Called } from "./calls";
import { elementOf } from "./collections";
import { assume, checked, cleanOrigins } from "./guards";
import { refusedSome } from "./refusals";
import type { RuleMask } from "./taints";
import type { Unit } from "./unit";

/** What is said of each element: under which name, of what. */
export interface Said {
  readonly element: number;
  readonly of: number;
  readonly condition: number;
}

/** Goes on as where it is known whether a condition holds for all elements, for some, or for none. */
export function assumeQuantified(unit: Unit, called: Called, which: "all" | "some" | "none", holds: boolean): void {
  const forSome = which === "none" ? !holds : which === "some" && holds;
  if (which === "all" ? holds : forSome) assumeForAll(unit, called, which === "all" ? "all" : "some");
  else if (which !== "all") refusedSome(unit, called);
}

/** `LIST.stream().anyMatch(text::equals)`: the text is one of them. */
function referredEqual({ document }: Unit, { arguments: [given] }: Called): number {
  const { tree } = document;
  const object = given ? childIn(tree, given.row, Role.Object) : -1;
  const name = given ? childIn(tree, given.row, Role.Property) : -1;
  const isEqual =
    object >= 0 && name >= 0 && tree.kind[given!.row] !== Kind.Member && /^equals/.test(document.textOf(name));
  return isEqual ? object : -1;
}

/** Goes on as where a condition holds for all elements, which makes what they are of harmless, or for one of them. */
function assumeForAll(unit: Unit, called: Called, which: "all" | "some"): void {
  const equal = which === "some" ? referredEqual(unit, called) : -1;
  if (equal >= 0)
    checked(unit, { kind: "membership", value: 0 }, equal, childIn(unit.document.tree, called.callee, Role.Object));
  const said = saidBy(unit, called);
  const whole = said?.of ?? (called.callee < 0 ? -1 : childIn(unit.document.tree, called.callee, Role.Object));
  const isCharacters = whole >= 0 && unit.document.tree.kind[whole] === Kind.Call;
  if (!said) {
    const given = called.arguments[0]?.row ?? -1;
    if (which === "all" && isCharacters && given >= 0) cleanOrigins(unit, whole, checkReferred(unit, given));
    return;
  }
  const { element, of, condition } = said;
  const { document } = unit;
  const bind = (): void => {
    const all = unit.value(of);
    assign(unit, element, elementOf(unit, all), -1);
  };
  if (which === "some") {
    unit.aside(bind);
    const first = firstOf(unit, of);
    if (first >= 0)
      assign(
        unit,
        element,
        unit.aside(() => unit.value(first)),
        -1,
      );
    assume(unit, condition, true);
    return;
  }
  const rules = unit.aside((): RuleMask => {
    bind();
    assume(unit, condition, true);
    return unit.state.get(document.keyOf(element))?.checked ?? 0;
  });
  // `text.chars()`: what is true of all of them is so of the text.
  if (isCharacters) cleanOrigins(unit, of, rules);
  else unit.cleanPlace(of, rules);
}

/** What a call says of each element of something. */
export function saidBy(unit: Unit, called: Called): Said | undefined {
  const { tree } = unit.document;
  const given = called.arguments[0]?.row ?? -1;
  if (given < 0) return undefined;
  if (tree.kind[given] === Kind.Comprehension) {
    const [clause, ...others] = childrenIn(tree, given, Role.Clause);
    const [condition] = childrenIn(tree, given, Role.Element);
    if (clause === undefined || others.length > 0 || condition === undefined) return undefined;
    return named(unit, childIn(tree, clause, Role.Target), childIn(tree, clause, Role.Iterable), condition);
  }
  if (tree.kind[given] !== Kind.Lambda || !called.receiver) return undefined;
  const [parameter] = childrenIn(tree, given, Role.Parameter);
  const condition = resultOf(unit, given);
  if (parameter === undefined || condition < 0) return undefined;
  return named(unit, childIn(tree, parameter, Role.Target), childIn(tree, called.callee, Role.Object), condition);
}

function named({ document: { tree } }: Unit, element: number, of: number, condition: number): Said | undefined {
  return element >= 0 && of >= 0 && tree.kind[element] === Kind.Name ? { element, of, condition } : undefined;
}

/** The expression that a lambda without further statements gives; -1 for others. */
function resultOf({ document: { tree } }: Unit, lambda: number): number {
  const body = childIn(tree, lambda, Role.Body);
  if (body < 0) return -1;
  const [only, ...others] = childrenIn(tree, body);
  const kind = tree.kind[body];
  if (kind === Kind.ImplicitReturn) return only ?? -1;
  if (kind !== Kind.Block) return body;
  if (only === undefined || others.length > 0 || tree.kind[only] !== Kind.Return) return -1;
  return childIn(tree, only, Role.Value);
}

/** The first element of a list that is written out, which stands for the others. */
function firstOf({ document: { tree, semantics } }: Unit, row: number): number {
  const made = tree.kind[row] === Kind.Identifier ? semantics.initialiserOf(row) : row;
  if (made < 0 || (tree.kind[made] !== Kind.Array && tree.kind[made] !== Kind.Tuple)) return -1;
  return childrenIn(tree, made)[0] ?? -1;
}

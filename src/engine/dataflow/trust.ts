// Whose parameters are trusted: those of a function that something else in its file calls.
import type { Match } from "../patterns/match";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName } from "./classes";
import type { FlowDocument } from "./flow-document";
import { DEFAULT_LABEL } from "./labels";
import type { RoundRule } from "./marks";
import { sourceOrigin } from "./origins";
import { type RuleMask, type Taints, unite } from "./taints";

/**
 * Whether the parameters of a function are what its file hands over: something in the file calls it, other than itself and
 * what it calls in its turn, and it is no method that is offered to other files.
 */
export function isCalled(document: FlowDocument, row: number): boolean {
  return calledFromOutside(document, row, new Set([row]));
}

/** Whether a function is called: a lambda by its name, or what it stands in. */
export function isCalledAround(document: FlowDocument, row: number): boolean {
  const { tree } = document;
  for (let around = row; around > 0; around = tree.parent[around]!) {
    const kind = tree.kind[around];
    if ((kind === Kind.Function || kind === Kind.Lambda) && isCalled(document, around)) return true;
    if (kind === Kind.Function) return false;
  }
  return false;
}

function calledFromOutside(document: FlowDocument, row: number, seen: Set<number>): boolean {
  return callersOf(document, row).some((caller) => {
    if (seen.has(caller)) return false;
    seen.add(caller);
    if (caller === 0) return true;
    return callersOf(document, caller).length === 0 || calledFromOutside(document, caller, seen);
  });
}

/** The functions of the file that call one by its name; 0 for the statements of the file. */
function callersOf(document: FlowDocument, row: number): readonly number[] {
  const { tree } = document;
  const name = document.nameOf(nameOf(document, row));
  const method = isMethod(document, row);
  return (document.callsNamed(name) ?? []).flatMap((call) => {
    const callee = childIn(tree, call, Role.Callee);
    // `a.f()` calls a method; a function of the file is called by its name alone.
    const calls = tree.kind[callee] === Kind.Member ? method && isOwn(document, callee) : true;
    return calls ? [functionAround(document, call)] : [];
  });
}

/** The name by which a function is called: its own, or that of what a lambda is given to. */
function nameOf({ tree }: FlowDocument, row: number): number {
  if (tree.kind[row] !== Kind.Lambda) return childIn(tree, row, Role.Name);
  const target = childIn(tree, tree.parent[row]!, Role.Target);
  return target >= 0 && tree.kind[target] === Kind.Member ? childIn(tree, target, Role.Property) : target;
}

function isMethod(document: FlowDocument, row: number): boolean {
  const [first] = childrenIn(document.tree, row, Role.Parameter);
  return document.tree.role[row] === Role.Member || (first !== undefined && document.textOf(first) === "receiver");
}

/** The function that a row stands in, whatever lambdas are around it; 0 for none. */
function functionAround({ tree }: FlowDocument, row: number): number {
  let around = row;
  while (around > 0 && tree.kind[around] !== Kind.Function) around = tree.parent[around]!;
  return Math.max(0, around);
}

/** Whether nothing is known of what a function is called with. */
export function isUntrusted(document: FlowDocument, row: number): boolean {
  return (isMethod(document, row) && document.offers(row)) || !isCalled(document, row);
}

/** Whether the object of a method's name may be of a class of the file, as far as the file says. */
function isOwn(document: FlowDocument, callee: number): boolean {
  const { tree, semantics } = document;
  const object = childIn(tree, callee, Role.Object);
  const kind = tree.kind[object];
  if (kind === Kind.Identifier || kind === Kind.Member) {
    if (document.isReceiver(object) || document.definitions.classes.has(lastName(document, object))) return true;
    const type = semantics.typeOf(object);
    if (type) return "row" in type && document.definitions.classes.has(lastName(document, type.row));
    const made = kind === Kind.Identifier ? semantics.initialiserOf(object) : -1;
    return made >= 0 && makesOwn(document, made);
  }
  return makesOwn(document, object);
}

/** `new C()` and `C()` of a class of the file. */
function makesOwn(document: FlowDocument, row: number): boolean {
  const { tree } = document;
  if (tree.kind[row] !== Kind.Call && tree.kind[row] !== Kind.New) return false;
  const callee = childIn(tree, row, Role.Callee);
  if (document.definitions.classes.has(lastName(document, callee))) return true;
  // `C.new`, `C.instance()`
  const maker = tree.kind[callee] === Kind.Member ? childIn(tree, callee, Role.Object) : -1;
  return maker >= 0 && document.definitions.classes.has(lastName(document, maker));
}

/** What an untrusted parameter holds, by the rules that distrust it. */
export function untrustedTaints(
  document: FlowDocument,
  parameter: number,
  rules: readonly RoundRule[],
  mask: RuleMask,
): Taints {
  const name = childIn(document.tree, parameter, Role.Target);
  const at = name < 0 ? parameter : name;
  const { start, end } = { start: document.tree.start[at]!, end: document.tree.end[at]! };
  const match: Match = { start, end, bindings: new Map() };
  return rules
    .filter(({ rule }) => (mask & rule) !== 0)
    .map(({ rule, options: { caveat_strict } }): Taints => {
      const label = typeof caveat_strict === "string" ? caveat_strict : DEFAULT_LABEL;
      const spec = { exact: true, bySideEffect: "no", control: false, label } as const;
      const origin = sourceOrigin(document, match, spec, rule, true);
      return [{ origin, rules: rule, step: { at: document.layout, row: at, kind: "source", previous: undefined } }];
    })
    .reduce(unite, []);
}

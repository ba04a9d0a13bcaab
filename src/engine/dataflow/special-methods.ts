// What a language runs by itself: what an object is called as, what entering it gives, what decorates a function.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { Called } from "./calls";
import type { FlowDocument } from "./flow-document";
import { argumentsFor } from "./summaries";
import type { Unit } from "./unit";
import type { Callable, Value } from "./values";

/** The method of a class that a language calls by a name of its own: `__call__`, `__enter__`. */
export function specialMethod(unit: Unit, name: string | undefined, object: Value): readonly Callable[] {
  const { document, program } = unit;
  if (name === undefined || object.callables) return [];
  const { type } = object.objects ? unit.snapshot(object) : object;
  const infos = type === undefined ? [] : program.classesNamed(document, type);
  return infos.flatMap((info) =>
    program.methodsOf(info, name).map((row) => ({ document: info.document.id, row, receiver: object })),
  );
}

/** The function within another one that this gives by its name; -1 where it gives none. */
function functionGiven(document: FlowDocument, row: number): number {
  const { tree } = document;
  const body = childIn(tree, row, Role.Body);
  const statements = body < 0 ? [] : childrenIn(tree, body);
  const last = statements.at(-1) ?? -1;
  const value = last >= 0 && tree.kind[last] === Kind.Return ? childIn(tree, last, Role.Value) : -1;
  if (value < 0 || tree.kind[value] !== Kind.Identifier) return -1;
  const name = document.textOf(value);
  const isIt = (each: number): boolean =>
    tree.kind[each] === Kind.Function && document.textOf(childIn(tree, each, Role.Name)) === name;
  return statements.find(isIt) ?? -1;
}

/** A function of the file that stands in no other. */
function topFunction(document: FlowDocument, name: number): number {
  if (name < 0 || document.tree.kind[name] !== Kind.Identifier) return -1;
  const rows = document.definitions.functions.get(document.textOf(name)) ?? [];
  return rows.length === 1 ? rows[0]! : -1;
}

const parameterKeys = (document: FlowDocument, row: number) =>
  childrenIn(document.tree, row, Role.Parameter).map((each) =>
    document.keyOf(document.tree.kind[each] === Kind.Parameter ? childIn(document.tree, each, Role.Target) : each),
  );

/** What a call gives of a function that one of the file decorates: what stands around it runs. Undefined for any other. */
export function decorated(unit: Unit, called: Called, row: number): Value | undefined {
  const { document } = unit;
  const { tree } = document;
  const [decorator, ...others] = childrenIn(tree, row, Role.Decorator);
  const by = decorator === undefined || others.length > 0 ? -1 : childIn(tree, decorator, Role.Value);
  if (by < 0) return undefined;
  // Each is a call in the tree, also the one that is written without parentheses.
  const isCall = document.sourceOf(by).endsWith(")");
  const maker = topFunction(document, tree.kind[by] === Kind.Call ? childIn(tree, by, Role.Callee) : by);
  const outer = maker >= 0 && isCall ? functionGiven(document, maker) : maker;
  const around = outer < 0 ? -1 : functionGiven(document, outer);
  if (around < 0 || unit.inlining.includes(around)) return undefined;
  if (isCall) {
    const given = childrenIn(tree, by, Role.Argument);
    for (const [index, key] of parameterKeys(document, maker).entries()) {
      const argument = given[index];
      if (argument !== undefined) unit.state.set(key, unit.value(argument));
    }
  }
  const [key] = parameterKeys(document, outer);
  if (key === undefined) return undefined;
  unit.state.set(key, { taints: [], callables: [{ document: document.id, row }] });
  return unit.inline(around, argumentsFor(unit, called, document, around));
}

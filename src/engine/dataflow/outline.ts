// What other documents need to know of one: its functions by name, what each calls, and for which rules it has sinks.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lambdaName, lastName } from "./classes";
import type { FlowDocument } from "./flow-document";
import { fileNamed, filesRead } from "./settings";
import type { RuleMask } from "./taints";

/** A function of a document; row 0 stands for the whole file. */
export interface OutlinedFunction {
  readonly row: number;
  /** Its name, and that of its class where it makes its objects. */
  readonly names: readonly string[];
  /** The last names of what it calls, or gives to another function to be called. */
  readonly calls: ReadonlySet<string>;
  /** Rules with sinks in it. */
  readonly sinks: RuleMask;
  readonly outline: Outline;
}

/** It follows from the document alone, and is kept when that is not. */
export interface Outline {
  /** The file itself, then its functions in order. */
  readonly functions: readonly OutlinedFunction[];
  /** What may be looked for in other documents. */
  readonly names: ReadonlySet<string>;
  /** Rules of which sources were looked for, and those with some. */
  readonly sources: { asked: RuleMask; found: RuleMask };
}

export function outlineOf(document: FlowDocument): Outline {
  const functions: OutlinedFunction[] = [];
  const outline = { functions, names: foreignNames(document), sources: { asked: 0, found: 0 } };
  const { tree, marks } = document;
  const sinks = [...marks.matches].flatMap(([rule, matches]) => matches.sinks.map(({ match }) => ({ rule, match })));
  const lambdas = document.layout.rows.filter((row, segment) => segment % 2 === 1 && tree.kind[row] === Kind.Lambda);
  const rows = [0, ...document.document.rowsOfKind(Kind.Function), ...lambdas];
  const calls = callsIn(document, rows);
  for (const row of rows) {
    const [start, end] = [tree.start[row]!, tree.end[row]!];
    const own = sinks.filter(({ match }) => row === 0 || (match.start < end && start < match.end));
    const mask = own.reduce((found, { rule }) => found | rule, 0);
    functions.push({ row, names: namesOf(document, row), calls: calls.get(row)!, sinks: mask, outline });
  }
  return outline;
}

function namesOf(document: FlowDocument, fn: number): readonly string[] {
  const { tree } = document;
  if (fn === 0) return [];
  if (tree.kind[fn] === Kind.Lambda) return [lambdaName(document, fn)];
  const name = document.nameOf(childIn(tree, fn, Role.Name));
  const owner = tree.role[fn] === Role.Member ? document.nameOf(childIn(tree, tree.parent[fn]!, Role.Name)) : "";
  return [name, owner].filter((each) => each !== "");
}

/** By row of a function: what is called in it. */
function callsIn(document: FlowDocument, functions: readonly number[]): ReadonlyMap<number, ReadonlySet<string>> {
  const { tree } = document;
  const calls = new Map(functions.map((row) => [row, new Set<string>()]));
  for (const call of [Kind.Call, Kind.New].flatMap((kind) => [...document.document.rowsOfKind(kind)])) {
    const given = childrenIn(tree, call, Role.Argument).filter((row) => isNamed(document, row));
    const all = [childIn(tree, call, Role.Callee), ...given].map((row) => lastName(document, row));
    const names = all.filter((name) => name !== "");
    for (let at = call; at >= 0; at = tree.parent[at]!) {
      const known = calls.get(at);
      if (known) for (const name of names) known.add(name);
    }
  }
  return calls;
}

const isNamed = ({ tree }: FlowDocument, row: number): boolean =>
  tree.kind[row] === Kind.Identifier || tree.kind[row] === Kind.Member;

/** Names that the document does not define itself, where they may be those of functions, classes or what these hold. */
function foreignNames(document: FlowDocument): ReadonlySet<string> {
  const { tree, semantics } = document;
  const names = new Set<string>();
  for (const row of document.document.rowsOfKind(Kind.Identifier)) {
    const path = semantics.canonicalPath(row);
    if (path) for (const name of path.slice(-2)) names.add(name);
    if (path || semantics.declarationOf(row) < 0) names.add(document.nameOf(row));
  }
  for (const row of document.document.rowsOfKind(Kind.Name)) {
    if (mayBeForeign(document, row)) names.add(document.nameOf(row));
  }
  for (const row of document.document.rowsOfKind(Kind.Class)) {
    const parents = [...childrenIn(tree, row, Role.Parent), ...childrenIn(tree, row, Role.Implements)];
    for (const parent of parents) names.add(lastName(document, parent));
  }
  for (const file of filesRead(document)) names.add(fileNamed(file));
  names.delete("");
  return names;
}

/** Of a name that is no expression: whether it is called, looked into, imported, or a type, and is not defined there. */
function mayBeForeign({ tree }: FlowDocument, row: number): boolean {
  const around = tree.parent[row]!;
  switch (tree.role[row]) {
    case Role.Property:
      return tree.role[around] === Role.Callee || tree.role[around] === Role.Object;
    case Role.Name:
      return tree.kind[around] === Kind.ImportSpecifier;
    case Role.Key:
    case Role.Target:
      return false;
    default:
      return true;
  }
}

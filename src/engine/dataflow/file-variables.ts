// Variables of the file to which its functions give values: what one function leaves there, the others find.
import type { MatchDocument } from "../patterns/document";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";
import type { FlowDocument } from "./flow-document";

export interface FileVariables {
  /** Their names, by the rows that declare them. */
  readonly names: ReadonlyMap<number, string>;
  /** Segments of the functions that give them values. */
  readonly writers: ReadonlySet<number>;
}

/** Found once for a text, whatever rules follow it. */
export function fileVariables(document: FlowDocument): FileVariables {
  let variables = known.get(document.document);
  if (!variables) {
    variables = find(document);
    known.set(document.document, variables);
  }
  return variables;
}

const known = new WeakMap<MatchDocument, FileVariables>();

function find(document: FlowDocument): FileVariables {
  const { tree, layout, semantics } = document;
  const names = new Map<number, string>();
  const writers = new Set<number>();
  for (const row of document.document.rowsOfKind(Kind.Identifier)) {
    if (writerOf(tree, row) < 0) continue;
    const segment = layout.segmentOf(row);
    if (!layout.isFunction(segment)) continue;
    const declaration = semantics.declarationOf(row);
    if (declaration < 0 || layout.isFunction(layout.segmentOf(declaration)) || document.isField(row)) continue;
    names.set(declaration, document.textOf(row));
    writers.add(segment);
  }
  return { names, writers };
}

/** The row of the assignment of which a row is the target, or a part of it; -1 for what is read alone. */
export function writerOf(tree: Tree, row: number): number {
  for (let at = row, depth = 0; at > 0 && depth < DEEPEST_TARGET; at = tree.parent[at]!, depth++) {
    const isUpdated = tree.role[at] === Role.Operand && tree.kind[tree.parent[at]!] === Kind.Update;
    if (tree.role[at] === Role.Target || isUpdated) return tree.parent[at]!;
  }
  return -1;
}

/** `[{ a: x }] = …`. */
const DEEPEST_TARGET = 6;

/** Whether functions of a file give a variable other values than the one that it has from its declaration. */
export function writtenLater(document: FlowDocument, value: number): boolean {
  const name = childIn(document.tree, document.tree.parent[value]!, Role.Target);
  return fileVariables(document).names.has(document.semantics.declarationOf(name));
}

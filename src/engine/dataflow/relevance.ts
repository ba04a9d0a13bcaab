// Which functions are worth a walk: those with a sink in them, and those that call one of these by its name.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { lambdaName, lastName } from "./classes";
import type { FlowDocument, Program } from "./program";

/** Files that are looked at from one, at most, the nearest first. */
const MOST_REACHED = 50;

/** A function of a document; row 0 stands for the statements of the file. */
interface Outline {
  readonly row: number;
  /** Its name, and that of its class where it makes its objects. */
  readonly names: readonly string[];
  readonly hasSink: boolean;
  /** The last names of what it calls. */
  readonly calls: ReadonlySet<string>;
}

/** What may be met on the way from a document, in itself and in those that it leads to. */
export interface Relevance {
  readonly sinks: boolean;
  readonly sources: boolean;
  /** Rows of its functions from which a sink may be reached. */
  readonly rows: ReadonlySet<number>;
}

/** Looks at a document and at what its calls may lead to. */
export function relevanceOf(program: Program, document: FlowDocument): Relevance {
  const reached = reachedFrom(program, document);
  const sinks = reached.some(({ marks }) => marks.hasSinks);
  const sources = reached.some(({ marks }) => marks.hasSources);
  return { sinks, sources, rows: sinks ? rowsLeadingToSinks(document, reached) : new Set() };
}

function reachedFrom(program: Program, document: FlowDocument): readonly FlowDocument[] {
  const found = new Set([document]);
  for (const each of found) {
    for (const other of program.neighbours(each, namesIn(each))) {
      found.add(other);
      if (found.size >= MOST_REACHED) return [...found];
    }
  }
  return [...found];
}

/** By names alone: more than may happen, and never less. */
function rowsLeadingToSinks(document: FlowDocument, reached: readonly FlowDocument[]): ReadonlySet<number> {
  const waiting = new Set(reached.flatMap(outlineOf));
  const names = new Set<string>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const fn of waiting) {
      if (!fn.hasSink && ![...fn.calls].some((name) => names.has(name))) continue;
      waiting.delete(fn);
      changed = true;
      for (const name of fn.names) names.add(name);
    }
  }
  return new Set(
    outlineOf(document)
      .filter((fn) => !waiting.has(fn))
      .map(({ row }) => row),
  );
}

/** The functions of a document, found once. */
function outlineOf(document: FlowDocument): readonly Outline[] {
  const known = outlines.get(document);
  if (known) return known;
  const { tree, marks } = document;
  const sinks = marks.rows.filter((row) => (marks.at(row)?.sinks.length ?? 0) > 0);
  const calls = [Kind.Call, Kind.New].flatMap((kind) =>
    [...document.document.rowsOfKind(kind)].map((row) => ({
      row,
      name: lastName(document, childIn(tree, row, Role.Callee)),
    })),
  );
  const lambdas = document.layout.rows.filter((row, segment) => segment % 2 === 1 && tree.kind[row] === Kind.Lambda);
  const made = [0, ...document.document.rowsOfKind(Kind.Function), ...lambdas].map((row): Outline => {
    const isWithin = (other: number): boolean => other >= row && other < row + tree.size[row]!;
    return {
      row,
      names: namesOf(document, row),
      hasSink: sinks.some(isWithin),
      calls: new Set(calls.filter((call) => isWithin(call.row)).map(({ name }) => name)),
    };
  });
  outlines.set(document, made);
  return made;
}

const outlines = new WeakMap<FlowDocument, readonly Outline[]>();
const namesOfDocuments = new WeakMap<FlowDocument, ReadonlySet<string>>();

function namesOf(document: FlowDocument, fn: number): readonly string[] {
  const { tree } = document;
  if (fn === 0) return [];
  if (tree.kind[fn] === Kind.Lambda) return [lambdaName(document, fn)];
  const name = document.nameOf(childIn(tree, fn, Role.Name));
  const owner = tree.role[fn] === Role.Member ? document.nameOf(childIn(tree, tree.parent[fn]!, Role.Name)) : "";
  return owner === "" ? [name] : [name, owner];
}

/** Every name in a document. */
function namesIn(document: FlowDocument): ReadonlySet<string> {
  let known = namesOfDocuments.get(document);
  if (!known) {
    const rows = [Kind.Identifier, Kind.Name].flatMap((kind) => [...document.document.rowsOfKind(kind)]);
    known = new Set(rows.map((row) => document.nameOf(row)));
    namesOfDocuments.set(document, known);
  }
  return known;
}

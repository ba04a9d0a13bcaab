// Which functions are worth a walk: those with a sink in them, and those that call one of these by its name.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { lastName } from "./classes";
import type { FlowDocument, Program } from "./program";

/** Documents that are looked into on the way from one, the nearest first: of a large program most lead to most others. */
const MOST_REACHED = 50;

/** What a document and those that it leads to have. */
export interface Reach {
  readonly sinks: boolean;
  readonly sources: boolean;
}

interface Call {
  readonly row: number;
  readonly name: string;
}

export class Relevance {
  private readonly known = new Map<
    number,
    { readonly names: ReadonlySet<string>; readonly rows: ReadonlySet<number> }
  >();

  private reached: ReadonlySet<FlowDocument> = new Set();

  constructor(private readonly program: Program) {}

  /** What may be met on the way from a document: in itself, and in the files that define what it calls. */
  reach(document: FlowDocument): Reach {
    let sinks = false;
    let sources = false;
    this.reached = this.reachable(document);
    for (const each of this.reached) {
      sinks ||= each.marks.hasSinks;
      sources ||= each.marks.hasSources;
    }
    return { sinks, sources };
  }

  /** Rows of functions from which a sink may be reached; 0 stands for the statements of the file. */
  rowsOf(document: FlowDocument): ReadonlySet<number> {
    return this.of(document).rows;
  }

  /** The document, and those that calls may lead to, at any distance. */
  private reachable(document: FlowDocument): ReadonlySet<FlowDocument> {
    const found = new Set([document]);
    for (const each of found) {
      for (const name of new Set(callsIn(each).map((call) => call.name))) {
        for (const other of this.program.imported(each, name)) {
          found.add(other);
          if (found.size >= MOST_REACHED) return found;
        }
      }
    }
    return found;
  }

  /** Documents that define something which a document names. */
  private next(document: FlowDocument): ReadonlySet<FlowDocument> {
    const found = new Set<FlowDocument>();
    for (const name of namesIn(document)) for (const other of this.program.imported(document, name)) found.add(other);
    found.delete(document);
    return found;
  }

  private of(document: FlowDocument) {
    let known = this.known.get(document.id);
    if (!known) {
      // Files that lead to each other: what is not known yet is nothing.
      this.known.set(document.id, { names: new Set(), rows: new Set() });
      known = this.compute(document);
      this.known.set(document.id, known);
    }
    return known;
  }

  private compute(document: FlowDocument) {
    const { tree, marks } = document;
    const calls = callsIn(document);
    const functions = [...document.document.rowsOfKind(Kind.Function), 0].sort((a, b) => a - b);
    const rows = new Set<number>();
    const names = new Set<string>();
    const elsewhere = [...this.next(document)].map((other) => this.of(other).names);
    const reached = new Set(calls.map(({ name }) => name).filter((name) => elsewhere.some((known) => known.has(name))));
    const sinks = marks.rows.filter((row) => (marks.at(row)?.sinks.length ?? 0) > 0);
    const isWithin = (row: number, fn: number): boolean => row >= fn && row < fn + tree.size[fn]!;
    const add = (fn: number): boolean => {
      if (rows.has(fn)) return false;
      rows.add(fn);
      for (const name of namesOf(document, fn)) names.add(name);
      return true;
    };
    for (const fn of functions) if (sinks.some((row) => isWithin(row, fn))) add(fn);
    for (let changed = true; changed; ) {
      changed = false;
      const lead = calls.filter(({ name }) => names.has(name) || reached.has(name));
      for (const fn of functions)
        if (!rows.has(fn) && lead.some(({ row }) => isWithin(row, fn))) changed = add(fn) || changed;
    }
    return { names, rows };
  }
}

/** What a function is called: its name, and that of its class where it makes its objects. */
function namesOf(document: FlowDocument, fn: number): readonly string[] {
  const { tree } = document;
  if (fn === 0) return [];
  const name = document.textOf(childIn(tree, fn, Role.Name));
  const owner = tree.role[fn] === Role.Member ? document.textOf(childIn(tree, tree.parent[fn]!, Role.Name)) : "";
  return owner === "" ? [name] : [name, owner];
}

/** Every name in a document. */
function namesIn(document: FlowDocument): ReadonlySet<string> {
  document.names ??= new Set(
    [Kind.Identifier, Kind.Name].flatMap((kind) =>
      [...document.document.rowsOfKind(kind)].map((row) => document.nameOf(row)),
    ),
  );
  return document.names;
}

/** The calls of a document by the last name of what they call. */
function callsIn(document: FlowDocument): readonly Call[] {
  document.calls ??= [Kind.Call, Kind.New].flatMap((kind) =>
    [...document.document.rowsOfKind(kind)].map((row) => ({
      row,
      name: lastName(document, childIn(document.tree, row, Role.Callee)),
    })),
  );
  return document.calls;
}

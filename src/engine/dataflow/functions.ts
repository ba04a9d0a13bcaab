// The functions of a document, and the walk over each: parameters, body, what is defined in it.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { assign } from "./assignments";
import type { ClassInfo } from "./classes";
import { fileVariables } from "./file-variables";
import type { Reached } from "./heap";
import { throughFields, throughFile } from "./left-behind";
import type { FlowDocument, Program } from "./program";
import { strangersFor } from "./registered";
import type { Relevance } from "./relevance";
import { type Key, State } from "./state";
import type { Summary } from "./summaries";
import { Unit } from "./unit";
import { allTaints, NOT_GIVEN, NOTHING, type Value } from "./values";

/** Walks a document as Semgrep does: each function by itself. Gives the units in the order of their walk; stops between them. */
export function* walkAlone(program: Program, document: FlowDocument): Generator<void, Unit[]> {
  const units: Unit[] = [];
  const globals = globalsOf(program, document);
  const { tree } = document;
  const walk = (row: number, entry: State): void => {
    const unit = new Unit(program, document, row, entry, globals);
    units.push(unit);
    walkUnit(unit);
    if (!document.closures) return;
    for (const inner of unit.defined) walk(inner, unit.after());
  };
  walk(0, new State());
  for (let row = 1; row < tree.length; row++) {
    const kind = tree.kind[row];
    if (kind === Kind.Class) {
      const unit = new Unit(program, document, row, new State(), globals);
      units.push(unit);
      for (const member of childrenIn(tree, row, Role.Member)) if (tree.kind[member] === Kind.Field) unit.value(member);
      finish(unit);
    } else if (kind === Kind.Function && !units.some((unit) => unit.row === row)) {
      yield;
      walk(row, new State());
    }
  }
  return units;
}

/**
 * Walks a document with all that its functions call: what reaches sinks on the way through several. Stops after each
 * function that was walked, and not taken for what it was before.
 */
export function* walkTogether(
  program: Program,
  document: FlowDocument,
  { rows }: Pick<Relevance, "rows">,
): Generator<void, Reached[]> {
  const classes = new Set([...rows].map((row) => document.definitions.classAround(row)));
  // What other methods leave in the fields of a class counts where one of its methods leads to a sink.
  const leavesInFields = (row: number): boolean => {
    const info = document.definitions.classAround(row);
    return info !== undefined && classes.has(info) && (document.marks.hasSources || program.strict);
  };
  const { writers } = fileVariables(document);
  const leaves = (row: number): boolean => document.marks.hasSources && writers.has(document.layout.segmentOf(row));
  const top = program.top(document);
  const reached: Reached[] = [...top.reached];
  const fields = new Map<ClassInfo, Summary[]>();
  const all: Summary[] = [];
  for (const row of [...document.outerFunctions, ...top.lambdas]) {
    const { walked } = program;
    const summary = rows.has(row) || leavesInFields(row) || leaves(row) ? program.summary(document, row) : undefined;
    if (program.walked !== walked) yield;
    if (!summary) continue;
    all.push(summary);
    reached.push(...summary.reached);
    const info = document.definitions.classAround(row);
    const methods = info && fields.get(info);
    if (methods) methods.push(summary);
    else if (info) fields.set(info, [summary]);
  }
  for (const [info, methods] of fields) reached.push(...throughFields(program, info, methods));
  if (writers.size > 0) reached.push(...throughFile(program, document, all));
  return reached;
}

/** Runs the body of a unit: a function, or the statements of the file. */
export function walkUnit(unit: Unit): void {
  const { document, row } = unit;
  const { tree } = document;
  if (row === 0) for (const statement of childrenIn(tree, 0)) unit.value(statement);
  else {
    bindParameters(unit, row, []);
    runBody(unit, row);
  }
  finish(unit);
}

/** Gives parameters what they are called with; without an argument, their default. */
export function bindParameters(unit: Unit, row: number, given: readonly Value[], rows?: readonly number[]): void {
  const { document, extended } = unit;
  const { tree } = document;
  for (const [index, parameter] of (rows ?? childrenIn(tree, row, Role.Parameter)).entries()) {
    const target = tree.kind[parameter] === Kind.Parameter ? childIn(tree, parameter, Role.Target) : parameter;
    const fallback = childIn(tree, parameter, Role.Default);
    const isRest = document.textOf(parameter) !== "" && tree.kind[parameter] === Kind.Parameter;
    if (target < 0 || (!extended && (tree.kind[target] === Kind.Array || isRest))) continue;
    const handed = given[index] === NOT_GIVEN ? undefined : given[index];
    const value = handed ?? (fallback < 0 ? NOTHING : unit.value(fallback));
    assign(unit, target, unit.declared(parameter, value), -1, true);
  }
}

/** Runs the body of a function or lambda where the state is. */
export function runBody(unit: Unit, row: number): void {
  const { document } = unit;
  const { tree } = document;
  for (const body of childrenIn(tree, row, Role.Body)) {
    const value = unit.value(body);
    // A lambda without a block gives its expression, in every language.
    const gives = document.returnsLast(row) || (tree.kind[row] === Kind.Lambda && tree.kind[body] !== Kind.Block);
    if (gives && tree.kind[body] !== Kind.ImplicitReturn && unit.state.live) {
      const isStatement = tree.kind[body] === Kind.ExpressionStatement;
      unit.return(value, isStatement ? childIn(tree, body, Role.Value) : body);
    }
  }
}

/** Whether an inner function leaves the one around it by itself, and not as an argument of a call. */
const isHandedOut = ({ tree }: FlowDocument, row: number): boolean =>
  tree.role[row] !== Role.Argument && tree.kind[tree.parent[row]!] !== Kind.Argument;

/** What was not called runs at the end. */
export function finish(unit: Unit): void {
  const { live } = unit.state;
  unit.state.live = true;
  runUncalled(unit, 0);
  // Functions in a function are a part of it; those of the file stand for themselves.
  if (unit.extended && unit.row !== 0) {
    for (const row of unit.defined) if (!unit.lambdas.get(row)) unit.inline(row, strangersFor(unit, row));
  }
  unit.state.live = live;
}

/** Lambdas that nothing has called, each by itself in Semgrep; those that it makes in its turn belong to it. */
function runUncalled(unit: Unit, from: number): void {
  const { state, extended } = unit;
  for (const [row, called] of [...unit.lambdas].slice(from)) {
    if (called || unit.lambdas.get(row) || unit.standsAlone(row)) continue;
    const count = unit.lambdas.size;
    if (!extended) unit.state = state.branch();
    unit.inline(row, isHandedOut(unit.document, row) ? strangersFor(unit, row) : []);
    runUncalled(unit, count);
    unit.state = state;
  }
}

/** Names of the file and fields of classes that hold something from the start: given a value once, with taint in it. */
function globalsOf(program: Program, document: FlowDocument): ReadonlyMap<Key, Value> {
  const { tree, semantics } = document;
  const globals = new Map<Key, Value>();
  let outside = 0;
  for (let row = 1; row < tree.length; row++) {
    const kind = tree.kind[row];
    if (row >= outside && (kind === Kind.Function || kind === Kind.Lambda)) outside = row + tree.size[row]!;
    const name = nameOf(document, row);
    // In functions only fields are given what holds everywhere.
    if (name < 0 || semantics.initialiserOf(name) < 0 || (row < outside && !semantics.isField(name))) continue;
    const unit = new Unit(program, document, row, new State());
    const value = unit.value(semantics.initialiserOf(name));
    if (allTaints(value).length > 0) globals.set(document.keyOf(name), value);
  }
  return globals;
}

/** The name that a declaration gives a value, -1 for other rows. */
function nameOf({ tree }: FlowDocument, row: number): number {
  switch (tree.kind[row]) {
    case Kind.Variable:
      return childIn(tree, row, Role.Target);
    case Kind.Field:
      return childIn(tree, row, Role.Name);
    case Kind.Assign: {
      const target = childIn(tree, row, Role.Target);
      return target >= 0 && tree.kind[target] === Kind.Identifier ? target : -1;
    }
    default:
      return -1;
  }
}

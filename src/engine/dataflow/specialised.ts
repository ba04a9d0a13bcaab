// Functions whose ways hang on what they are called with: a factory that is asked for `"plain"`, a switch over `this`.
// Where a call says which way it is, the function is walked once more for that call alone.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName, parametersOf } from "./classes";
import type { FlowDocument } from "./flow-document";
import type { Program } from "./program";
import { type Summary, summarise, THE_RECEIVER } from "./summaries";
import { switchNames } from "./switches";
import { NOT_GIVEN, type Value } from "./values";

/** A function with more rows is not walked for single calls. */
const LARGEST = 240;

/** Parameters by their place, the receiver among them. */
export interface Deciding {
  /** Of which a condition, an index or a comparison is made. */
  readonly constants: ReadonlySet<number>;
  /** Whose methods are called. */
  readonly objects: ReadonlySet<number>;
  /** The same as a text. */
  readonly text: string;
}

const NONE: Deciding = { constants: new Set(), objects: new Set(), text: "" };
const known = new WeakMap<FlowDocument, Map<number, Deciding>>();

/** The parameters that decide which way a function goes. */
export function decidingIn(document: FlowDocument, row: number): Deciding {
  const { tree } = document;
  if (tree.size[row]! > LARGEST) return NONE;
  const ofDocument = known.get(document) ?? new Map<number, Deciding>();
  known.set(document, ofDocument);
  let deciding = ofDocument.get(row);
  if (!deciding) {
    deciding = decide(document, row);
    ofDocument.set(row, deciding);
  }
  return deciding;
}

function decide(document: FlowDocument, row: number): Deciding {
  const { tree } = document;
  const names = parametersOf(document, row).rows.map((each) => document.textOf(childIn(tree, each, Role.Target)));
  const constants = new Set<number>();
  const objects = new Set<number>();
  for (let at = row + 1; at < row + tree.size[row]!; at++) {
    if (tree.kind[at] !== Kind.Identifier) continue;
    const index = document.isReceiver(at) ? THE_RECEIVER : names.indexOf(document.textOf(at));
    if (index < 0 && index !== THE_RECEIVER) continue;
    if (decides(document, at, row)) constants.add(index);
    if (tree.role[at] === Role.Object && tree.role[tree.parent[at]!] === Role.Callee) objects.add(index);
  }
  return { constants, objects, text: `${[...constants].join()} ${[...objects].join()}` };
}

const DECIDING: ReadonlySet<number> = new Set([Role.Condition, Role.Subject, Role.Index]);
const COMPARING = /^(?:[=!]==?|[<>]=?|&&|\|\||!|not|and|or|in|is|not in|is not)$/;

/** Whether what is done next hangs on a name. */
function decides(document: FlowDocument, name: number, fn: number): boolean {
  const { tree } = document;
  for (let at = name; at > fn; at = tree.parent[at]!) {
    if (DECIDING.has(tree.role[at]!)) return true;
    // What is a source only with some values.
    if (document.marks.at(at)?.sources.some(({ spec }) => spec.values)) return true;
    if (tree.kind[at] === Kind.Binary && COMPARING.test(document.textOf(at))) return true;
    if (tree.role[at] === Role.Body || tree.kind[at] === Kind.Lambda) return false;
  }
  return false;
}

/** What a parameter holds that a call leaves out: of a default that is a constant, that. */
function withDefault(document: FlowDocument, parameter: number): Value {
  const fallback = childIn(document.tree, parameter, Role.Default);
  const constant = fallback < 0 ? undefined : document.constantOf(fallback);
  return constant ? { taints: [], constant } : NOT_GIVEN;
}

/**
 * What a call of a function does with just what it is given; undefined where that says no more than any other call.
 * @param given what stands for the parameters, in their order
 */
export function specialised(
  program: Program,
  document: FlowDocument,
  row: number,
  given: readonly Value[],
  receiver: Value | undefined,
): Summary | undefined {
  const { rows } = parametersOf(document, row);
  const handed = given.map((value, index) => (value === NOT_GIVEN ? withDefault(document, rows[index]!) : value));
  const all = new Map([...handed.entries(), ...(receiver ? [[THE_RECEIVER, receiver] as const] : [])]);
  if (![...all.values()].some((value) => isConstant(value) || value.type !== undefined)) return undefined;
  const { constants, objects } = program.whatDecides(document, row);
  const switches = switchNames(program, document, row);
  const isSwitch = (parameter = -1): boolean =>
    switches.size > 0 && switches.has(document.textOf(childIn(document.tree, parameter, Role.Target)));
  const known = new Map<number, Value>();
  for (const [index, value] of all) {
    if ((constants.has(index) || isSwitch(rows[index])) && isConstant(value)) known.set(index, value);
    else if (index === THE_RECEIVER && objects.has(index) && isBelow(program, document, row, value))
      known.set(index, { taints: [], type: value.type! });
    else if (objects.has(index) && index !== THE_RECEIVER && isOther(program, document, rows[index]!, value))
      known.set(index, value);
  }
  if (known.size === 0) return undefined;
  const key = [...known].map(([index, value]) => keyOf(index, value)).join();
  return program.summaryFor(document, row, key, () => summarise(program, document, row, known));
}

/** All that a walk with a known value looks at. */
const keyOf = (index: number, { constant, type }: Value): string =>
  JSON.stringify([index, type, constant?.type, constant && "value" in constant ? String(constant.value) : ""]);

const isConstant = ({ constant, taints }: Value): boolean => constant !== undefined && taints.length === 0;

/** Whether the object of a method is of another class than the one that it stands in. */
function isBelow(program: Program, document: FlowDocument, row: number, { type }: Value): boolean {
  const own = document.definitions.classAround(row)?.name;
  return type !== undefined && own !== undefined && type !== own && program.classesNamed(document, type).length > 0;
}

/** Whether an object is of another class than its parameter says, and one that the program knows. */
function isOther(program: Program, document: FlowDocument, parameter: number, { type }: Value): boolean {
  if (type === undefined) return false;
  const declared = childrenIn(document.tree, parameter, Role.Type).map((each) => lastName(document, each));
  return !declared.includes(type) && program.classesNamed(document, type).length > 0;
}

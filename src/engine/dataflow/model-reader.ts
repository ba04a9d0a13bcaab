// Reads a data file about a library: what it says is checked where the built-in rules are made, and nowhere later.
import type { LibraryModel } from "./models";

const FILE_KEYS = ["languages", "functions", "methods", "constructors"];
const EFFECT_KEYS = [
  ...[
    "returns",
    "element",
    "elements",
    "keys",
    "append",
    "prepend",
    "put",
    "keeps",
    "insert",
    "remove",
    "clear",
    "addAll",
  ],
  ...[
    "of",
    "taints",
    "builds",
    "calls",
    "runs",
    "folds",
    "undoes",
    "loads",
    "holds",
    "gathers",
    "slices",
    "tuples",
    "removeEqual",
    "setting",
    "leaves",
    "same",
    "type",
    "normalises",
    "checks",
    "views",
    "way",
    "truth",
    "holdsFor",
    "orders",
    "makes",
    "invokes",
    "cuts",
    "formats",
    "splits",
    "drops",
    "sequence",
    "arranges",
    "table",
    "parting",
    "record",
    "field",
    "finds",
    "packs",
    "literal",
    "unpacks",
    "words",
    "group",
    "hides",
    "copies",
  ],
];

/** @throws Error that names the file and what is wrong in it */
export function readModel(value: unknown, file: string): LibraryModel {
  const model = map(value, file);
  onlyKeys(model, FILE_KEYS, file);
  const { languages, functions = {}, methods = [], constructors = {} } = model;
  if (!isTexts(languages)) throw new Error(`${file}: \`languages\` must be a list of names.`);
  effects(functions, `${file}: functions`);
  effects(constructors, `${file}: constructors`);
  if (!Array.isArray(methods)) throw new Error(`${file}: \`methods\` must be a list.`);
  for (const entry of methods) {
    const { types, calls } = map(entry, `${file}: an entry of \`methods\``);
    if (!isTexts(types)) throw new Error(`${file}: \`types\` must be a list of names.`);
    effects(calls, `${file}: ${types.join(", ")}`);
  }
  return value as LibraryModel;
}

function effects(value: unknown, place: string): void {
  for (const [name, effect] of Object.entries(map(value, place)))
    onlyKeys(map(effect, `${place}.${name}`), EFFECT_KEYS, `${place}.${name}`);
}

function onlyKeys(value: Readonly<Record<string, unknown>>, known: readonly string[], place: string): void {
  const other = Object.keys(value).find((key) => !known.includes(key));
  if (other !== undefined) throw new Error(`${place}: unknown key \`${other}\`.`);
}

function map(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error(`${place} must be a mapping.`);
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

// Fields that other code sets: a class declares them as texts, gives them no value, and neither does anything else in its
// file. What they hold is as little known as a parameter is (profile `strict`).
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName } from "./classes";
import { writerOf } from "./file-variables";
import type { FlowDocument } from "./flow-document";
import { isCollaborator, structNamed } from "./parameters";

/** The names of a class's settable fields, with their rows. */
export type SettableFields = ReadonlyMap<string, number>;

/** The settable fields of the class that a method belongs to. */
export function settableFields(document: FlowDocument, method: number): SettableFields {
  const info = document.definitions.classAround(method);
  const row = info && (info.row >= 0 ? info.row : structNamed(document, info.name));
  if (row === undefined || row < 0) return NONE;
  let byClass = known.get(document);
  if (!byClass) {
    byClass = new Map();
    known.set(document, byClass);
  }
  let fields = byClass.get(row);
  if (!fields) {
    fields = find(document, row);
    byClass.set(row, fields);
  }
  return fields;
}

const DECLARES: ReadonlySet<number> = new Set([Kind.Field, Kind.Variable, Kind.Assign]);
const NONE: SettableFields = new Map();
const known = new WeakMap<FlowDocument, Map<number, SettableFields>>();

function find(document: FlowDocument, row: number): SettableFields {
  const { tree } = document;
  const fields = new Map<string, number>();
  for (const stated of childrenIn(tree, row, Role.Member)) {
    const member = tree.kind[stated] === Kind.ExpressionStatement ? childIn(tree, stated, Role.Value) : stated;
    const kind = member < 0 ? undefined : tree.kind[member];
    if (kind === undefined || !DECLARES.has(kind)) continue;
    // `path: str` and `path: str = Field(…)` of a class that lists what its objects are made of.
    const name = childIn(tree, member, kind === Kind.Field ? Role.Name : Role.Target);
    if (name >= 0 && isOpen(document, member, name)) fields.set(document.textOf(name).replace(/^\$/, ""), name);
  }
  const declared = new Set(fields.values());
  if (declared.size > 0) for (const name of assignedIn(document, declared)) fields.delete(name);
  return fields;
}

/** Whether a field may hold a text that other code has put there. */
function isOpen(document: FlowDocument, field: number, name: number): boolean {
  const { tree } = document;
  if (childIn(tree, field, Role.Init) >= 0 || childrenIn(tree, field, Role.Member).length > 0) return false;
  if (tree.kind[field] === Kind.Assign && !isDescribed(document, field)) return false;
  const isSet = childrenIn(tree, field, Role.Decorator).length > 0;
  const modifiers = childrenIn(tree, field, Role.Modifier).map((each) => document.textOf(each));
  if (modifiers.some((each) => FIXED.has(each) || (!isSet && HIDDEN.has(each)))) return false;
  const type = childIn(tree, field, Role.Type);
  const text = document.textOf(name);
  return !/^_|^#/.test(text) && !isCollaborator(text) && (type < 0 || TEXT.test(lastName(document, type)));
}

/** `path: str = Field(description="…")` says something of the field, and gives it no value. */
function isDescribed(document: FlowDocument, field: number): boolean {
  const { tree } = document;
  const value = childIn(tree, field, Role.Value);
  if (childIn(tree, field, Role.Type) < 0 || value < 0 || tree.kind[value] !== Kind.Call) return false;
  return /^field$/i.test(lastName(document, childIn(tree, value, Role.Callee)));
}

const FIXED: ReadonlySet<string> = new Set(["static", "final", "const", "readonly"]);
const HIDDEN: ReadonlySet<string> = new Set(["private", "protected", "internal"]);
const TEXT = /^(?:string|str|text|path|file|url|uri|charsequence)$/i;

const WRITES: ReadonlySet<number> = new Set([Kind.Assign, Kind.Update]);

/** Names below which anything in the file puts a value: `this.a = …`, `other.a.b = …`. */
function assignedIn(document: FlowDocument, declared: ReadonlySet<number>): readonly string[] {
  const { tree } = document;
  return [Kind.Identifier, Kind.Name].flatMap((kind) =>
    [...document.document.rowsOfKind(kind)]
      .filter(
        (row) =>
          WRITES.has(tree.kind[writerOf(tree, row)] ?? -1) && tree.role[row] !== Role.Object && !declared.has(row),
      )
      .map((row) => document.textOf(row)),
  );
}

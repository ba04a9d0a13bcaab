// Functions and classes of a document by their names, as calls look for them.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { FlowDocument } from "./flow-document";
import { fieldsNamed } from "./records";

export interface ClassInfo {
  readonly document: FlowDocument;
  readonly row: number;
  readonly name: string;
  /** Names of what it extends and implements, without what stands before their last dot. */
  readonly parents: readonly string[];
  /** Rows of Function, by name: to be asked of Lookups. */
  readonly methods: ReadonlyMap<string, readonly number[]>;
  /** Rows of the names of fields, by name: to be asked of Lookups. */
  readonly fields: ReadonlyMap<string, number>;
  /** Names of what its objects are made of where the class says so by itself, in their order: of a record, a data class. */
  readonly components: readonly string[];
  /** Names of the values that an enumeration lists. */
  readonly values: ReadonlySet<string>;
}

/** What a class says of itself, as a text that is the same in each state of its document; not its methods and fields. */
export function describeClass(info: ClassInfo): string {
  let text = described.get(info);
  if (text === undefined) {
    const { document, row, name, parents, components, values } = info;
    text = [document.layout.placeIn(row), name, ...parents, ...components, "=", ...values].join(" ");
    described.set(info, text);
  }
  return text;
}

const described = new WeakMap<ClassInfo, string>();

/** The classes and top functions of one document. */
export class Definitions {
  readonly classes = new Map<string, ClassInfo>();
  /** Classes that are made where their only object is: `new C() { … }`. */
  readonly unnamed = new Set<ClassInfo>();
  /** Functions that stand in no class, by name. */
  readonly functions = new Map<string, number[]>();
  /** What names of the file hold that are given one value, among its statements; -1 of others. */
  readonly values = new Map<string, number>();
  /** By row of a class. */
  private readonly byRow = new Map<number, ClassInfo>();

  constructor(readonly document: FlowDocument) {
    const { tree } = document;
    for (const statement of childrenIn(tree, 0)) this.addValues(statement);
    for (let row = 1; row < tree.length; row++) {
      if (tree.kind[row] === Kind.Class) this.addClass(row);
      else if (tree.kind[row] === Kind.New && childIn(tree, row, Role.Member) >= 0) this.addUnnamed(row);
      else if (tree.kind[row] === Kind.Function && tree.role[row] !== Role.Member) this.addFunction(row);
      else if (tree.kind[row] === Kind.Lambda) this.addLambda(row);
    }
  }

  private addValues(row: number): void {
    const { tree } = this.document;
    const kind = tree.kind[row];
    if (kind === Kind.Assign || kind === Kind.Variable) {
      const name = this.document.textOf(childIn(tree, row, Role.Target));
      const value = childIn(tree, row, kind === Kind.Assign ? Role.Value : Role.Init);
      if (name !== "") this.values.set(name, this.values.has(name) ? -1 : value);
      const fields = fieldsNamed(this.document, value);
      if (fields && name !== "" && !this.classes.has(name)) this.addTuple(value, name, fields);
    } else if (kind === Kind.ExpressionStatement || kind === Kind.Export) {
      for (const part of childrenIn(tree, row)) this.addValues(part);
    }
  }

  /** The class at a row; of a type that is declared elsewhere (Go), what is known by its name. */
  classAt(row: number, name: string): ClassInfo | undefined {
    return row < 0 ? this.classes.get(name) : this.byRow.get(row);
  }

  /** The row of the name of a field that a class declares, or -1. */
  fieldOf(classRow: number, name: string): number {
    return this.byRow.get(classRow)?.fields.get(name) ?? -1;
  }

  /** The class that a row stands in. */
  classAround(row: number): ClassInfo | undefined {
    const { tree } = this.document;
    for (let at = tree.parent[row]!; at > 0; at = tree.parent[at]!) {
      const info = this.byRow.get(at);
      if (info && !this.unnamed.has(info)) return info;
    }
    return this.ownerOf(row);
  }

  /** The class of a method that stands outside it: by the type of its receiver (Go). */
  private ownerOf(row: number): ClassInfo | undefined {
    const { document } = this;
    for (let at = row; at > 0; at = document.tree.parent[at]!) {
      if (document.tree.kind[at] !== Kind.Function) continue;
      const name = receiverType(document, at);
      if (name !== undefined) return this.classes.get(name);
    }
    return undefined;
  }

  /** A class of tuples that a call defines. */
  private addTuple(row: number, name: string, components: readonly string[]): void {
    const { document } = this;
    const parents = document.document.language.flow?.tupleClasses?.slice(0, 1) ?? [];
    const nothing = { methods: new Map(), fields: new Map(), values: new Set<string>() };
    const info: ClassInfo = { document, row, name, parents, components, ...nothing };
    this.byRow.set(row, info);
    this.classes.set(name, info);
  }

  private addClass(row: number): void {
    const { document } = this;
    const { tree } = document;
    const name = document.textOf(childIn(tree, row, Role.Name));
    const methods = methodsByName(document, row);
    const fields = new Map<string, number>();
    for (const member of childrenIn(tree, row, Role.Member)) {
      const field = tree.kind[member] === Kind.Field ? childIn(tree, member, Role.Name) : -1;
      if (field >= 0) fields.set(document.textOf(field), field);
    }
    const parents = [...childrenIn(tree, row, Role.Parent), ...childrenIn(tree, row, Role.Implements)];
    const info: ClassInfo = {
      document,
      row,
      name,
      parents: parents.map((each) => lastName(document, each)),
      methods,
      fields,
      components: componentsOf(document, row),
      values: valuesIn(document, row, parents),
    };
    this.byRow.set(row, info);
    if (name !== "" && !this.classes.has(name)) this.classes.set(name, info);
  }

  /** What it calls is looked for in the class around it, as it is in the one above it. */
  private addUnnamed(row: number): void {
    const { document } = this;
    const parents = [lastName(document, childIn(document.tree, row, Role.Callee))];
    const methods = methodsByName(document, row);
    const nothing = { fields: new Map(), components: [], values: new Set<string>() };
    const info: ClassInfo = { document, row, name: "", parents, methods, ...nothing };
    this.byRow.set(row, info);
    this.unnamed.add(info);
  }

  /** `exports.f = () => …`, `const f = function () …`, `{ f: () => … }`. */
  private addLambda(row: number): void {
    const { tree } = this.document;
    const owner = tree.parent[row]!;
    const isTop = tree.parent[owner] === 0 || tree.parent[tree.parent[owner]!] === 0 || tree.kind[owner] === Kind.Pair;
    const name = isTop ? lambdaName(this.document, row) : "";
    if (name !== "") add(this.functions, name, row);
  }

  private addFunction(row: number): void {
    const { document } = this;
    const name = document.nameOf(childIn(document.tree, row, Role.Name));
    if (name === "") return;
    const owner = receiverType(document, row);
    if (owner === undefined) {
      add(this.functions, name, row);
      return;
    }
    const info = this.classes.get(owner);
    const methods = (info?.methods ?? new Map()) as Map<string, number[]>;
    add(methods, name, row);
    if (!info)
      this.classes.set(owner, {
        document,
        row: -1,
        name: owner,
        parents: [],
        methods,
        fields: new Map(),
        components: [],
        values: new Set(),
      });
  }
}

function methodsByName(document: FlowDocument, row: number): Map<string, number[]> {
  const methods = new Map<string, number[]>();
  for (const method of methodsIn(document, row))
    add(methods, document.textOf(childIn(document.tree, method, Role.Name)), method);
  return methods;
}

/** The functions that stand in a class, also those that do under a condition or behind a word (Ruby). */
function* methodsIn({ tree }: FlowDocument, row: number): Generator<number> {
  for (let at = row + 1; at < row + tree.size[row]!; ) {
    const kind = tree.kind[at];
    if (kind === Kind.Function) yield at;
    at += kind === Kind.Function || kind === Kind.Class || kind === Kind.Lambda ? tree.size[at]! : 1;
  }
}

/** The name that a lambda is given where it stands; empty for one without. */
export function lambdaName(document: FlowDocument, row: number): string {
  const { tree } = document;
  const owner = tree.parent[row]!;
  const target = [Role.Target, Role.Key].map((role) => childIn(tree, owner, role)).find((each) => each >= 0);
  return target === undefined ? "" : lastName(document, target);
}

/** The parameters of a class, or what it declares with types and without a value of its own: `name: str`. */
function componentsOf(document: FlowDocument, row: number): readonly string[] {
  const { tree } = document;
  const parameters = childrenIn(tree, row, Role.Parameter);
  const declared = childrenIn(tree, row, Role.Member)
    .map((member) => (tree.kind[member] === Kind.ExpressionStatement ? childIn(tree, member, Role.Value) : member))
    .filter((member) => {
      const isNamed = tree.kind[member] === Kind.Variable || tree.kind[member] === Kind.Assign;
      return isNamed && childIn(tree, member, Role.Type) >= 0;
    });
  return (parameters.length > 0 ? parameters : declared).map((each) =>
    document.textOf(childIn(tree, each, Role.Target)),
  );
}

/** The names that an enumeration lists: none of a class that is no such. */
function valuesIn(document: FlowDocument, row: number, parents: readonly number[]): ReadonlySet<string> {
  const { tree } = document;
  const isEnum =
    document.textOf(row) === "enum" ||
    childrenIn(tree, row, Role.Modifier).some((modifier) => document.textOf(modifier) === "enum");
  const members = childrenIn(tree, row, Role.Member);
  if (isEnum) {
    const own = members.filter((each) => tree.kind[each] === Kind.Name || childIn(tree, each, Role.Type) < 0);
    const listed = own.map((each) => (tree.kind[each] === Kind.Field ? childIn(tree, each, Role.Name) : each));
    return new Set(listed.filter((each) => tree.kind[each] === Kind.Name).map((each) => document.textOf(each)));
  }
  if (!parents.some((parent) => document.isEnum(lastName(document, parent)))) return new Set();
  const assigned = members
    .map((each) => childIn(tree, each, Role.Value))
    .filter((each) => tree.kind[each] === Kind.Assign);
  return new Set(assigned.map((each) => document.textOf(childIn(tree, each, Role.Target))));
}

function add(map: Map<string, number[]>, name: string, row: number): void {
  const known = map.get(name);
  if (known) known.push(row);
  else map.set(name, [row]);
}

/** Go: the type that a function is a method of. */
export function receiverType(document: FlowDocument, row: number): string | undefined {
  const [first] = childrenIn(document.tree, row, Role.Parameter);
  if (first === undefined || document.textOf(first) !== "receiver") return undefined;
  const parts = childrenIn(document.tree, first).filter((part) => document.tree.role[part] !== Role.Target);
  return parts.map((part) => lastName(document, part)).at(-1);
}

/** The last name in a type or a name: `C` of `a.b.C<T>` and `*C`. */
export function lastName(document: FlowDocument, row: number): string {
  const { tree } = document;
  if (row < 0) return "";
  const inner = tree.kind[row] === Kind.Member ? childIn(tree, row, Role.Property) : childIn(tree, row, Role.Value);
  if (inner >= 0) return lastName(document, inner);
  return (
    document
      .textOf(row)
      .split(/[.:\\]/)
      .at(-1) ?? ""
  );
}

/** The parameters of a function that arguments go to, and the one that is the object itself. */
export interface Parameters {
  readonly receiver: number;
  readonly rows: readonly number[];
}

export function parametersOf(document: FlowDocument, row: number): Parameters {
  const { tree } = document;
  const all = childrenIn(tree, row, Role.Parameter);
  const [first] = all;
  const isReceiver =
    first !== undefined &&
    (document.textOf(first) === "receiver" ||
      (tree.role[row] === Role.Member && document.isReceiverName(childIn(tree, first, Role.Target))));
  return isReceiver ? { receiver: first, rows: all.slice(1) } : { receiver: -1, rows: all };
}

/** Whether a parameter takes all arguments that are left. */
export function isRest(document: FlowDocument, parameter: number): boolean {
  return document.tree.kind[parameter] === Kind.Parameter && /^(\.\.\.|\*{1,2})$/.test(document.textOf(parameter));
}

/** Whether a function can be called with so many arguments. */
export function takes(document: FlowDocument, row: number, count: number): boolean {
  const { rows } = parametersOf(document, row);
  const rest = rows.some((parameter) => isRest(document, parameter));
  const needed = rows.filter((each) => !isRest(document, each) && childIn(document.tree, each, Role.Default) < 0);
  return needed.length <= count && (rest || count <= rows.length);
}

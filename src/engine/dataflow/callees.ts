// Which functions a call may run: those of the file and of the files that it imports, methods by the class of the object.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import type { Called } from "./calls";
import { type ClassInfo, lastName, takes } from "./classes";
import type { FlowDocument } from "./flow-document";
import { CALLS_ITSELF } from "./known-calls";
import { specialMethod } from "./special-methods";
import type { Unit } from "./unit";
import type { Callable, Value } from "./values";

/** A class is asked for at most so many parents above it, and so many below. */
const DEEPEST = 6;
const MOST_IMPLEMENTATIONS = 4;

/** Words for the class above. */
const SUPER: ReadonlySet<string> = new Set(["super", "parent", "base"]);

/** `super.m()`, `super().m()`. */
function isAbove(document: FlowDocument, object: number): boolean {
  const { tree } = document;
  return SUPER.has(document.textOf(tree.kind[object] === Kind.Call ? childIn(tree, object, Role.Callee) : object));
}

/** Whether a call runs the constructor of the class above: `super(x)`, `super().__init__(x)`. */
export function makesAbove(document: FlowDocument, row: number): boolean {
  const { tree } = document;
  const callee = tree.kind[row] === Kind.Call ? childIn(tree, row, Role.Callee) : -1;
  if (callee < 0) return false;
  if (tree.kind[callee] !== Kind.Member) return SUPER.has(document.textOf(callee));
  const isMaker = CONSTRUCTORS.includes(document.textOf(childIn(tree, callee, Role.Property)));
  return isMaker && isAbove(document, childIn(tree, callee, Role.Object));
}

/** The functions that a call may run; none where it is not known. */
export function calleesOf(unit: Unit, called: Called): readonly Callable[] {
  const { document } = unit;
  const { tree } = document;
  if (called.function.callables) return called.function.callables;
  if (tree.kind[called.row] === Kind.New) return constructors(unit, called);
  const { callee } = called;
  if (callee < 0) return [];
  const itself = specialMethod(unit, document.document.language.flow?.calls, called.function);
  if (itself.length > 0) return itself;
  if (tree.kind[callee] === Kind.Member) return methods(unit, called, callee);
  return tree.kind[callee] === Kind.Identifier ? named(unit, called, callee) : [];
}

/** The function or lambda that a name is declared to be, wherever it is read. */
export function functionNamed(document: FlowDocument, name: number): number {
  const { tree, semantics } = document;
  const declaration = semantics.declarationOf(name);
  if (declaration < 0) return -1;
  const owner = tree.parent[declaration]!;
  if (tree.kind[owner] === Kind.Function && tree.role[declaration] === Role.Name) return owner;
  const value = semantics.initialiserOf(name);
  return value >= 0 && tree.kind[value] === Kind.Lambda ? value : -1;
}

function named(unit: Unit, called: Called, callee: number): readonly Callable[] {
  const { document, program } = unit;
  const { tree } = document;
  const count = called.arguments.length;
  const name = document.textOf(callee);
  const row = functionNamed(document, callee);
  if (row >= 0 && tree.role[row] !== Role.Member) return [{ document: document.id, row }];
  const around = document.definitions.classAround(unit.row);
  if (around && (SUPER.has(name) || name === "this")) {
    const parents =
      name === "this" ? [around] : around.parents.flatMap((parent) => program.classesNamed(document, parent));
    const self = unit.state.get("this");
    return constructorsOf(unit, parents, count).map((each) => ({ ...each, ...(self && { receiver: self }) }));
  }
  const own = around ? ownMethods(unit, around, name, count) : [];
  const receiver = unit.state.get("this");
  if (own.length > 0) return own.map((each) => ({ ...each, ...(receiver && { receiver }) }));
  if (row >= 0) return [{ document: document.id, row }];
  const classes = document.classesCalled ? classesMade(unit, called) : program.classesNamed(document, name);
  // Elsewhere a class is called so to make an object of it too.
  if (classes.length > 0 && document.semantics.declarationOf(callee) >= 0) return constructorsOf(unit, classes, count);
  return program
    .functionsOf(document, callee)
    .filter((each) => takes(program.documents[each.document]!, each.row, count));
}

function methods(unit: Unit, called: Called, callee: number): readonly Callable[] {
  const { document, program } = unit;
  const { tree } = document;
  const object = childIn(tree, callee, Role.Object);
  const name = document.textOf(childIn(tree, callee, Role.Property));
  const count = called.arguments.length;
  const receiver = called.receiver!;
  const own = (receiver.callables ?? []).filter((each) => isMethod(program, each, name));
  if (own.length > 0) return own;
  if (receiver.callables && (CALLS_ITSELF.has(name) || isSole(unit, object, name))) return receiver.callables;
  const around = document.definitions.classAround(unit.row);
  const isSuper = isAbove(document, object);
  if (around && (document.isReceiver(object) || isSuper)) {
    const { type } = unit.state.get("this") ?? receiver;
    const [below] = type === undefined || type === around.name ? [] : program.classesNamed(document, type);
    const found = isSuper ? inherited(unit, around, name, count) : ownMethods(unit, below ?? around, name, count);
    return found.map((each) => ({ ...each, receiver: unit.state.get("this") ?? receiver }));
  }
  const made = classesMade(unit, called);
  if (made.length > 0) return constructorsOf(unit, made, count);
  const type = typeOf(unit, object, receiver);
  const byType = type === undefined ? [] : program.classesNamed(document, type);
  const found = byType.flatMap((info) => [
    ...methodsOf(unit, info, name, count),
    ...implementations(unit, info, name, count),
  ]);
  if (found.length > 0) return distinct(found).map((each) => ({ ...each, receiver }));
  // `C.m()` of a class, `m.f()` of a module.
  const isName = tree.kind[object] === Kind.Identifier || tree.kind[object] === Kind.Member;
  if (!isName) return [];
  const statics = program
    .classesNamed(document, lastName(document, object))
    .flatMap((info) => methodsOf(unit, info, name, count));
  if (statics.length > 0) return statics;
  return program
    .functionsOf(document, callee)
    .filter((each) => takes(program.documents[each.document]!, each.row, count));
}

/** Whether a function stands for an object of a class that only declares a method of the name. */
function isSole({ document, program }: Unit, object: number, name: string): boolean {
  const type = document.semantics.typeOf(object);
  const declared = type && "row" in type ? program.classesNamed(document, lastName(document, type.row)) : [];
  return declared.some((info) => program.methodsOf(info, name).some((each) => !hasBody(info.document.tree, each)));
}

/** The methods that a reference to one means: `this::read`, `Names::clean`. */
export function methodsReferred(unit: Unit, row: number): readonly Callable[] {
  const { document, program } = unit;
  const [object, property] = [childIn(document.tree, row, Role.Object), childIn(document.tree, row, Role.Property)];
  if (object < 0 || property < 0) return [];
  const own = document.isReceiver(object) ? document.definitions.classAround(unit.row) : undefined;
  const classes = own ? [own] : program.classesNamed(document, lastName(document, object));
  const receiver = own && unit.state.get("this");
  return classes.flatMap((info) =>
    program
      .methodsOf(info, document.textOf(property))
      // Of a class by its name, others get their object as the first argument.
      .filter((method) => own !== undefined || isStatic(info.document, method))
      .map((method) => ({ document: info.document.id, row: method, ...(receiver && { receiver }) })),
  );
}

const isStatic = (document: FlowDocument, method: number): boolean =>
  childrenIn(document.tree, method, Role.Modifier).some((modifier) => document.textOf(modifier) === "static");

/** The functions that run where a property of an object is read. */
export function gettersOf(unit: Unit, object: number, receiver: Value, name: string): readonly Callable[] {
  const { document, program } = unit;
  const type = typeOf(unit, object, receiver);
  const classes = type === undefined ? [] : program.classesNamed(document, type);
  return classes
    .flatMap((info) => methodsOf(unit, info, name, 0))
    .filter((each) => isGetter(program.documents[each.document]!, each.row))
    .map((each) => ({ ...each, receiver }));
}

function isGetter(document: FlowDocument, row: number): boolean {
  const { tree } = document;
  if (childrenIn(tree, row, Role.Modifier).some((modifier) => document.textOf(modifier) === "get")) return true;
  return childrenIn(tree, row, Role.Decorator).some((decorator) => {
    const call = childIn(tree, decorator, Role.Value);
    return GETTERS.has(lastName(document, call < 0 ? call : childIn(tree, call, Role.Callee)));
  });
}

const GETTERS: ReadonlySet<string> = new Set(["property", "cached_property"]);

/** Whether a function is the method of that name in a class. */
function isMethod({ documents }: Unit["program"], { document: id, row }: Callable, name: string): boolean {
  const document = documents[id];
  if (!document || document.tree.kind[row] !== Kind.Function || document.tree.role[row] !== Role.Member) return false;
  return document.textOf(childIn(document.tree, row, Role.Name)) === name;
}

/** What stands before its name in the type of a class that is a value. */
export const CLASS = "class ";

/** The classes of which a call makes an object: `C.new`, where that is a method (Ruby), or `C` itself (Python). */
export function classesMade(unit: Unit, called: Called): readonly ClassInfo[] {
  const { document, program } = unit;
  const { tree } = document;
  const { callee } = called;
  if (document.classesCalled) return classesCalled(unit, called);
  if (!document.callsAlone || callee < 0 || tree.kind[callee] !== Kind.Member) return [];
  if (document.textOf(childIn(tree, callee, Role.Property)) !== "new") return [];
  return program.classesNamed(document, lastName(document, childIn(tree, callee, Role.Object)));
}

/** The classes that a call names: one that the file knows, or one of a module. */
function classesCalled({ document, program, row }: Unit, called: Called): readonly ClassInfo[] {
  const { tree, semantics } = document;
  const { callee, receiver } = called;
  if (callee < 0) return [];
  const { type } = called.function;
  if (type?.startsWith(CLASS)) return program.classesNamed(document, type.slice(CLASS.length));
  if (tree.kind[callee] === Kind.Member) {
    const isModule = !receiver || !(receiver.objects || receiver.callables || receiver.type !== undefined);
    return isModule ? program.classesNamed(document, lastName(document, callee)) : [];
  }
  const declaration = tree.kind[callee] === Kind.Identifier ? semantics.declarationOf(callee) : -1;
  if (declaration < 0 || functionNamed(document, callee) >= 0) return [];
  // `cls()` in a method of a class.
  const own = document.isReceiver(callee) ? document.definitions.classAround(row) : undefined;
  if (own) return [own];
  return program.classesNamed(document, semantics.canonicalPath(callee)?.at(-1) ?? document.textOf(callee));
}

function constructors(unit: Unit, called: Called): readonly Callable[] {
  const name = lastName(unit.document, called.callee);
  return constructorsOf(unit, unit.program.classesNamed(unit.document, name), called.arguments.length);
}

function constructorsOf(unit: Unit, classes: readonly ClassInfo[], count: number): readonly Callable[] {
  return classes.flatMap((info) =>
    CONSTRUCTORS.map((name) => (name === "" ? info.name : name)).flatMap((name) => methodsOf(unit, info, name, count)),
  );
}

/** What constructors are called; the empty one: as their class. */
const CONSTRUCTORS = ["", "constructor", "__init__", "__construct", "initialize", "init"];

/** What is known of an object's class: where it was made, or how it was declared. */
export function typeOf(unit: Unit, row: number, value: Value): string | undefined {
  if (value.type !== undefined) return value.type;
  const type = unit.document.semantics.typeOf(row);
  if (!type) return undefined;
  return "row" in type ? lastName(unit.document, type.row) : type.builtin;
}

/** Methods of a class by their name, its own before those that it inherits. */
function methodsOf(unit: Unit, info: ClassInfo, name: string, count: number, depth = 0): readonly Callable[] {
  const own = unit.program.methodsOf(info, name).filter((row) => takes(info.document, row, count));
  const bodied = own.filter((row) => hasBody(info.document.tree, row) && !isAbstract(info.document, row));
  if (bodied.length > 0) return bodied.map((row) => ({ document: info.document.id, row }));
  return depth < DEEPEST ? inherited(unit, info, name, count, depth) : [];
}

/** What a method of a class means by another one: where that is only declared, what the classes below make of it. */
function ownMethods(unit: Unit, info: ClassInfo, name: string, count: number): readonly Callable[] {
  const own = methodsOf(unit, info, name, count);
  return own.length > 0 ? own : implementations(unit, info, name, count);
}

/** Whether a method says itself that the classes below make something of it. */
const isAbstract = (document: FlowDocument, row: number): boolean =>
  childrenIn(document.tree, row, Role.Decorator).some((each) =>
    /^@(?:\w+\.)?abstractmethod\b/.test(document.sourceOf(each)),
  );

/** Whether a method is more than declared: where an interface says what there is, the body is missing or takes no room. */
function hasBody(tree: Tree, row: number): boolean {
  const body = childIn(tree, row, Role.Body);
  return body >= 0 && tree.start[body]! < tree.end[body]!;
}

function inherited(unit: Unit, info: ClassInfo, name: string, count: number, depth = 0): readonly Callable[] {
  for (const parent of info.parents) {
    for (const each of unit.program.classesNamed(info.document, parent)) {
      const found = each === info ? [] : methodsOf(unit, each, name, count, depth + 1);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** Methods of classes that extend or implement another one. */
function implementations(unit: Unit, info: ClassInfo, name: string, count: number): readonly Callable[] {
  const below = unit.program.subclassesOf(unit.document, info);
  if (below.length > MOST_IMPLEMENTATIONS) return [];
  return below.flatMap((each) =>
    unit.program.methodsOf(each, name).length > 0 ? methodsOf(unit, each, name, count) : [],
  );
}

function distinct(callables: readonly Callable[]): readonly Callable[] {
  return callables.filter(
    (each, index) =>
      callables.findIndex((other) => other.row === each.row && other.document === each.document) === index,
  );
}

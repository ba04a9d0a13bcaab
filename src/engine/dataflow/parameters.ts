// What may come in by a parameter, as its name and type tell, where its callers are not trusted.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName, receiverType } from "./classes";
import type { FlowDocument } from "./flow-document";

/** What a program hands to its own functions to work with, and what frameworks do, whose data rules name themselves. */
const COLLABORATOR =
  /^[$_]*(?:req|request|res|resp|response|next|ctx|context|self|cls|this|db|database|conn|connection|cur|cursor|session|client|pool|log|logger|server|app|router|blueprint|(?:data_?)?store|manager|service|registry|factory|provider|dispatcher|container|queue|executor|emitter|handler|callback|cb|fn|func|callable|closure|done|resolve|reject)$|[a-z](?:Server|Store|Manager|Service|Registry|Factory|Provider|Client|Logger|Dispatcher)$/;

/** Types whose values carry no text. */
const NUMBER =
  /^(?:(?:un)?signed(?: (?:char|short|int|long|long long|long int))?|long (?:long|int|double)|(?:std::)?(?:s?size|ssize|ptrdiff|time|off|pid|uid|gid|mode)_t|std::u?int(?:8|16|32|64)_t|rune|byte|u?int(?:8|16|32|64|ptr)?|integer|long|short|size_t|u?int(?:8|16|32|64)_t|float(?:32|64)?|double|decimal|bool|boolean|number|bigint|date(?:time)?|uuid)$/i;

/** Types of texts: what is one of them is data, whatever its name. */
const TEXT = /^(?:const\s+)?(?:(?:std::)?(?:string|string_view)|[QC]?String|str|char)\b/;

/** Whether a name is that of something that a program works with. */
export const isCollaborator = (name: string): boolean => COLLABORATOR.test(name);

/**
 * Whether a parameter may hold any text (`text`), or a number only (`number`): how large it is, its callers decide.
 * Undefined for one that holds no data of theirs.
 * @param parameter row of the parameter
 */
export function suspicionOf(document: FlowDocument, parameter: number): "text" | "number" | undefined {
  const { tree } = document;
  const name = childIn(tree, parameter, Role.Target);
  const at = name < 0 ? parameter : name;
  const isNamed = tree.kind[at] === Kind.Name || tree.kind[at] === Kind.Identifier;
  const type = childIn(tree, parameter, Role.Type);
  const isText = type >= 0 && TEXT.test(document.sourceOf(type));
  if (isNamed && !isText && isCollaborator(document.textOf(at)) && !isRecord(document, type)) return undefined;
  return type >= 0 && tree.size[type] === 1 && NUMBER.test(document.textOf(type)) ? "number" : "text";
}

/** The suspicions of all parameters of a function, as a text. */
export const suspicionsOf = (document: FlowDocument, row: number): string =>
  childrenIn(document.tree, row, Role.Parameter)
    .map((parameter) => suspicionOf(document, parameter) ?? "-")
    .join();

/** Whether a type is one of the file's own that has fields alone: it carries data, and does nothing. */
function isRecord(document: FlowDocument, type: number): boolean {
  if (type < 0) return false;
  const name = lastName(document, type);
  const { classes } = document.definitions;
  const info = classes.get(name) ?? document.definitions.classAt(structNamed(document, name), name);
  if (!info || info.fields.size === 0 || info.methods.size > 0 || info.parents.length > 0) return false;
  return !document.outerFunctions.some((row) => receiverType(document, row) === name);
}

/** The struct of a name that is given to it beside it: `typedef struct { … } T;`, and `type T struct` in Go. */
export function structNamed(document: FlowDocument, name: string): number {
  const { tree } = document;
  const alias = [...document.document.rowsOfKind(Kind.TypeAlias)].find(
    (each) => document.textOf(childIn(tree, each, Role.Name)) === name,
  );
  const type = alias === undefined ? -1 : childIn(tree, alias, Role.Type);
  return type >= 0 && tree.kind[type] === Kind.Class ? type : -1;
}

// What checks are about: hosts of addresses, paths without steps up, regular expressions for the whole of a text.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName } from "./classes";
import type { FlowDocument } from "./flow-document";
import { effectOf } from "./known-calls";
import type { Unit } from "./unit";
import type { Value } from "./values";

/** A text by which a path leaves its folder. */
export function isWayUp(unit: Unit, row: number, { constant }: Value): boolean {
  const { tree } = unit.document;
  const [first = -1] = tree.kind[row] === Kind.Binary ? childrenIn(tree, row) : [];
  // `".." + separator`, whatever that is.
  if (!constant && first >= 0)
    return isWayUp(
      unit,
      first,
      unit.aside(() => unit.value(first)),
    );
  return constant?.type === "string" && /^(?:\.\.[\\/]?|[\\/]|[\\/]?\.\.)$/.test(constant.value);
}

/** A text with which a way up begins, and not merely a path from the root. */
export function isStepUp(unit: Unit, row: number, value: Value): boolean {
  const { constant } = value;
  return constant ? constant.type === "string" && /^\.\.?[\\/]?$/.test(constant.value) : isWayUp(unit, row, value);
}

/** A quote, or signs with a quote among them, as a call looks for that takes a list of them. */
export function isQuote({ constant }: Value): boolean {
  return constant?.type === "string" && /^[^\w\s]*['"][^\w\s]*$/.test(constant.value);
}

/** How an address begins that names a host, though it looks like a path. */
export function isOtherHost({ constant }: Value): boolean {
  return constant?.type === "string" && /^[\\/]{2,}$/.test(constant.value);
}

export function isLineBreak({ constant }: Value): boolean {
  return constant?.type === "string" && /[\r\n]|\\[rn]/.test(constant.value);
}

/** Names by which libraries call the host of a URL, and functions that take a path's ways up out of it. */
const HOST = /^(?:get)?(?:host(?:name)?|origin|netloc|authority)$/i;
const NORMALISES =
  /^(?:get_?canonical(?:path|file)|to_?real_?path|realpath(?:sync)?|(?:get_?)?normali[sz]ed?(?:_?(?:path|file|name))?|normpath|abspath|resolve(?:_?(?:path|file|dir|uri))?|clean|evalsymlinks|getfullpath|expand_path|cleanpath|canonicalize|abs)$/i;

/** Whether an expression is the host of a URL. */
export function isHost(document: FlowDocument, row: number): boolean {
  const { tree } = document;
  const callee = tree.kind[row] === Kind.Call ? childIn(tree, row, Role.Callee) : row;
  // `parse_url($address, PHP_URL_HOST)`
  if (callee !== row && childrenIn(tree, row, Role.Argument).some((each) => /_URL_HOST$/.test(document.textOf(each))))
    return true;
  if (tree.kind[callee] === Kind.Member) return HOST.test(document.textOf(childIn(tree, callee, Role.Property)));
  if (tree.kind[row] !== Kind.Identifier) return false;
  // As in `const { hostname } = new URL(address)`.
  if (HOST.test(document.textOf(row))) return true;
  const made = document.semantics.initialiserOf(row);
  return made >= 0 && tree.kind[made] !== Kind.Identifier && isHost(document, made);
}

/** Whether a path was normalised: where it stands, or where its name was given its value. */
export function isNormalised(unit: Unit, row: number, depth = 0): boolean {
  const { document } = unit;
  const { tree, semantics } = document;
  for (let at = row; at < row + tree.size[row]!; at++) {
    const kind = tree.kind[at];
    if (kind === Kind.Call && normalises(unit, at)) return true;
    const whole = kind === Kind.Identifier && depth < 3 ? semantics.initialiserOf(at) : -1;
    // `path, err := filepath.Abs(name)`
    const taken = whole < 0 && kind === Kind.Identifier && depth < 3 ? semantics.takenFrom(at) : -1;
    const made = taken >= 0 && tree.role[taken] !== Role.Iterable ? taken : whole;
    if (made >= 0 && made < row && isNormalised(unit, made, depth + 1)) return true;
  }
  return false;
}

function normalises(unit: Unit, call: number): boolean {
  const { document } = unit;
  if (NORMALISES.test(lastName(document, childIn(document.tree, call, Role.Callee)))) return true;
  const called = unit.calledAt(call);
  return called !== undefined && effectOf(unit, called, false)?.normalises === true;
}

/** Whether a regular expression has to match a text from its start to its end. */
export function isAnchored(value: Value | undefined): boolean {
  const { constant } = value ?? {};
  return (
    constant?.type === "string" && /^(?:\(\?[a-z]+\))?(?:\^|\\A)[\s\S]*(?:\$|\\[zZ])$/.test(inSlashes(constant.value))
  );
}

/** `"a" <= c <= "z"`: a letter or a digit. */
export function isRange(unit: Unit, operator: string, [first = -1, , last = -1]: readonly number[]): boolean {
  if (operator !== "<= <=") return false;
  const [from, to] = [first, last].map((row) => unit.aside(() => unit.value(row)).constant);
  if (from?.type !== "string" || to?.type !== "string") return false;
  return [/^[a-z]{2}$/, /^[A-Z]{2}$/, /^[0-9]{2}$/].some((range) => range.test(from.value + to.value));
}

/** One that lets anything through says nothing. */
export function isLoose(value: Value | undefined): boolean {
  const { constant } = value ?? {};
  if (constant?.type !== "string") return true;
  return /(?<!\\)\.[*+]|\\S[*+]|\[\^/.test(inSlashes(constant.value));
}

/** A regular expression without what it is written between. */
export const inSlashes = (regex: string): string => /^([/#~])([\s\S]*)\1[a-zA-Z]*$/.exec(regex)?.[2] ?? regex;

/** A beginning that decides the host: `https://example.com/`. */
export function isOrigin({ constant }: Value): boolean {
  return constant?.type === "string" && /^(?:https?:)?\/\/[^/?#\\@]+[/?#]/.test(constant.value);
}

/** An end that only names below one domain have. */
export function isDomain({ constant }: Value): boolean {
  return constant?.type === "string" && /^\.[^.]+\../.test(constant.value);
}

/** The path whose way from another one an expression is, or the name that holds it; -1 for others. */
export function targetOfWay(unit: Unit, row: number): number {
  const { tree, semantics } = unit.document;
  const made = tree.kind[row] === Kind.Identifier ? semantics.initialiserOf(row) : row;
  const called = made >= 0 && tree.kind[made] === Kind.Call ? unit.calledAt(made) : undefined;
  const way = called && effectOf(unit, called, false)?.way;
  return called && way !== undefined ? (called.arguments[way]?.row ?? -1) : -1;
}

/** Whether an expression is a part of what a call gave, there or under a name. */
export function isMade(document: FlowDocument, row: number): boolean {
  const { tree, semantics } = document;
  const kind = tree.kind[row];
  if (kind === Kind.Call || kind === Kind.New) return true;
  if (kind === Kind.Member) return isMade(document, childIn(tree, row, Role.Object));
  if (kind !== Kind.Identifier) return false;
  const whole = semantics.initialiserOf(row);
  // `u, err := url.Parse(address)`: an element of a list tells nothing of the others.
  const made = whole >= 0 ? whole : semantics.takenFrom(row);
  if (made < 0 || made >= row || tree.role[made] === Role.Iterable) return false;
  return tree.kind[made] !== Kind.Identifier && isMade(document, made);
}

/** What the call was handed that made a value: `request.query.url` of `new URL(request.query.url).hostname`. */
export function madeOf(document: FlowDocument, row: number): readonly number[] {
  const { tree, semantics } = document;
  const kind = tree.kind[row];
  if (kind === Kind.Call || kind === Kind.New) return childrenIn(tree, row, Role.Argument);
  if (kind === Kind.Member) return madeOf(document, childIn(tree, row, Role.Object));
  const whole = kind === Kind.Identifier ? semantics.initialiserOf(row) : -1;
  const made = whole >= 0 || kind !== Kind.Identifier ? whole : semantics.takenFrom(row);
  return made < 0 || made >= row || tree.kind[made] === Kind.Identifier ? [] : madeOf(document, made);
}

/** Whether an expression is the folder that a path lies in: `os.path.dirname(path)`, `file.getParentFile()`. */
export function isFolderOf(document: FlowDocument, row: number): boolean {
  const { tree } = document;
  const kind = tree.kind[row];
  if (kind === Kind.Member) return document.textOf(childIn(tree, row, Role.Property)) === "parent";
  return kind === Kind.Call && FOLDER.test(lastName(document, childIn(tree, row, Role.Callee)));
}
const FOLDER = /^(?:get)?(?:parent(?:file|path)?|dir(?:name)?|directoryname)$/i;

/** The paths whose common part an expression is. */
export function pathsInCommon(document: FlowDocument, row: number): readonly number[] {
  const { tree } = document;
  if (tree.kind[row] !== Kind.Call || !COMMON.test(lastName(document, childIn(tree, row, Role.Callee)))) return [];
  return childrenIn(tree, row, Role.Argument).flatMap((argument) =>
    tree.kind[argument] === Kind.Array || tree.kind[argument] === Kind.Tuple ? childrenIn(tree, argument) : [argument],
  );
}
const COMMON = /^common_?(?:path|prefix)$/i;

/** Whether a type is that of texts. */
export function isText({ document }: Unit, type: number): boolean {
  return document.document.language.types?.builtins?.string?.includes(document.textOf(type)) ?? false;
}

/** Whether a type is built in, and not that of texts. */
export function isNoText({ document }: Unit, type: number): boolean {
  const builtins = Object.entries(document.document.language.types?.builtins ?? {});
  return builtins.some(([builtin, names]) => builtin !== "string" && names.includes(document.textOf(type)));
}

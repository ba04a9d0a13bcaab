// Conditions: what is known to be true or false, and which values are harmless where a check of them has passed.
import type { Constant } from "../semantics";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { callBehind } from "./answers";
import { beginning, refused } from "./asked-beginnings";
import { asksForDivision, betweenLetters, bounded, chained } from "./bounds";
import { calleesOf } from "./callees";
import type { Called } from "./calls";
import {
  isAnchored,
  isDomain,
  isHost,
  isLineBreak,
  isLoose,
  isMade,
  isNormalised,
  isNoText,
  isOrigin,
  isOtherHost,
  isQuote,
  isRange,
  isStepUp,
  isWayUp,
  madeOf,
  pathsInCommon,
} from "./checked-texts";
import { lastName } from "./classes";
import { refusedStep } from "./elements";
import { assumeEmpty, assumeFalsy, noLength } from "./emptiness";
import { equalsItsResult } from "./fixed-points";
import { assumeNamed, collectionOf } from "./flags";
import { askedOf, differs, foldersIn, liesIn } from "./folders";
import { foundBy, isFound } from "./found";
import { effectOf } from "./known-calls";
import { DEFAULT_LABEL } from "./labels";
import type { Check } from "./models";
import { namedCheck, namedCleaner } from "./named-checks";
import { turnsChecksOff } from "./options";
import { assumeQuantified } from "./quantifiers";
import { refusedCharacters, refusedMatch, unmatched, viewOf } from "./refusals";
import { argumentRow } from "./summaries";
import { ALL_RULES, type Origin, type RuleMask, rulesOf, type Taint } from "./taints";
import type { Unit } from "./unit";
import { type Value, without } from "./values";
import { assumeTruthy, unequal } from "./zero";

/** Goes on as where a condition, which was just walked, holds or does not. */
export function assume(unit: Unit, condition: number, holds: boolean): void {
  if (condition < 0 || !unit.state.live) return;
  const isValue = !LOGICAL.has(unit.document.tree.kind[condition]!);
  if (holds && isValue) assumeTruthy(unit, condition);
  assumeParts(unit, condition, holds);
  if (!holds && isValue) assumeFalsy(unit, condition);
}

function assumeParts(unit: Unit, condition: number, holds: boolean): void {
  const { document } = unit;
  const { tree } = document;
  switch (tree.kind[condition]) {
    case Kind.Unary:
      if (NOT.has(document.textOf(condition))) assume(unit, childIn(tree, condition, Role.Operand), !holds);
      return;
    case Kind.Binary:
      return assumeBinary(unit, condition, holds);
    case Kind.Call:
      return assumeCall(unit, condition, holds);
    case Kind.Identifier:
      return assumeNamed(unit, condition, holds);
    // `ALLOWED[name]`: what stands there is one of them.
    case Kind.Index:
      if (holds) element(unit, childIn(tree, condition, Role.Index), condition);
      return;
    // An address without a host stays at this one.
    case Kind.Member:
      if (!holds && isHost(document, condition)) cleanOrigins(unit, condition, unit.program.rulesWithGuard("host"));
      return;
    case Kind.Assign:
      return assume(unit, childIn(tree, condition, Role.Value), holds);
    default:
  }
}

/** Conditions that are no values of their own. */
const LOGICAL: ReadonlySet<Kind> = new Set([Kind.Unary, Kind.Binary, Kind.Call]);
const NOT: ReadonlySet<string> = new Set(["!", "not"]);
const AND: ReadonlySet<string> = new Set(["&&", "and"]);
const OR: ReadonlySet<string> = new Set(["||", "or"]);
const EQUAL: ReadonlySet<string> = new Set(["==", "===", "is"]);
const UNEQUAL: ReadonlySet<string> = new Set(["!=", "!==", "is not", "<>"]);

function assumeBinary(unit: Unit, row: number, holds: boolean): void {
  const { document } = unit;
  const operator = document.textOf(row);
  const parts = childrenIn(document.tree, row);
  if (AND.has(operator) || OR.has(operator)) {
    if (AND.has(operator) === holds) {
      for (const part of parts) assume(unit, part, holds);
      betweenLetters(unit, parts, holds);
    } else {
      const ways = parts.filter(
        (part) => !turnsChecksOff(document, part, holds) && !asksForDivision(document, part, parts),
      );
      unit.fork(...(ways.length > 0 ? ways : parts).map((part) => (): void => assume(unit, part, holds)));
    }
    return;
  }
  const [left, right] = parts;
  if (left === undefined || right === undefined) return;
  if (holds && parts.length === 3 && collectionOf(document, right) >= 0 && isRange(unit, operator, parts))
    return unit.cleanPlace(right);
  if (parts.length > 2) return holds ? chained(unit, operator, parts) : undefined;
  if (EQUAL.has(operator) || UNEQUAL.has(operator)) {
    // What is nothing is not true.
    if (document.tree.kind[right] === Kind.Null) assume(unit, left, EQUAL.has(operator) !== holds);
    if (EQUAL.has(operator) === holds) {
      equal(unit, left, right);
    } else {
      unequal(unit, left, right);
      refusedStep(unit, left, right);
      refusedStep(unit, right, left);
    }
    beginning(unit, left, right, EQUAL.has(operator) === holds);
    // `x.indexOf(y) != -1` and the like are true where the call is.
    const call = callBehind(document, left);
    const found = call < 0 ? undefined : foundBy(unit, call, right);
    if (found !== undefined)
      assumeCall(unit, call, found === "missing" ? EQUAL.has(operator) !== holds : EQUAL.has(operator) === holds);
    return;
  }
  bounded(unit, operator, holds, holds ? [left, right] : [right, left]);
  if (operator === "instanceof" && holds && isNoText(unit, right)) clean(unit, left, ALL_RULES);
  if (operator === "in" && holds) checked(unit, { kind: "membership", value: 0, against: 1 }, left, right);
  if (operator === "not in" && !holds) checked(unit, { kind: "membership", value: 0, against: 1 }, left, right);
  if ((operator === "in" && holds) || (operator === "not in" && !holds)) checkedParent(unit, left, right);
  // `".." in name`: the other way round it is a question of the text.
  if ((operator === "in" && !holds) || (operator === "not in" && holds))
    checked(unit, { kind: "traversal", value: 1, against: 0 }, right, left);
  if ((operator === ">=" || operator === ">") && isFound(unit, operator, left, right)) assumeCall(unit, left, holds);
  if (operator === "<" && isFound(unit, ">=", left, right)) assumeCall(unit, left, !holds);
  if (operator === "=~" || operator === "!~") {
    const [text, regex] = document.tree.kind[left] === Kind.Regex ? [right, left] : [left, right];
    if ((operator === "=~") === holds) checked(unit, { kind: "regex", value: 0, against: 1 }, text, regex);
    else
      refusedMatch(
        unit,
        text,
        unit.aside(() => unit.value(regex)),
      );
  }
}

/** `root in path.parents`: the path lies below. */
function checkedParent(unit: Unit, root: number, parents: number): void {
  const { document } = unit;
  if (document.tree.kind[parents] !== Kind.Member) return;
  if (document.textOf(childIn(document.tree, parents, Role.Property)) !== "parents") return;
  checked(unit, { kind: "prefix", value: 0 }, childIn(document.tree, parents, Role.Object), root);
}

/** What equals a constant is one; what `typeof` says is a number is no text. */
function equal(unit: Unit, left: number, right: number): void {
  const { document } = unit;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    // The part that paths have in common is the folder: all lie in it.
    for (const path of pathsInCommon(document, one)) checked(unit, { kind: "prefix", value: 0 }, path, -1);
    const value = unit.aside(() => unit.value(other));
    const { constant } = value;
    liesIn(unit, one, value);
    // A host need not be constant to vouch for another: the program's own, say.
    if (!constant) {
      // Nor a folder: the path is that, or below it.
      if (isHost(document, one)) cleanOrigins(unit, one, unit.program.rulesWithGuard("host") & ~unit.deepRules(value));
      else if (isNormalised(unit, one))
        cleanOrigins(unit, one, unit.program.rulesWithGuard("prefix") & ~rulesOf(dataIn(unit, value, one)));
      element(unit, one, other);
      equalsItsResult(unit, one, other, value);
      continue;
    }
    const asked = document.tree.kind[one] === Kind.Unary && document.textOf(one) === "typeof";
    if (asked) {
      const isNumber = ["number", "boolean", "function", "undefined"].some((type) => isConstant(value, type));
      // A text is no object that says more than it should: an operator of a query, say.
      const rules = isNumber ? ALL_RULES : isConstant(value, "string") ? unit.program.rulesWithGuard("text") : 0;
      clean(unit, childIn(document.tree, one, Role.Operand), rules);
      continue;
    }
    if (isHost(document, one)) cleanOrigins(unit, one, unit.program.rulesWithGuard("host"));
    if (isConstantZero(constant)) noLength(unit, one);
    clean(unit, one, ALL_RULES);
  }
}

/** What equals an element of something is one of it. */
function element(unit: Unit, row: number, other: number): void {
  const list = collectionOf(unit.document, other);
  if (list >= 0 && list !== row) checked(unit, { kind: "membership", value: 0, against: 1 }, row, list);
}

const isConstantZero = (constant: Constant): boolean => constant.type === "number" && Number(constant.value) === 0;

function assumeCall(unit: Unit, row: number, holds: boolean): void {
  const called = unit.calledAt(row);
  if (!called) return;
  if (holds) assumeEmpty(unit, called);
  const effect = effectOf(unit, called, false);
  if (effect?.truth !== undefined) return assume(unit, argumentRow(called, effect.truth), holds);
  if (effect?.holdsFor) assumeQuantified(unit, called, effect.holdsFor, holds);
  const checks = effect?.checks;
  if (checks) {
    for (const check of [checks].flat()) {
      const isSo = check.zero ? !holds : holds;
      if (check.kind === "prefix" && !isSo) refused(unit, called, check);
      if (check.kind === "regex" && !isSo) unmatched(unit, called, check);
      if (check.kind === "equality" && !isSo) differs(unit, called, check);
      if (check.kind === "traversal" && isSo) foldersIn(unit, called, check);
      if (check.always || (REFUSALS.has(check.kind) ? !isSo : isSo)) passed(unit, called, check);
    }
    return;
  }
  for (const callee of calleesOf(unit, called)) {
    const document = unit.program.documents[callee.document];
    const summary = document && unit.program.summary(document, callee.row);
    for (const [index, rules] of summary?.checks.when(holds) ?? []) clean(unit, argumentRow(called, index), rules);
  }
  passedByName(unit, called, holds);
}

/** A text, and no other value. */
export const isConstant = ({ constant }: Value, text: string): boolean =>
  constant?.type === "string" && constant.value === text;

/** The rules for which the result of a call is harmless, as the name of its function says. */
export function cleanedByName(unit: Unit, called: Called): RuleMask {
  const guards = { path: "traversal", url: "host", html: "html", query: "query", line: "newline", any: "any" } as const;
  const cleaned = namedCleaner(lastName(unit.document, called.callee));
  return cleaned.reduce((mask, each) => mask | unit.program.rulesWithGuard(guards[each]), 0);
}

/** A call has let through what the name of its function says, where it gives a truth or once it was asked: for which rules. */
export function passedByName(unit: Unit, called: Called, holds: boolean | "asked"): RuleMask {
  const { document, program } = unit;
  const check = namedCheck(lastName(document, called.callee));
  if (check?.holds !== holds) return 0;
  const guards = { path: "traversal", url: "host", form: "form" } as const;
  const rules = check.about.reduce((mask, about) => mask | program.rulesWithGuard(guards[about]), 0);
  const object = called.receiver && holds !== "asked" ? childIn(document.tree, called.callee, Role.Object) : -1;
  for (const row of [...called.arguments.map((argument) => argument.row), object]) {
    if (row < 0 || document.isReceiver(row)) continue;
    if (check.about.includes("form")) clean(unit, row, rules);
    cleanOrigins(unit, row, rules & (program.rulesWithGuard("traversal") | program.rulesWithGuard("host")));
  }
  return rules;
}

/** Checks that say what must not be there. */
const REFUSALS: ReadonlySet<string> = new Set(["traversal", "newline", "characters"]);

/** A call has let through only what passes its check. */
export function passed(unit: Unit, called: Called, check: Check): void {
  const { where } = check;
  if (where && !where.is.includes(unit.document.sourceOf(argumentRow(called, where.argument)))) return;
  const [value, against] = askedOf(unit, called, check);
  checked(unit, check, value, against);
  // What equals the other is equalled by it.
  if (check.kind === "equality" && check.against !== undefined) checked(unit, check, against, value);
}

/** Takes a value for harmless that has passed a check, if what it was checked against is no data itself. */
export function checked(unit: Unit, { kind, whole }: Check, row: number, beside: number): void {
  if (row < 0) return;
  if (kind === "characters") return refusedCharacters(unit, row, beside);
  const view = kind === "regex" ? viewOf(unit, row) : undefined;
  const { value, against } = view ?? { value: pointedAt(unit, kind, row), against: beside };
  const other = against < 0 ? undefined : unit.aside(() => unit.value(against));
  let rules = unit.program.rulesWithGuard(kind);
  if (other) rules &= ~rulesOf(dataIn(unit, other, value));
  switch (kind) {
    case "regex":
      // One that stands elsewhere is taken for what its name says: a description of what is allowed.
      if (other && !other.constant) break;
      if (!(whole || isAnchored(other)) || isLoose(other)) return;
      break;
    case "equality":
      if (other) liesIn(unit, value, other);
      if (!other?.constant) {
        if (other) equalsItsResult(unit, value, against, other);
        return element(unit, value, against);
      }
      break;
    case "traversal":
      // A text without a quote stays in the literal that it is put into.
      if (other && isQuote(other)) {
        cleanOrigins(unit, value, unit.program.rulesWithGuard("quote"));
        return;
      }
      if (other && isLineBreak(other)) clean(unit, value, unit.program.rulesWithGuard("newline"));
      if (other && isOtherHost(other)) cleanOrigins(unit, value, unit.program.rulesWithGuard("host"));
      if (other && !isWayUp(unit, against, other)) return;
      cleanOrigins(unit, value, rules);
      break;
    case "newline":
      if (other && !isLineBreak(other)) return;
      break;
    case "suffix":
      if (!other || !isDomain(other) || !isHost(unit.document, value)) return;
      break;
    case "prefix":
      if (other && isOrigin(other)) clean(unit, value, unit.program.rulesWithGuard("host"));
      if (!isNormalised(unit, value) || (other && isStepUp(unit, against, other))) return;
      cleanOrigins(unit, value, rules);
      return;
    default:
  }
  if (isHost(unit.document, value)) cleanOrigins(unit, value, rules & unit.program.rulesWithGuard("host"));
  clean(unit, value, rules);
  // What is read of a match is a part of what was matched.
  if (view) unit.cleanPlace(row, rules);
}

/** `*name` that was looked at as a whole, not by its first letter: what the pointer holds. */
function pointedAt({ document }: Unit, kind: Check["kind"], row: number): number {
  if ((kind !== "regex" && kind !== "membership") || document.tree.kind[row] !== Kind.Unary) return row;
  return document.textOf(row) === "*" ? childIn(document.tree, row, Role.Operand) : row;
}

/** Data in what a value is checked against; beside data, what other labels say of it is none. */
export function dataIn(unit: Unit, other: Value, row: number): readonly Taint[] {
  const given = unit.deepTaints(other).filter(({ origin }) => origin.parameter === undefined && !origin.assumed);
  if (given.length === 0) return given;
  const isData = ({ origin }: Taint): boolean => origin.label === DEFAULT_LABEL;
  const isSuspect = (taint: Taint): boolean => isData(taint) || taint.origin.assumed === true;
  const checkedData = rulesOf(unit.deepTaints(unit.aside(() => unit.value(row))).filter(isSuspect));
  return given.filter((taint) => isData(taint) || (taint.rules & ~checkedData) !== 0);
}

/** Whatever holds data of the same origins as a value is as harmless as that. */
export function cleanOrigins(unit: Unit, row: number, rules: RuleMask): void {
  if (rules === 0) return;
  const origins = new Set(unit.deepTaints(unit.aside(() => unit.value(row))).map(({ origin }) => origin));
  // What a call has made of a parameter, as `urlsplit(address).hostname`, tells of the whole of it.
  const parameters = new Set(isMade(unit.document, row) ? [...origins].map(({ parameter }) => parameter ?? -1) : []);
  const isKnown = (origin: Origin): boolean => origins.has(origin) || parameters.has(origin.parameter ?? -2);
  const isSame = ({ origin, grounds }: Taint): boolean =>
    isKnown(origin) || (grounds !== undefined && [...grounds].every(isKnown));
  for (const [key, value] of unit.state.entries()) {
    const after = without(value, isSame, rules);
    if (after !== value) unit.state.set(key, after);
  }
  // `request.query.url`, which is read again later.
  for (const part of parameters.size > 0 ? madeOf(unit.document, row) : [])
    if (unit.document.tree.kind[part] === Kind.Member) unit.cleanPlace(part, rules);
  unit.cleanPlace(row, rules);
}

/** Functions that leave of a text what a check of it says. */
const KEEPS: ReadonlySet<string> = new Set(["upper", "lower", "trim", "toString"]);

/** What holds the value that was checked: the name itself, or what it was made of without adding to it. */
export function clean(unit: Unit, row: number, rules: RuleMask): void {
  const { document } = unit;
  const { tree } = document;
  // What a pointer points at tells nothing of the rest of it.
  if (row < 0 || rules === 0 || tree.kind[row] === Kind.Unary) return;
  // What is not in two texts together is in neither.
  if (tree.kind[row] === Kind.Binary && document.textOf(row) === "+") {
    for (const part of childrenIn(tree, row)) clean(unit, part, rules);
    return;
  }
  if (tree.kind[row] === Kind.Call) {
    const called = unit.calledAt(row);
    const effect = called && effectOf(unit, called, false);
    // A cast tells of what is cast.
    if (called && effect?.same !== undefined) return clean(unit, argumentRow(called, effect.same), rules);
    const keeps = KEEPS.has(effect?.folds ?? "");
    if (keeps && called?.receiver) clean(unit, childIn(tree, called.callee, Role.Object), rules);
    return;
  }
  unit.cleanPlace(row, rules);
}

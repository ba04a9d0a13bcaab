// Which texts a rule cannot match, told from literals that they lack.
import type { Pattern } from "../patterns/match";
import { literalsOf, longestLiteralOf } from "../regex";
import type { CompiledAll, CompiledCondition, CompiledFormula } from "./compile";
import type { CompiledTaint } from "./taint";

/**
 * A text that must occur: as a name of the code, as one or in the path of an import, as the first word of a word of the
 * code or of such a path, or anywhere in the text.
 */
export interface Literal {
  readonly text: string;
  readonly as: "name" | "qualifier" | "start" | "text";
}

/** Groups of literals: a text that lacks every literal of some group cannot match. */
export type Required = readonly (readonly Literal[])[];

/** `has` says whether the text holds a literal. */
export function couldMatch(required: Required, has: (literal: Literal) => boolean): boolean {
  return required.every((group) => group.some(has));
}

/** What every match of the formula needs; exclusions need nothing. */
export function requiredLiterals(formula: CompiledFormula): Required {
  switch (formula.type) {
    case "pattern":
      return requiredByPattern(formula.pattern);
    case "regex":
      return requiredBySearch(formula.regex.source);
    case "inside":
    case "anywhere":
      return requiredLiterals(formula.formula);
    case "all":
      return formula.required;
    case "any":
      return requiredByAny(formula.formulas.map(requiredLiterals));
  }
}

/** `@(Query|Body)\(` needs one of `@Query` and `@Body`. */
function requiredBySearch(regex: string): Required {
  const literals = literalsOf(regex).map((text) => [{ text, as: "text" as const }]);
  const [, opening = "", words] = /^([\w@#:/ -]*)\(((?:\w+\|)*\w+)\)(?![?*{])/.exec(regex) ?? [];
  const hasChoice = alternatives(regex).length > 1;
  if (!words || hasChoice) return literals;
  return [...literals, words.split("|").map((word) => ({ text: opening + word, as: "text" as const }))];
}

/** What a flow in a text needs: a source and a sink. Across files any part of the rule may stand alone in one. */
export function requiredByFlow(taint: CompiledTaint, acrossFiles: boolean): Required {
  const { sources, sinks, sanitizers, propagators } = taint;
  const some = (parts: readonly { readonly formula: CompiledFormula }[]): Required =>
    requiredByAny(parts.map(({ formula }) => requiredLiterals(formula)));
  if (acrossFiles) return some([...sources, ...sinks, ...sanitizers, ...propagators]);
  return distinct([...some(sinks), ...some(sources)]);
}

function requiredByPattern({ required, qualifiers, literals = [] }: Pattern): Required {
  const names = required.map((group) => group.map((text) => ({ text, as: "name" as const })));
  const written = literals.map((text) => [{ text, as: "text" as const }]);
  return [...names, ...qualifiers.map((text) => [{ text, as: "qualifier" as const }]), ...written];
}

/** What a `patterns` block needs: all that its positives and conditions need. */
export function requiredByBlock({ positives, conditions }: Pick<CompiledAll, "positives" | "conditions">): Required {
  // The content of a constant may be put together: `"md" + "5"`. It need not stand in the text.
  const written = conditions.filter(
    (condition) => !positives.some((part) => bindsContent(part, condition.metavariable)),
  );
  const required = written.flatMap((condition) => {
    const { metavariable = "" } = condition;
    return requiredByCondition(
      condition,
      positives.some((part) => bindsCode(part, metavariable)),
    );
  });
  return distinct([...positives.flatMap(requiredLiterals), ...required]);
}

/** Whether a pattern of the formula binds the name, so that it stands for code and not for any piece of the text. */
function bindsCode(formula: CompiledFormula, name: string): boolean {
  switch (formula.type) {
    case "pattern":
      return formula.pattern.source.includes(name);
    case "regex":
      return false;
    case "inside":
    case "anywhere":
      return bindsCode(formula.formula, name);
    case "any":
      return formula.formulas.every((part) => bindsCode(part, name));
    case "all":
      return formula.positives.some((part) => bindsCode(part, name));
  }
}

/** Whether a pattern of the formula binds the name to the content of a string (`"$X"`). */
function bindsContent(formula: CompiledFormula, name = ""): boolean {
  switch (formula.type) {
    case "pattern":
      return [`"${name}"`, `'${name}'`, `\`${name}\``].some((quoted) => formula.pattern.source.includes(quoted));
    case "regex":
      return false;
    case "inside":
    case "anywhere":
      return bindsContent(formula.formula, name);
    case "any":
      return formula.formulas.some((part) => bindsContent(part, name));
    case "all":
      return formula.positives.some((part) => bindsContent(part, name));
  }
}

/** A fragment of the same document is searched: what its formula needs, the document must hold; so too of a regex. */
function requiredByCondition(condition: CompiledCondition, ofCode: boolean): Required {
  if (condition.type === "pattern" && condition.language === undefined) return requiredLiterals(condition.formula);
  if (condition.type !== "regex" || condition.constantPropagation) return [];
  const group = requiredByRegex(condition.regex.source, ofCode);
  return group.length > 0 ? [group] : [];
}

/** What of a word at the start of a text says that the word ends there. */
const WORD_ENDS = /^(?:\\b|\$|\\\.)/;

/**
 * Literals of which a text must hold one, by a regular expression such as `^(req|request)\b` or `(?s).*(eval|exec)`;
 * none where that is not certain.
 * @param ofCode the text begins where a word of the code does
 */
function requiredByRegex(regex: string, ofCode: boolean): readonly Literal[] {
  const [opening] = /^(?:\^|(?:\(\?s\))?\.\*)(?=\()/.exec(regex) ?? [];
  if (opening === undefined) return [];
  return requiredByGroup(regex.slice(opening.length), "", ofCode && opening === "^") ?? [];
}

/** The same for `(a|b)c`, which must begin with a group; undefined where nothing is certain. */
function requiredByGroup(regex: string, then: string, first: boolean): readonly Literal[] | undefined {
  const end = groupEnd(regex);
  const rest = regex.slice(end) + then;
  const content = regex.slice(1, end - 1).replace(/^\?:/, "");
  if (end < 0 || content.startsWith("?") || /^[?*{]/.test(rest) || alternatives(rest).length > 1) return undefined;
  const found = alternatives(content).map((alternative) => {
    if (/^\w+$/.test(alternative)) {
      return [{ text: alternative, as: first && WORD_ENDS.test(rest) ? ("start" as const) : ("text" as const) }];
    }
    if (alternative.startsWith("(")) return requiredByGroup(alternative, rest, first);
    const literal = longestLiteralOf(alternative);
    return literal === "" ? undefined : [{ text: literal, as: "text" as const }];
  });
  return found.every((group) => group !== undefined) ? found.flat() : undefined;
}

/** What a pattern is made of: escapes, classes, single characters. */
const TOKEN = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/g;

/** Where the group at the start of a pattern ends; -1 where it does not. */
function groupEnd(regex: string): number {
  let depth = 0;
  for (const { 0: token, index } of regex.matchAll(TOKEN)) {
    if (token === "(") depth++;
    if (token === ")" && --depth === 0) return index + 1;
  }
  return -1;
}

function alternatives(regex: string): string[] {
  const found = [""];
  let depth = 0;
  for (const [token] of regex.matchAll(TOKEN)) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (token === "|" && depth === 0) found.push("");
    else found[found.length - 1] += token;
  }
  return found;
}

/** One group that holds a literal of each alternative: the most telling group of each. */
function requiredByAny(alternatives: readonly Required[]): Required {
  const groups = alternatives.map((required) => required.toSorted((a, b) => shortest(b) - shortest(a))[0]);
  return groups.every((group) => group !== undefined) ? distinct([groups.flat()]) : [];
}

/** A group tells as much as its shortest literal: the one most likely to occur. */
function shortest(group: readonly Literal[]): number {
  return Math.min(...group.map(({ text }) => text.length));
}

/** Each group once, and each literal of a group. */
function distinct(required: Required): Required {
  const once = <T>(items: readonly T[]): T[] => [
    ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
  ];
  return once(required.map(once));
}

// Which texts a rule cannot match, told from literals that they lack.
import type { Pattern } from "../patterns/match";
import { literalsOf } from "../regex";
import type { CompiledAll, CompiledCondition, CompiledFormula } from "./compile";
import type { CompiledTaint } from "./taint";

/** A text that must occur: as a name of the code, as one or in the path of an import, or anywhere in the text. */
export interface Literal {
  readonly text: string;
  readonly as: "name" | "qualifier" | "text";
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
      return literalsOf(formula.regex.source).map((text) => [{ text, as: "text" as const }]);
    case "inside":
    case "anywhere":
      return requiredLiterals(formula.formula);
    case "all":
      return formula.required;
    case "any":
      return requiredByAny(formula.formulas.map(requiredLiterals));
  }
}

/** What a flow into a text needs: a sink, and a source unless it may stand in another file. */
export function requiredByFlow({ sources, sinks }: CompiledTaint, acrossFiles: boolean): Required {
  const some = (parts: readonly { readonly formula: CompiledFormula }[]): Required =>
    requiredByAny(parts.map(({ formula }) => requiredLiterals(formula)));
  return distinct([...some(sinks), ...(acrossFiles ? [] : some(sources))]);
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
  return distinct([...positives.flatMap(requiredLiterals), ...written.flatMap(requiredByCondition)]);
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
function requiredByCondition(condition: CompiledCondition): Required {
  if (condition.type === "pattern" && condition.language === undefined) return requiredLiterals(condition.formula);
  if (condition.type !== "regex" || condition.constantPropagation) return [];
  const words = firstWords(condition.regex.source);
  return words.length > 0 ? [words.map((text) => ({ text, as: "text" as const }))] : [];
}

/** The words of which a text must hold one, by a regular expression such as `^(req|request)\b` or `(?s).*(eval|exec)`; else none. */
function firstWords(regex: string): string[] {
  const [, words, rest] = /^(?:\^|(?:\(\?s\))?\.\*)\((?:\?:)?(\w+(?:\|\w+)*)\)(.*)$/s.exec(regex) ?? [];
  return words === undefined || rest === undefined || /^[?*{]|\|/.test(rest) ? [] : words.split("|");
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

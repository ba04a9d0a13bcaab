// The edits that `fix` and `fix-regex` describe. They are candidates: whoever offers them proves them first.
import type { Range, TextEdit } from "../findings/finding";
import type { Match, Target } from "../patterns/match";
import { fillTemplate } from "../patterns/template";
import { isLimitHit, type Regex, type RegexMatch } from "../regex";
import type { CompiledRule } from "./compile";
import type { FixTemplate } from "./fix-template";
import { substitute } from "./message";
import type { FormulaMatch } from "./ranges";
import type { Rule } from "./rule";

/** The edits of the rule's fix for a match; none where the rule has no fix or the fix would change nothing. */
export function fixEdits(compiled: CompiledRule, match: FormulaMatch, target: Target): readonly TextEdit[] {
  const { rule, fixRegex } = compiled;
  const { text } = target;
  const before = text.slice(match.start, match.end);
  const fix = compiled.fix ?? match.fix;
  if (fix !== undefined) {
    const after = filled(fix, match, rule, target);
    const range = after === "" ? wholeLines(match, text) : match;
    return after === before ? [] : [{ start: range.start, end: range.end, text: after }];
  }
  if (!fixRegex || !rule.fixRegex) return [];
  const after = replaceBy(fixRegex, before, rule.fixRegex.replacement, rule.fixRegex.count);
  return after === before ? [] : [{ start: match.start, end: match.end, text: after }];
}

/** What the quick fix is called. */
export function fixTitle(rule: Rule): string {
  return rule.metadata.caveat?.fix?.title ?? `Apply the fix of ${rule.id}`;
}

/** What stands in place of the match: for the rules of others as Semgrep has it, to the byte. */
function filled({ text: template, code }: FixTemplate, match: Match, { builtIn }: Rule, target: Target): string {
  const indent = indentOf(match, target.text);
  const printed = code && fillTemplate(code, match.bindings, target);
  if (printed !== undefined) return printed.replaceAll("\n", `\n${indent}`);
  const lines = withoutEmptyLists(template, match).replaceAll(/\r?\n/g, newlineAt(match, target.text));
  const insert = (text: string): string => substitute(text, match.bindings, (binding) => binding.text);
  if (!builtIn) return insert(lines).replaceAll("\n", `\n${indent}`);
  // What a metavariable stands for may hold a string that goes over several lines, which must stay as it is.
  return insert(lines.replaceAll(/\n(?=[^\r\n])/g, `\n${indent}`));
}

/** What lines after the first begin with: as much as stands before the match. */
function indentOf({ start }: Match, text: string): string {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start).replace(/[^\t]/g, " ");
}

function newlineAt({ start }: Match, text: string): string {
  const lineEnd = text.indexOf("\n", start);
  return lineEnd > 0 && text[lineEnd - 1] === "\r" ? "\r\n" : "\n";
}

/** Drops each `$...X` that stands for nothing, with a comma beside it. */
function withoutEmptyLists(template: string, { bindings }: Match): string {
  const empty = [...bindings].filter(([name, { text }]) => name.startsWith("$...") && text === "");
  return empty.reduce((filled, [name]) => {
    const escaped = `${name.replace(/[$.]/g, "\\$&")}(?!\\w)`;
    return filled.replace(new RegExp(`,[ \\t]*${escaped}|${escaped}([ \\t]*,[ \\t]*)?`, "g"), "");
  }, template);
}

/** The range, or the whole lines around it where nothing else stands on them. */
function wholeLines({ start, end }: Range, text: string): Range {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const alone = !text.slice(lineStart, start).trim() && !text.slice(end, lineEnd).trim();
  return alone ? { start: lineStart, end: lineEnd } : { start, end };
}

/** With a count, the first match is replaced that many times, one after the other; without, all matches are. */
function replaceBy(regex: Regex, text: string, replacement: string, count: number | undefined): string {
  if (count === undefined) {
    const { matches } = regex.matchAll(text);
    return matches
      .toReversed()
      .reduce((result, match) => spliced(result, match, expand(replacement, match, text)), text);
  }
  let result = text;
  for (let i = 0; i < count; i++) {
    const match = regex.exec(result);
    if (!match || isLimitHit(match)) break;
    const next = spliced(result, match, expand(replacement, match, result));
    if (next === result) break;
    result = next;
  }
  return result;
}

function spliced(text: string, { start, end }: Range, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** `\1` and `$1` are groups, `\0` and `$0` the whole match. */
function expand(replacement: string, match: RegexMatch, text: string): string {
  return replacement.replace(/[\\$](\d+)/g, (_whole, number: string) => {
    const group = match.groups[Number(number)];
    return group ? text.slice(group.start, group.end) : "";
  });
}

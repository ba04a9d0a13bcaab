// What is done to one file: stacks of random edits undone one by one, and lines typed letter by letter and taken back.
import type { Language } from "../../engine/languages";
import { examplesOf } from "../../engine/rules/examples";
import type { Rule } from "../../engine/rules/rule";
import { randomLine } from "../bench/typing";
import { pick, type Random } from "../random";
import { applied, type Changes, randomChanges, undoing } from "./edits";

export interface Step {
  readonly changes: Changes;
  /** The findings of this state are to be compared; of others they are only computed. */
  readonly compared: boolean;
}

/** How many examples there are behind a text, about. */
const EXAMPLES = 12;

const suppressions = (ids: readonly string[], random: Random): readonly string[] => [
  `caveat-ignore ${pick(random, ids)}(known)`,
  `caveat-ignore ${pick(random, ids)}(known), ${pick(random, ids)}(known too) until 2027-01-31`,
  `caveat-ignore ${pick(random, ids)}`,
  "nosemgrep",
  `nosemgrep: ${pick(random, ids)}`,
];

/** The text with a comment that suppresses above every twentieth line or so; inside a string it does nothing. */
export function withSuppressions(
  text: string,
  { line: opening, block }: Language["comments"],
  ids: readonly string[],
  random: Random,
): string {
  const [before, after] = opening === undefined ? (block ?? []) : [opening, ""];
  if (before === undefined) return text;
  const withOne = (line: string): string => {
    if (random(20) > 0 || line.trim() === "") return line;
    return `${/^[ \t]*/.exec(line)![0]}${before} ${pick(random, suppressions(ids, random))}${after}\n${line}`;
  };
  return text.split("\n").map(withOne).join("\n");
}

/** The text with bad examples of some of the rules behind it, so that they find something. */
export function withExamples(text: string, rules: readonly Rule[], random: Random): string {
  const bad = rules.flatMap(examplesOf).filter(({ kind }) => kind === "bad");
  const chosen = bad.filter(() => random(bad.length) < EXAMPLES);
  // What opens a text as code stands at its beginning alone.
  return [text, ...chosen.map(({ code }) => code.replace(/^<\?php\s/, ""))].join("\n");
}

/** Endless steps that always come back to the text. */
export function* steps(text: string, random: Random): Generator<Step> {
  for (;;) yield* random(4) === 0 ? typing(text, random) : stack(text, random);
}

/** Up to three edits, often near each other, perhaps a line typed on top of them; then undone one by one. */
function* stack(text: string, random: Random): Generator<Step> {
  const undo: Changes[] = [];
  let now = text;
  let near: number | undefined;
  for (let depth = 1 + random(3); depth > 0; depth--) {
    const changes = randomChanges(now, random, random(3) > 0 ? near : undefined);
    near = changes[0]?.start;
    undo.push(undoing(now, changes));
    now = applied(now, changes);
    yield { changes, compared: true };
  }
  if (random(3) === 0) yield* typing(now, random);
  for (const changes of undo.reverse()) yield { changes, compared: true };
}

/** A real line typed letter by letter, of whose states some are compared, then taken back. */
function* typing(text: string, random: Random): Generator<Step> {
  const { offset, letters } = randomLine(text, random);
  let at = offset;
  for (const [index, letter] of letters.entries()) {
    yield {
      changes: [{ start: at, end: at, text: letter }],
      compared: index === letters.length - 1 || random(8) === 0,
    };
    at += letter.length;
  }
  yield { changes: [{ start: offset, end: at, text: "" }], compared: true };
}

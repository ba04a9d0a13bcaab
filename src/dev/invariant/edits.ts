// Random edits of real text, each with what takes it back.
import type { TextEdit } from "../../engine/findings/finding";
import { pick, type Random } from "../random";

/** Changes of one text, as an editor reports them: not overlapping, offsets in the text before all of them. */
export type Changes = readonly TextEdit[];

/** The text after the changes. */
export function applied(text: string, changes: Changes): string {
  let result = text;
  for (const { start, end, text: inserted } of [...changes].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  return result;
}

/** The changes of the new text that bring the old one back. */
export function undoing(text: string, changes: Changes): Changes {
  let shift = 0;
  return [...changes]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text: inserted }) => {
      const from = start + shift;
      shift += inserted.length - (end - start);
      return { start: from, end: from + inserted.length, text: text.slice(start, end) };
    });
}

const ODDMENTS = [
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "`",
  '"""',
  "/*",
  "#",
  "//",
  ";",
  ":",
  ",",
  ".",
  "=",
  "\n",
  "é😀",
];
const OPENING_OR_QUOTE = /[()[\]{}"'`]/;

/** Places of all matches. */
function places(text: string, pattern: RegExp): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

const tokens = (text: string) => places(text, /\w+|[^\w\s]/g);
const words = (text: string) => places(text, /[A-Za-z_]\w*/g);
/** With their line ends. */
const lines = (text: string) => places(text, /.*\n/g);

type Edit = (text: string, random: Random) => TextEdit;

const slice = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
  text.slice(start, end);

/** What a person does to a text, and some things that nobody would. */
const edits: readonly Edit[] = [
  // Often leaves a text that parses: a name for a name, a line more, a line less.
  (text, random) => ({ ...pick(random, words(text)), text: slice(text, pick(random, words(text))) }),
  (text, random) => ({ ...pick(random, words(text)), text: "renamed" }),
  (text, random) => {
    const { end } = pick(random, lines(text));
    return { start: end, end, text: slice(text, pick(random, lines(text))) };
  },
  (text, random) => {
    const line = pick(random, lines(text));
    return { start: line.end, end: line.end, text: slice(text, line) };
  },
  (text, random) => ({ ...pick(random, lines(text)), text: "" }),
  (text, random) => ({ ...pick(random, lines(text)), text: slice(text, pick(random, lines(text))) }),
  // Seldom does.
  (text, random) => ({ ...pick(random, tokens(text)), text: "" }),
  (text, random) => ({ ...pick(random, tokens(text)), text: slice(text, pick(random, tokens(text))) }),
  (text, random) => {
    const { start } = pick(random, tokens(text));
    return { start, end: start, text: `${slice(text, pick(random, tokens(text)))} ` };
  },
  (text, random) => ({ ...pick(random, places(text, new RegExp(OPENING_OR_QUOTE, "g"))), text: "" }),
  (text, random) => {
    const start = random(text.length + 1);
    return { start, end: start, text: pick(random, ODDMENTS) };
  },
  (text, random) => {
    const start = random(text.length);
    return { start, end: Math.min(text.length, start + random(200)), text: "" };
  },
];

/** One edit, or now and then two at once, as with several cursors; in the lines around `near` where that is given. */
export function randomChanges(text: string, random: Random, near?: number): Changes {
  const from = near === undefined ? 0 : text.lastIndexOf("\n", Math.max(0, near - NEAR)) + 1;
  const part = near === undefined ? text : text.slice(from, near + NEAR);
  // Deletions may have left nothing to choose from.
  if (words(part).length < 2 || lines(part).length < 2 || !OPENING_OR_QUOTE.test(part)) {
    return [{ start: from, end: from, text: "x = (1)\n" }];
  }
  const draw = (): TextEdit => {
    const { start, end, text: inserted } = pick(random, edits)(part, random);
    return { start: from + start, end: from + end, text: inserted };
  };
  const one = draw();
  if (random(10) > 0) return [one];
  const other = draw();
  const apart = other.end < one.start || one.end < other.start;
  return apart ? [one, other] : [one];
}

/** In characters. */
const NEAR = 300;

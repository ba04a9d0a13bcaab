/** Reads the markers of the recall corpus; README.md beside this file defines their format. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** What is expected at one marked place of the corpus. */
export interface Marker {
  /** Path below the directory given, with `/` between the parts. */
  file: string;
  /** The line of code that the marker speaks of, 1-based: the one after the comment. */
  line: number;
  /** As written, for example `CWE-89`. */
  cwe: string;
  subject: string;
  expected: "weakness" | "safe";
  /** First and last line (1-based, inclusive) of the item that holds the marker. In a safe one nothing may be found. */
  extent: { first: number; last: number };
}

/** One row of the README's table of subjects. */
export interface Subject {
  subject: string;
  cwe: string;
  /** Folders of the corpus in which the subject must occur. */
  languages: string[];
}

const COMMENT_START: Readonly<Record<string, string>> = { ".js": "//", ".ts": "//", ".py": "#" };
const LOOKS_LIKE_MARKER = /^\s*(?:\/\/|#)\s*(?:weakness|safe)\b/;
const MARKER = /^\s*(\/\/|#) (weakness|safe): (CWE-\d+) ([a-z-]+)$/;

/**
 * All markers of the `.js`, `.ts` and `.py` files below `dir`, by file name and line.
 * Throws on a malformed marker and on one that no line of code follows: a typing slip must not lower what is expected.
 */
export function readMarkers(dir: string): Marker[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => extname(file) in COMMENT_START)
    .sort()
    .flatMap((file) => markersOf(file, readFileSync(join(dir, file), "utf8")));
}

/** The markers of one file's text; `file` names it in the result and in errors. */
export function markersOf(file: string, text: string): Marker[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((comment, index) => {
    if (!LOOKS_LIKE_MARKER.test(comment)) return [];
    const [, start, expected, cwe = "", subject = ""] = MARKER.exec(comment) ?? [];
    if ((expected !== "weakness" && expected !== "safe") || start !== COMMENT_START[extname(file)]) {
      throw new Error(`${file}:${index + 1}: malformed marker: ${comment.trim()}`);
    }
    const code = lines[index + 1] ?? "";
    if (code.trim() === "" || LOOKS_LIKE_MARKER.test(code)) {
      throw new Error(`${file}:${index + 1}: no line of code follows the marker`);
    }
    return [{ file, line: index + 2, cwe, subject, expected, extent: itemAround(lines, index) }];
  });
}

/** The subjects of the table in the corpus's README, given its text. */
export function readSubjects(readme: string): Subject[] {
  return [...readme.matchAll(/^\| ([a-z-]+) \| (CWE-\d+) \| ([a-z, ]+) \|/gm)].map(
    ([, subject = "", cwe = "", languages = ""]) => ({ subject, cwe, languages: languages.split(", ") }),
  );
}

/** The item (see README) that holds the line at `index`, 0-based, as 1-based lines. */
function itemAround(lines: readonly string[], index: number): { first: number; last: number } {
  let first = index;
  while (first > 0 && !startsItem(lines, first)) first -= 1;
  let last = index;
  while (last + 1 < lines.length && !startsItem(lines, last + 1)) last += 1;
  while (lines[last]?.trim() === "") last -= 1;
  return { first: first + 1, last: last + 1 };
}

function startsItem(lines: readonly string[], index: number): boolean {
  const isFlushLeft = /^\S/.test(lines[index] ?? "");
  return isFlushLeft && (index === 0 || lines[index - 1]?.trim() === "");
}

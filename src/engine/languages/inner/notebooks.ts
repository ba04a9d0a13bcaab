// The code of a notebook's cells, read as one program in the order of the cells.
import type { TextRange } from "../../syntax";
import type { InnerLanguages } from "../language";
import { RawView } from "./raw-view";

const NOTEBOOK = /"nbformat"\s*:/;
const KERNEL = /"(?:language|name)"\s*:\s*"(python|javascript|typescript|bash|ruby|scala|kotlin|go|rust|csharp)/i;

const languageIn = (text: string): string =>
  (KERNEL.exec(text.slice(Math.max(0, text.lastIndexOf('"metadata"'))))?.[1] ?? "python").toLowerCase();

export const cells: InnerLanguages = {
  languages: (text) => (NOTEBOOK.test(text) ? [languageIn(text)] : []),

  regions(parsed, grammar) {
    if (!NOTEBOOK.test(parsed.text)) return [];
    const view = new RawView(parsed, grammar);
    const ranges: TextRange[] = [];
    for (const row of view.rowsOf("object")) {
      const pairs = new Map(view.children(row).map((pair) => [keyOf(view, pair), view.field(pair, "value")]));
      const type = pairs.get('"cell_type"');
      const source = pairs.get('"source"');
      if (type === undefined || source === undefined || view.textOf(type) !== '"code"') continue;
      for (const line of view.kind(source) === "array" ? view.children(source) : [source]) {
        if (view.kind(line) === "string") ranges.push(...lineOf(view, line));
      }
    }
    return ranges.length > 0 ? [{ language: languageIn(parsed.text), ranges }] : [];
  },
};

const keyOf = (view: RawView, pair: number): string => {
  const key = view.kind(pair) === "pair" ? view.field(pair, "key") : -1;
  return key < 0 ? "" : view.textOf(key);
};

/**
 * A line of a cell without its quotes and the backslashes of its escapes. The line end that it writes as an escape is
 * taken from the file, where the next line begins: offsets stay those of the file.
 */
function lineOf(view: RawView, row: number): TextRange[] {
  const text = view.textOf(row).slice(1, -1);
  const start = view.range(row).start + 1;
  // Magics and commands of the notebook are no code; an end of line within cannot be had.
  if (/^\s*[%!?]/.test(text) || /\\[nr](?!$)/.test(text.replaceAll("\\\\", "  "))) return [];
  const ranges: TextRange[] = [];
  let from = 0;
  for (const match of text.matchAll(/\\(?:(["\\/])|u[0-9a-fA-F]{4}|.)/g)) {
    if (match.index > from) ranges.push({ start: start + from, end: start + match.index });
    // Of `\"` the quote stays.
    from = match.index + (match[1] === undefined ? match[0].length : 1);
  }
  if (from < text.length) ranges.push({ start: start + from, end: start + text.length });
  const newline = view.text.indexOf("\n", start + text.length);
  // Two lines of a cell on one line of the file have none between them.
  if (newline >= 0 && /^"[\s,\]]*$/.test(view.text.slice(start + text.length, newline)))
    ranges.push({ start: newline, end: newline + 1 });
  return ranges;
}

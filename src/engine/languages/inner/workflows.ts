// Shell scripts of workflows: what stands under `run` in a list of `steps`.
import type { TextRange } from "../../syntax";
import type { InnerLanguages, InnerRegion } from "../language";
import { RawView } from "./raw-view";

/** By the step's `shell`, without its options; a step without one is run by a POSIX shell. */
const SHELLS: Readonly<Record<string, string>> = {
  "": "bash",
  bash: "bash",
  sh: "bash",
  pwsh: "powershell",
  powershell: "powershell",
  python: "python",
};

const shellOf = (written: string): string | undefined => SHELLS[written.trim().split(/[\s{]/)[0] ?? ""];

export const steps: InnerLanguages = {
  languages(text) {
    if (!/^[\s-]*run\s*:/m.test(text) || !/^\s*steps\s*:/m.test(text)) return [];
    const shells = [...text.matchAll(/^[\s-]*shell\s*:\s*["']?(\w*)/gm)].map(([, shell = ""]) => shellOf(shell));
    return ["bash", ...shells.filter((shell) => shell !== undefined)];
  },

  regions(parsed, grammar) {
    const view = new RawView(parsed, grammar);
    const regions: InnerRegion[] = [];
    for (const row of view.rowsOf("block_mapping_pair")) {
      if (keyOf(view, row) !== "run" || !isStep(view, view.parent(row))) continue;
      const shell = view
        .children(view.parent(row))
        .filter((pair) => keyOf(view, pair) === "shell")
        .map((pair) => textOf(view, view.field(pair, "value")));
      const language = shellOf(shell[0] ?? "");
      const ranges = scriptOf(view, view.field(row, "value"));
      if (language !== undefined && ranges.length > 0) regions.push({ language, ranges });
    }
    return regions;
  },
};

const textOf = (view: RawView, row: number): string => (row < 0 ? "" : view.textOf(row).replace(/^["']|["']$/g, ""));

const keyOf = (view: RawView, pair: number): string =>
  view.kind(pair) === "block_mapping_pair" ? textOf(view, view.field(pair, "key")) : "";

/** Whether a mapping is an item of a list that stands under `steps`. */
function isStep(view: RawView, mapping: number): boolean {
  let row = view.parent(mapping);
  for (let depth = 0; row >= 0 && depth < 6; depth++) {
    if (view.kind(row) === "block_mapping_pair") return keyOf(view, row) === "steps";
    if (view.kind(row) === "block_mapping") return false;
    row = view.parent(row);
  }
  return false;
}

/** Of a scalar: its lines without their indentation, without what the workflow puts in before a shell reads it. */
function scriptOf(view: RawView, value: number): TextRange[] {
  if (value < 0) return [];
  const scalar = view.child(value, "block_scalar");
  if (scalar >= 0) return withoutExpressions(view.text, linesOf(view, scalar));
  const { start, end } = view.range(value);
  const text = view.text.slice(start, end);
  // Escapes and folded lines would have to be undone first.
  if (/[\\\n]/.test(text)) return [];
  const quotes = /^["']/.test(text) ? 1 : 0;
  return withoutExpressions(view.text, [{ start: start + quotes, end: end - quotes }]);
}

function linesOf(view: RawView, scalar: number): TextRange[] {
  const { text } = view;
  const { start, end } = view.range(scalar);
  const folded = text[start] === ">";
  const ranges: TextRange[] = [];
  let indent = -1;
  for (let at = text.indexOf("\n", start) + 1; at > 0 && at < end; ) {
    const next = text.indexOf("\n", at) + 1;
    const stop = next > 0 && next <= end ? next : end;
    const blanks = /^[ ]*/.exec(text.slice(at, stop))![0].length;
    const isBlank = text.slice(at, stop).trim() === "";
    if (indent < 0 && !isBlank) indent = blanks;
    // A folded line goes on behind a blank: the last one of the next line's indentation.
    const from = folded && ranges.length > 0 ? at + Math.max(0, indent - 1) : at + indent;
    if (!isBlank) ranges.push({ start: from, end: folded && text[stop - 1] === "\n" ? stop - 1 : stop });
    at = next > 0 ? next : end;
  }
  return ranges;
}

/** `${{ … }}` is replaced before the shell sees it. */
function withoutExpressions(text: string, ranges: readonly TextRange[]): TextRange[] {
  return ranges.flatMap(({ start, end }) => {
    const parts: TextRange[] = [];
    let from = start;
    for (const match of text.slice(start, end).matchAll(/\$\{\{.*?\}\}/g)) {
      if (start + match.index > from) parts.push({ start: from, end: start + match.index });
      from = start + match.index + match[0].length;
    }
    if (end > from) parts.push({ start: from, end });
    return parts;
  });
}

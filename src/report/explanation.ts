// Why a rule does or does not match: as a text for terminals, and as a Markdown page.
import type { ExplainedMatch, ExplainedPart, Explanation, Verdict } from "../engine/findings/explanation";
import type { Range } from "../engine/findings/finding";
import { Lines } from "../engine/findings/lines";

const MARKS: Readonly<Record<Verdict, string>> = { yes: "✓", no: "✗", open: "·" };

/** One line of the tree. */
interface Row {
  readonly depth: number;
  readonly mark: string;
  readonly operator: string;
  readonly text: string;
  /** Sentences and figures. */
  readonly details: readonly string[];
}

/**
 * @param path of the file, as it is to be shown
 * @param text the file's text, which the explanation's offsets refer to
 */
export function explanationText(explanation: Explanation, path: string, text: string): string {
  const lines = new Lines(text);
  const rows = explanation.formula ? rowsOf(explanation.formula, 0, (range) => placeOf(range, lines)) : [];
  const drawn = rows.flatMap(({ depth, mark, operator, text: shown, details }) => {
    const indent = "  ".repeat(depth + 1);
    const own = shown.split("\n");
    const head = own.length > 1 ? `${operator}:` : shown === "" ? operator : `${operator}: ${shown}`;
    const code = own.length > 1 ? own.map((line) => `  | ${line}`) : [];
    return [`${mark} ${head}`, ...code, ...details.map((detail) => `    ${detail}`)].map((line) => indent + line);
  });
  const blocks = [headline(explanation, path, lines), explanation.reasons.join("\n"), drawn.join("\n")];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** The same as Markdown. */
export function explanationPage(explanation: Explanation, path: string, text: string): string {
  const lines = new Lines(text);
  const rows = explanation.formula ? rowsOf(explanation.formula, 0, (range) => placeOf(range, lines), code) : [];
  const list = rows.map(({ depth, mark, operator, text: shown, details }) => {
    const indent = "  ".repeat(depth);
    const head = `${indent}- ${mark} **${operator}**${shown === "" ? "" : ` ${code(shown)}`}`;
    return [head, ...details.map((detail) => `${indent}  ${detail}`)].join("  \n");
  });
  const here = lines.line(lines.lineAt(explanation.place.start)).trim();
  const blocks = [
    `# ${headline(explanation, path, lines)}`,
    here === "" ? "" : `    ${here}`,
    explanation.reasons.join("\n\n"),
    list.join("\n"),
    list.length > 0 ? "✓ lets the rule match here, ✗ does not, · had nothing to judge." : "",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function headline({ ruleId, reported, place }: Explanation, path: string, lines: Lines): string {
  const verdict = reported ? "reports something" : "reports nothing";
  return `${ruleId} ${verdict} at ${path}:${lines.lineAt(place.start) + 1}`;
}

function rowsOf(
  part: ExplainedPart,
  depth: number,
  place: (range: Range) => string,
  quote = (text: string): string => text,
): Row[] {
  const details = [...matchDetails(part, place, quote), ...part.notes];
  const row = { depth, mark: MARKS[part.verdict], operator: part.operator, text: part.text, details };
  return [row, ...part.parts.flatMap((inner) => rowsOf(inner, depth + 1, place, quote))];
}

function matchDetails(
  { condition, verdict, matches, here, nearest }: ExplainedPart,
  place: (range: Range) => string,
  quote: (text: string) => string,
): string[] {
  // What a condition judged is told in words.
  if (condition || verdict === "open") return [];
  const shown = (match: ExplainedMatch): string => {
    const bindings = Object.entries(match.bindings).map(([name, text]) => `${quote(name)} = ${quote(text)}`);
    return [place(match), ...(bindings.length > 0 ? [`with ${bindings.join(", ")}`] : [])].join(" ");
  };
  if (matches === 0) return ["It matches nowhere in the file."];
  if (here.length > 0) return here.map((match) => `Matches ${shown(match)}.`);
  const count = matches === 1 ? "1 match" : `${matches} matches`;
  return nearest ? [`Nothing here; ${count} elsewhere, the nearest at ${shown(nearest)}.`] : [];
}

/** `3:5–3:12`, or `3:5–12` on one line; lines and columns from 1. */
function placeOf({ start, end }: Range, lines: Lines): string {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  const until = from.line === to.line ? `${to.column + 1}` : `${to.line + 1}:${to.column + 1}`;
  return `${from.line + 1}:${from.column + 1}–${until}`;
}

/** Inline code, whatever back ticks the text holds. */
function code(text: string): string {
  const flat = text.replace(/\s*\n\s*/g, " ⏎ ");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}

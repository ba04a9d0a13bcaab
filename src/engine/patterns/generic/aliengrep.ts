// Generic patterns as Semgrep's aliengrep reads them: one PCRE2 expression, in which brackets pair and blanks say nothing.
import { isLimitHit, type Regex, type RegexEngine } from "../../regex";
import { type Binding, type Match, PatternError } from "../match";
import { StepLimit } from "../matching";
import type { TextPattern, TextPatternOptions } from "./text-pattern";

type Node =
  | { readonly type: "ellipsis"; readonly long: boolean; readonly name: string }
  | { readonly type: "metavariable"; readonly name: string }
  | { readonly type: "word" | "other"; readonly text: string }
  | { readonly type: "newline" }
  | { readonly type: "bracket"; readonly open: string; readonly nodes: readonly Node[]; readonly close: string };

const quoted = (text: string): string =>
  text.replace(/[^A-Za-z0-9_]/gu, (char) => `\\x{${char.codePointAt(0)!.toString(16)}}`);

/** @throws PatternError where the expression made of it is refused */
export function aliengrep(source: string, options: TextPatternOptions, regexes: RegexEngine): TextPattern {
  const expression = new Expression(options);
  let regex: Regex;
  try {
    regex = regexes.compile(expression.of(source));
  } catch (error) {
    throw new PatternError(`It cannot be made into a regular expression (${(error as Error).message})`, 0);
  }
  const { names } = expression;
  return {
    source,
    metavariables: new Set(names),
    required: [],
    qualifiers: [],
    selector: false,
    search: ({ text }) => search(regex, names, text),
  };
}

function search(regex: Regex, names: readonly string[], text: string): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from <= text.length; ) {
    const found = regex.exec(text, from);
    if (!found) break;
    if (isLimitHit(found)) throw new StepLimit();
    const bindings = new Map<string, Binding>();
    names.forEach((name, index) => {
      const group = found.groups[regex.groupNames.indexOf(`capture${index}`)];
      if (!group) return;
      const { start, end } = group;
      bindings.set(name, { kind: "content", start, end, row: -1, count: 0, text: text.slice(start, end) });
    });
    if (found.end > found.start) matches.push({ start: found.start, end: found.end, bindings });
    from = Math.max(found.end, from + 1);
  }
  return matches;
}

/** Blanks that may stand anywhere, by whether they include line ends. */
const BLANKS = { line: "[[:blank:]]*+", lines: "[[:space:]]*+" } as const;
type Reach = keyof typeof BLANKS;

class Expression {
  readonly names: string[] = [];
  private readonly brackets: ReadonlyMap<string, string>;
  private readonly wordClass: string;
  private readonly reach: Reach;

  constructor(private readonly options: TextPatternOptions) {
    const pairs: [string, string][] = [
      ["(", ")"],
      ["[", "]"],
      ["{", "}"],
    ];
    const quotes: [string, string][] = options.multiline
      ? []
      : [
          ['"', '"'],
          ["'", "'"],
        ];
    this.brackets = new Map([...pairs, ...quotes, ...options.extraBrackets]);
    this.wordClass = `A-Za-z0-9_${options.extraWordCharacters.map(quoted).join("")}`;
    this.reach = options.multiline ? "lines" : "line";
  }

  of(source: string): string {
    const nodes = this.parse(source);
    const main = this.sequence(nodes, undefined, true);
    return `(?x)${this.options.caseless ? "(?i)" : ""}${this.definitions()}${main}`;
  }

  private definitions(): string {
    const { wordClass } = this;
    const define = (name: string, expression: string): string => `(?(DEFINE)(?<${name}>${expression}))`;
    const nodes = (["line", "lines"] as const).flatMap((reach) => {
      const pairs = [...this.brackets].map(
        ([open, close]) => `${quoted(open)}${this.padded(reach, close)}${quoted(close)}`,
      );
      return [
        define(`pair_${reach}`, pairs.join("|")),
        define(`node_${reach}`, `(?&word)|(?&pair_${reach})|(?&other)`),
      ];
    });
    return [
      define("left", `(?<![${wordClass}])`),
      define("right", `(?![${wordClass}])`),
      define("edge", `(?!(?<=[${wordClass}])[${wordClass}])`),
      define("word", `(?&left)[${wordClass}]++`),
      define("other", `[^[:space:]${wordClass}]`),
      ...nodes,
    ].join("");
  }

  /** What stands between brackets, as few nodes as will do. */
  private padded(reach: Reach, close: string): string {
    const blanks = BLANKS[reach];
    return `(?:${blanks}(?!${quoted(close)})(?:(?&node_${reach})${blanks})*?)??`;
  }

  private skipped(reach: Reach, close: string | undefined): string {
    const blanks = BLANKS[reach];
    const before = close === undefined ? "" : `(?!${quoted(close)})`;
    return `(?:${before}(?&node_${reach})(?:${blanks}${before}(?&node_${reach}))*?)??`;
  }

  private ellipsis(long: boolean, close: string | undefined): string {
    if (!long || this.reach === "lines") return this.skipped(this.reach, close);
    return `(?:\\n${BLANKS.lines})??${this.skipped("lines", close)}(?:${BLANKS.lines}\\n)??`;
  }

  private capture(name: string, expression: string, edge: readonly [string, string]): string {
    const known = this.names.indexOf(name);
    if (known >= 0) return `${edge[0]}\\k<capture${known}>${edge[1]}`;
    this.names.push(name);
    return `(?<capture${this.names.length - 1}>${expression})`;
  }

  /** @param root an ellipsis at either end reaches to the end of the line, or of the text */
  private sequence(nodes: readonly Node[], close: string | undefined, root: boolean): string {
    const edges = (node: Node, neighbour: Node | undefined, line: string, text: string): string => {
      if (node.type !== "ellipsis" || !root) return "";
      if (node.long || this.reach === "lines") return neighbour ? "" : text;
      return !neighbour || neighbour.type === "newline" ? line : "";
    };
    const parts = nodes.map((node, index) => {
      const before = edges(node, nodes[index - 1], "(?:\\A|(?<=\\n))", "\\A");
      const after = edges(node, nodes[index + 1], "(?:\\z|(?=\\r?\\n))", "\\z");
      return `${before}${this.node(node, close)}${after}`;
    });
    return parts.join(BLANKS[this.reach]);
  }

  private node(node: Node, close: string | undefined): string {
    switch (node.type) {
      case "ellipsis": {
        const skipped = this.ellipsis(node.long, close);
        return node.name === "" ? skipped : this.capture(node.name, skipped, ["(?&edge)", "(?&edge)"]);
      }
      case "metavariable":
        return this.capture(node.name, "(?&word)", ["(?&left)", "(?&right)"]);
      case "word":
        return `(?&left)${quoted(node.text)}(?&right)`;
      case "other":
        return quoted(node.text);
      case "newline":
        return "\\r?\\n";
      case "bracket": {
        const blanks = BLANKS[this.reach];
        const inner = this.sequence(node.nodes, node.close, false);
        return `${quoted(node.open)}${blanks}${inner}${blanks}${quoted(node.close)}`;
      }
    }
  }

  private parse(source: string): readonly Node[] {
    const token = new RegExp(
      String.raw`\$\.{3,4}[A-Z][A-Z0-9_]*|\.{3,4}|\$[A-Z][A-Z0-9_]*|[${this.wordClass.replace(/\\x\{(\w+)\}/g, "\\u{$1}")}]+|\r?\n|\S`,
      "gu",
    );
    const root: Node[] = [];
    const open: { readonly nodes: Node[]; readonly open: string; readonly close: string }[] = [];
    const into = (): Node[] => open.at(-1)?.nodes ?? root;
    for (const [text] of source.trim().matchAll(token)) {
      const close = this.brackets.get(text);
      if (open.at(-1)?.close === text) {
        const { open: opening, nodes } = open.pop()!;
        into().push({ type: "bracket", open: opening, nodes, close: text });
      } else if (close !== undefined) open.push({ nodes: [], open: text, close });
      else if (/^\r?\n$/.test(text)) {
        if (this.reach === "line") into().push({ type: "newline" });
      } else into().push(leaf(text));
    }
    // A bracket that is never closed is a character like others.
    for (const { open: opening, nodes } of open) root.push({ type: "other", text: opening }, ...nodes);
    return root;
  }
}

function leaf(text: string): Node {
  const dots = /^(\$?)(\.{3,4})(\w*)$/.exec(text);
  if (dots && (dots[1] === "$") === (dots[3] !== "")) {
    const long = dots[2]!.length === 4;
    return { type: "ellipsis", long, name: dots[3] === "" ? "" : `$...${dots[3]}` };
  }
  if (/^\$[A-Z]/.test(text)) return { type: "metavariable", name: text };
  return { type: /^[^\W]/u.test(text) ? "word" : "other", text };
}

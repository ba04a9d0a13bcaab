// A rule file as its author edits it: where in its text each mistake lies, scalars of every style included.
import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Scalar, visit } from "yaml";
import type { Range } from "../engine/findings/finding";
import { Lines } from "../engine/findings/lines";
import type { FaultyText } from "../engine/rules/compile";
import { yamlDocument } from "../engine/rules/located";
import type { Place } from "../engine/rules/rule";

/** What is known of a mistake's place; without any of it, the file's first line is to blame. */
export interface MistakePlace {
  readonly ruleId?: string;
  readonly at?: Place;
  readonly inside?: FaultyText;
}

export class RuleFileText {
  readonly #lines: Lines;
  #parsed: { readonly document: Document<Node> | undefined } | undefined;

  constructor(readonly text: string) {
    this.#lines = new Lines(text);
  }

  /** Parsed once, and only where a place is asked for: most files hold no mistake. */
  get #document(): Document<Node> | undefined {
    this.#parsed ??= { document: yamlDocument(this.text) };
    return this.#parsed.document;
  }

  /** The narrowest range that is known to hold the mistake; empty at the end of a line. */
  rangeOf({ ruleId, at, inside }: MistakePlace): Range {
    const start = at && this.#lines.offsetAt(at);
    if (inside) {
      const within = this.#within(start ?? this.idRange(ruleId ?? "")?.start, inside);
      if (within) return within;
    }
    if (start !== undefined) return this.#toLineEnd(start);
    return this.idRange(ruleId ?? "") ?? this.#toLineEnd(0);
  }

  /** Where the id of a rule stands. */
  idRange(ruleId: string): Range | undefined {
    const ids = this.#rules().map((rule) => (isMap(rule) ? rule.get("id", true) : undefined));
    const id = ids.find((node) => isScalar(node) && String(node.value) === ruleId);
    return isScalar(id) ? rangeOf(id) : undefined;
  }

  /** The rules that have an id, each on its zero-based line. */
  outline(): { readonly id: string; readonly line: number }[] {
    return this.#rules().flatMap((rule) => {
      const id = isMap(rule) ? rule.get("id", true) : undefined;
      return isScalar(id) ? [{ id: String(id.value), line: this.#lines.lineAt(rangeOf(id).start) }] : [];
    });
  }

  /** The first place of a metavariable in the text under a rule's key. */
  inKey(ruleId: string, key: string, name: string): Range | undefined {
    const rule = this.#rules().find((one) => isMap(one) && one.get("id") === ruleId);
    const value = isMap(rule) ? rule.get(key, true) : undefined;
    return isScalar(value) ? this.#named(value, name) : undefined;
  }

  /** The same in a text at or below the key at a place: the condition that names the metavariable. */
  below(at: Place, name: string): Range | undefined {
    const owner = this.#at(this.#lines.offsetAt(at));
    return (
      owner &&
      scalars(owner)
        .map((scalar) => this.#named(scalar, name))
        .find((range) => range !== undefined)
    );
  }

  #named(scalar: Scalar, name: string): Range | undefined {
    const value = String(scalar.value);
    const offset = value.search(new RegExp(`${name.replace(/[$.]/g, "\\$&")}(?!\\w)`));
    if (offset < 0) return undefined;
    const start = this.#sourceOffset(scalar, value, offset);
    return { start, end: this.#sourceOffset(scalar, value, offset + name.length - 1) + 1 };
  }

  #rules(): readonly unknown[] {
    const contents = this.#document?.contents;
    const rules = isMap(contents) ? contents.get("rules", true) : undefined;
    return isSeq(rules) ? rules.items : [];
  }

  /** A place in the scalar that holds the text, which stands at or below the key or value at `start`. */
  #within(start: number | undefined, { text, offset }: FaultyText): Range | undefined {
    if (start === undefined) return undefined;
    const owner = this.#at(start);
    // Rules may have trimmed the text.
    const scalar = owner && scalars(owner).find(({ value }) => String(value).trim() === text.trim());
    if (!scalar) return undefined;
    const value = String(scalar.value);
    const from = this.#sourceOffset(scalar, value, Math.min(offset, Math.max(value.trimEnd().length - 1, 0)));
    return { start: from, end: Math.max(from + 1, this.#lineEnd(from, rangeOf(scalar).end)) };
  }

  /** The value of the key at an offset, or the value there. */
  #at(offset: number): Node | undefined {
    let keyed: Node | undefined;
    let plain: Node | undefined;
    visit(this.#document ?? null, {
      Pair: (_, { key, value }) => {
        if (!isScalar(key) || key.range?.[0] !== offset || !isNode(value)) return undefined;
        keyed = value;
        return visit.BREAK;
      },
      Node: (key, node) => {
        if (key !== "key" && node.range?.[0] === offset) plain ??= node;
      },
    });
    return keyed ?? plain;
  }

  /** Where a character of a scalar's value stands in the file: both are walked side by side. */
  #sourceOffset(scalar: Scalar, value: string, offset: number): number {
    const { start, end } = rangeOf(scalar);
    const escapes = scalar.type === "QUOTE_DOUBLE";
    let source = scalarStart(scalar, this.text, start);
    for (let index = 0; source < end; source++) {
      const sequence = escapes && this.text[source] === "\\" ? escapeAt(this.text, source) : undefined;
      const same = sequence ? sequence.value === value[index] : this.text[source] === value[index];
      if (same && index === offset) return source;
      if (sequence) source += sequence.length - 1;
      // Indentation and the like stand in the file alone; a folded line break is a space in the value.
      const folded = value[index] === " " && /[\r\n]/.test(this.text[source] ?? "");
      if (same || folded) index++;
      if (index > offset) return source;
    }
    return Math.max(start, end - 1);
  }

  #toLineEnd(start: number): Range {
    return { start, end: Math.max(start, this.#lineEnd(start, this.text.length)) };
  }

  #lineEnd(offset: number, most: number): number {
    const end = Math.min(this.#lines.end(this.#lines.lineAt(offset)), most);
    return offset + this.text.slice(offset, end).trimEnd().length;
  }
}

function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** The values that are scalars, in order, the node itself included. */
function scalars(node: Node): Scalar[] {
  const found: Scalar[] = [];
  visit(node, {
    Scalar: (key, scalar) => {
      if (key !== "key") found.push(scalar);
    },
  });
  return found;
}

/** Where a scalar's own text begins: after a quote, or after the header of a block. */
function scalarStart({ type }: Scalar, text: string, start: number): number {
  if (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") return start + 1;
  if (type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED") return start;
  const newline = text.indexOf("\n", start);
  return newline < 0 ? start : newline + 1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", 0: "\0", e: "\u001b", b: "\b", f: "\f" };

/** An escape sequence of a double-quoted scalar. */
function escapeAt(text: string, at: number): { readonly value: string; readonly length: number } {
  const letter = text[at + 1] ?? "";
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits === undefined) return { value: ESCAPES[letter] ?? letter, length: 2 };
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  const known = Number.isInteger(code) && code <= 0x10ffff;
  return { value: known ? String.fromCodePoint(code) : "", length: 2 + digits };
}

// The analyzer `redos`: regular expressions that may take exponential time to fail, told from their shape alone.

type Node =
  /** Something that can fail to match: a character, a class, an anchor, a back reference. */
  | { readonly type: "one" }
  | { readonly type: "parts"; readonly parts: readonly Node[]; readonly inSequence: boolean }
  | {
      readonly type: "repeat";
      readonly inner: Node;
      readonly least: number;
      readonly most: number;
      readonly possessive: boolean;
    };

/** Repeats that can happen at most this often do not explode. */
const harmlessRepeats = 3;

/** Groups nested deeper than this are no regular expression that a person wrote. */
const maxDepth = 200;

/**
 * Whether something repeated holds something that can itself be repeated in several ways, and what follows can fail:
 * `(a+)+$`. False for what is no regular expression.
 */
export function mayBacktrack(regex: string): boolean {
  const root = new ShapeReader(regex).whole();
  return root !== undefined && some(root, isRisky);
}

function isRisky(node: Node): boolean {
  if (node.type !== "parts" || !node.inSequence) return false;
  const { parts } = node;
  const first = parts.findIndex((part) => some(part, explodes));
  return first >= 0 && parts.slice(first + 1).some((part) => some(part, ({ type }) => type === "one"));
}

/** Repeated without an end that matters, over something that can be repeated in two ways that are not empty. */
function explodes(node: Node): boolean {
  return isRepeat(node) && node.most > harmlessRepeats && some(node.inner, isAmbiguous);
}

function isAmbiguous(node: Node): boolean {
  return isRepeat(node) && (node.least >= 1 ? node.most > node.least : node.most >= 2);
}

function isRepeat(node: Node): node is Node & { type: "repeat" } {
  return node.type === "repeat" && !node.possessive;
}

function some(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true;
  if (node.type === "parts") return node.parts.some((part) => some(part, test));
  return node.type === "repeat" && some(node.inner, test);
}

const nothing: Node = { type: "parts", parts: [], inSequence: true };
const one: Node = { type: "one" };

/** Reads as much of a regular expression as the shape needs. */
class ShapeReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  /** `undefined` where the brackets do not pair. */
  whole(): Node | undefined {
    const node = this.choice();
    return node && this.at === this.source.length ? node : undefined;
  }

  private choice(): Node | undefined {
    if (++this.depth > maxDepth) return undefined;
    const parts: Node[] = [];
    do {
      const sequence = this.sequence();
      if (!sequence) return undefined;
      parts.push(sequence);
    } while (this.take(/\|/y));
    this.depth--;
    return parts.length === 1 ? parts[0] : { type: "parts", parts, inSequence: false };
  }

  private sequence(): Node | undefined {
    const parts: Node[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at]!)) {
      const atom = this.atom();
      if (!atom) return undefined;
      parts.push(this.repeated(atom));
    }
    return { type: "parts", parts, inSequence: true };
  }

  private atom(): Node | undefined {
    if (this.take(/\(\?#[^)]*\)|\(\?[a-zA-Z^-]+\)|\(\*\w+(?::[^)]*)?\)/y)) return nothing;
    const group = this.take(/\((?:\?(?:P?<\w+>|'\w+'|<[=!]|[:=!>|]|[a-zA-Z^-]+:|\([^)]*\)))?/y);
    if (group) {
      const inner = this.choice();
      return inner && this.take(/\)/y) ? inner : undefined;
    }
    if (this.take(/\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/y)) return one;
    if (this.take(/\\K/y)) return nothing;
    if (this.take(/\\Q[\s\S]*?(?:\\E|$)/y)) return one;
    if (this.take(/\\(?:[xpPogk]\{[^}]*\}|[kg](?:<[^>]*>|'[^']*')|[\s\S])/y)) return one;
    return this.take(/[^\\[(]/y) ? one : undefined;
  }

  private repeated(atom: Node): Node {
    let node = atom;
    for (let found = this.quantifier(); found; found = this.quantifier()) {
      const [, kind = "", least = "", comma, most = "", mode] = found;
      const counts: readonly [number, number] =
        kind === "*"
          ? [0, Number.POSITIVE_INFINITY]
          : kind === "+"
            ? [1, Number.POSITIVE_INFINITY]
            : kind === "?"
              ? [0, 1]
              : [
                  Number(least),
                  comma === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most),
                ];
      node = { type: "repeat", inner: node, least: counts[0], most: counts[1], possessive: mode === "+" };
    }
    return node;
  }

  private quantifier(): RegExpExecArray | undefined {
    return this.take(/(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})([?+])?/y);
  }

  private take(token: RegExp): RegExpExecArray | undefined {
    token.lastIndex = this.at;
    const found = token.exec(this.source) ?? undefined;
    if (found) this.at = token.lastIndex;
    return found;
  }
}

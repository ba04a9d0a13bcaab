// The syntax of `metavariable-comparison`: a subset of Python's expressions.

/** A float is a number, an integer a bigint. */
export type Scalar = string | number | bigint | boolean;

export type Expression =
  | { readonly type: "literal"; readonly value: Scalar }
  | { readonly type: "metavariable"; readonly name: string }
  | { readonly type: "list"; readonly items: readonly Expression[] }
  | { readonly type: "unary"; readonly operator: string; readonly operand: Expression }
  | { readonly type: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly type: "call"; readonly name: string; readonly operands: readonly Expression[] };

/** What stops a comparison from being parsed; the message is a full sentence. */
export class ComparisonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ComparisonError";
  }
}

/** Functions by name, with the number of arguments. */
const functions: ReadonlyMap<string, number> = new Map([
  ["int", 1],
  ["str", 1],
  ["today", 0],
  ["strptime", 1],
  ["parse_promql_duration", 1],
  ["re.match", 2],
  ["fault", 1],
]);

/** Binary operators below the comparisons, loosest first. */
const levels: readonly (readonly string[])[] = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "%"]];

const comparisons = ["==", "!=", "<=", ">=", "<", ">", "in", "not in"];

/** Parentheses and operators nested deeper than this are no comparison that a person wrote. */
const maxDepth = 100;

interface Token {
  readonly kind: "number" | "string" | "metavariable" | "word" | "operator" | "end";
  readonly text: string;
}

const tokenPattern = new RegExp(
  [
    /(?<number>0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/,
    /(?<string>[rR]?(?:'''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"))/,
    /(?<metavariable>\$(?:\.\.\.)?\w+)/,
    /(?<word>not\s+in\b|re\s*\.\s*match\b|[A-Za-z_]\w*)/,
    /(?<operator>\*\*|\/\/|<<|>>|[=!<>]=|[-+*/%~&|^<>()[\],])/,
  ]
    .map((part) => part.source)
    .join("|"),
  "y",
);

/** Parses the source; `onRegex` is told each literal that `re.match` uses. Throws ComparisonError. */
export function parseExpression(source: string, onRegex: (regex: string) => void): Expression {
  const parser = new Parser(tokens(source), onRegex);
  return parser.whole();
}

function tokens(source: string): Token[] {
  const result: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const space = /\s+/y;
    space.lastIndex = at;
    if (space.test(source)) {
      at = space.lastIndex;
      continue;
    }
    tokenPattern.lastIndex = at;
    const groups = tokenPattern.exec(source)?.groups;
    const [kind, text] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (!text) throw new ComparisonError(`The comparison cannot be read from \`${source.slice(at, at + 20)}\` on.`);
    result.push({
      kind: kind as Token["kind"],
      text: kind === "word" ? text.replace(/\s*\.\s*/, ".").replace(/\s+/, " ") : text,
    });
    at = tokenPattern.lastIndex;
  }
  result.push({ kind: "end", text: "its end" });
  return result;
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly onRegex: (regex: string) => void,
  ) {}

  whole(): Expression {
    const expression = this.either();
    if (this.token.kind !== "end") throw this.unexpected();
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.at]!;
  }

  private take(...texts: readonly string[]): string | undefined {
    const { kind, text } = this.token;
    if ((kind !== "operator" && kind !== "word") || !texts.includes(text)) return undefined;
    this.at++;
    return text;
  }

  private expect(text: string): void {
    if (this.take(text) === undefined) throw this.unexpected(`; expected \`${text}\``);
  }

  private unexpected(hint = ""): ComparisonError {
    return new ComparisonError(`The comparison has an unexpected \`${this.token.text}\`${hint}.`);
  }

  private nested<T>(parse: () => T): T {
    if (++this.depth > maxDepth) throw new ComparisonError("The comparison is nested too deeply.");
    const result = parse();
    this.depth--;
    return result;
  }

  private chain(operators: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let operator = this.take(...operators); operator; operator = this.take(...operators)) {
      left = { type: "binary", operator, left, right: operand() };
    }
    return left;
  }

  private either(): Expression {
    return this.nested(() => this.chain(["or"], () => this.chain(["and"], () => this.negation())));
  }

  private negation(): Expression {
    if (!this.take("not")) return this.comparison();
    return { type: "unary", operator: "not", operand: this.nested(() => this.negation()) };
  }

  private comparison(): Expression {
    const left = this.level(0);
    const operator = this.take(...comparisons);
    if (!operator) return left;
    const right = this.level(0);
    if (this.take(...comparisons))
      throw new ComparisonError("Chained comparisons are not supported; join two with `and`.");
    return { type: "binary", operator, left, right };
  }

  private level(index: number): Expression {
    const operators = levels[index];
    return operators ? this.chain(operators, () => this.level(index + 1)) : this.sign();
  }

  private sign(): Expression {
    const operator = this.take("-", "+", "~");
    if (operator) return { type: "unary", operator, operand: this.nested(() => this.sign()) };
    const base = this.atom();
    if (!this.take("**")) return base;
    return { type: "binary", operator: "**", left: base, right: this.nested(() => this.sign()) };
  }

  private atom(): Expression {
    const { kind, text } = this.token;
    if (kind === "number") return this.literal(numberOf(text));
    if (kind === "string") return this.literal(stringOf(text));
    if (kind === "metavariable") return this.metavariable(text);
    if (kind === "word") return this.word(text);
    if (this.take("[")) return { type: "list", items: this.list("]") };
    this.expect("(");
    const inner = this.either();
    this.expect(")");
    return inner;
  }

  private literal(value: Scalar): Expression {
    this.at++;
    return { type: "literal", value };
  }

  private metavariable(name: string): Expression {
    if (/^\$\d/.test(name))
      throw new ComparisonError(`\`${name}\` has no value here; name the group, as in \`(?<NAME>…)\`.`);
    this.at++;
    return { type: "metavariable", name };
  }

  private word(name: string): Expression {
    if (name === "True" || name === "False") return this.literal(name === "True");
    const count = functions.get(name);
    if (count === undefined) throw new ComparisonError(`The comparison uses \`${name}\`, which is not supported.`);
    this.at++;
    this.expect("(");
    const operands = this.list(")");
    if (operands.length !== count)
      throw new ComparisonError(`\`${name}\` takes ${count} argument${count === 1 ? "" : "s"}.`);
    if (name === "re.match") this.regex(operands[0]);
    if (name === "fault" && operands[0]?.type !== "metavariable") {
      throw new ComparisonError("The argument of `fault` must be a metavariable.");
    }
    return { type: "call", name, operands };
  }

  private regex(expression: Expression | undefined): void {
    if (expression?.type !== "literal" || typeof expression.value !== "string") {
      throw new ComparisonError("The first argument of `re.match` must be a regular expression in quotes.");
    }
    this.onRegex(expression.value);
  }

  private list(close: string): Expression[] {
    const items: Expression[] = [];
    while (!this.take(close)) {
      items.push(this.either());
      if (!this.take(",")) {
        this.expect(close);
        break;
      }
    }
    return items;
  }
}

function numberOf(text: string): number | bigint {
  const digits = text.replaceAll("_", "");
  if (/^0[xob]/i.test(digits)) {
    if (digits.length === 2) throw new ComparisonError(`\`${text}\` is no number.`);
    return BigInt.asIntN(64, BigInt(digits));
  }
  return /^\d+$/.test(digits) ? BigInt.asIntN(64, BigInt(digits)) : Number(digits);
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  "0": "\0",
  "\n": "",
};

/** The value of a literal; as in Python, an unknown escape keeps its backslash, so that `"\d"` is a regular expression. */
function stringOf(token: string): string {
  const [, prefix = "", quotes = ""] = /^([rR]?)('''|"""|'|")/.exec(token) ?? [];
  const content = token.slice(prefix.length + quotes.length, token.length - quotes.length);
  if (prefix) return content;
  return content.replace(/\\([\s\S])/g, (whole, character: string) => {
    if ("\\'\"".includes(character)) return character;
    return escapes[character] ?? whole;
  });
}

// The code that a fix puts in place, read as a pattern is: what metavariables stand for goes in as parts of a tree, so that
// an empty `$...X` takes its comma along and an operation keeps its meaning. What Semgrep cannot print so is left to text.
import type { FixPrinting, Language } from "../languages/language";
import type { Grammar } from "../syntax";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { readCode } from "./compile";
import { isExpression } from "./document";
import { type Bindings, PatternError, type Piece, type Target } from "./match";

/** An expression with metavariables. */
export interface CodeTemplate {
  readonly source: string;
  readonly root: TemplateNode;
  readonly printing: FixPrinting;
}

interface TemplateNode {
  readonly kind: Kind;
  readonly role: Role;
  /** A leaf's text or another row's variant. */
  readonly text: string;
  /** As written. */
  readonly source: string;
  readonly children: readonly TemplateNode[];
}

/** `undefined` where the text is no expression of the language, or fixes of the language are filled in as texts. */
export function compileTemplate(text: string, language: Language, grammar: Grammar): CodeTemplate | undefined {
  const printing = language.fixPrinting;
  if (!printing) return undefined;
  try {
    const { tree, rows, source, from, textOf } = readCode(text, language, grammar);
    const [row, second] = rows;
    if (row === undefined || second !== undefined || from === undefined) return undefined;
    const root = expressionOf(tree, row, source);
    if (root < 0) return undefined;
    const node = (at: number): TemplateNode => ({
      kind: tree.kind[at]! as Kind,
      role: tree.role[at]! as Role,
      text: textOf(at),
      source: source.slice(tree.start[at]! - from, tree.end[at]! - from),
      children: childrenIn(tree, at).map(node),
    });
    return { source, root: node(root), printing };
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

/** The row of the expression that the whole text is, -1 where it is something else. */
function expressionOf(tree: Tree, row: number, source: string): number {
  if (tree.kind[row] === Kind.ExpressionStatement) return source.endsWith(";") ? -1 : childIn(tree, row, Role.Value);
  return isExpression(tree.kind[row]!) ? row : -1;
}

/** The code with what is bound; `undefined` where a metavariable stands for something that cannot be put there. */
export function fillTemplate(template: CodeTemplate, bindings: Bindings, target: Target): string | undefined {
  return new Printer(template, bindings, target).print(template.root);
}

/** Every method gives `undefined` for what cannot be printed. */
class Printer {
  private readonly names: readonly string[];

  constructor(
    private readonly template: CodeTemplate,
    private readonly bindings: Bindings,
    private readonly target: Target,
  ) {
    this.names = [...bindings.keys()];
  }

  /** An operation in parentheses, whether they are needed or not, as Semgrep has it. */
  print(node: TemplateNode): string | undefined {
    const piece = this.piece(node);
    return piece && parenthesized(piece);
  }

  private piece(node: TemplateNode): Piece | undefined {
    const kind = pieceKind(node.kind, node.text);
    if (!this.names.some((name) => node.source.includes(name))) return { text: node.source, kind };
    const binding = this.bindings.get(node.text);
    switch (node.kind) {
      case Kind.Identifier:
      case Kind.Name:
        return binding && expression(this.target.pieces(binding));
      case Kind.String: {
        const piece = binding?.kind === "content" ? this.target.pieces(binding)[0] : undefined;
        return piece?.kind === "string" ? piece : undefined;
      }
      case Kind.Call:
        return asPiece(this.call(node), kind);
      case Kind.Binary:
        return asPiece(this.binary(node), kind);
      case Kind.Member:
        return this.template.printing.members ? asPiece(this.member(node), kind) : undefined;
      default:
        return undefined;
    }
  }

  private call({ text, children }: TemplateNode): string | undefined {
    const [callee, ...list] = children;
    if (text !== "" || callee?.role !== Role.Callee || list.some(({ role }) => role !== Role.Argument))
      return undefined;
    const called = this.print(callee);
    const [first] = list;
    const whole = list.length === 1 && first && this.bindings.get(first.text);
    // A whole list goes over as it stands.
    if (called !== undefined && whole && whole.kind === "rows") return `${called}(${whole.text})`;
    const printed = list.map((argument) => this.argument(argument));
    if (called === undefined || !printed.every((pieces) => pieces !== undefined)) return undefined;
    const pieces = printed.flat();
    const ordered = this.template.printing.keywordsLast
      ? [...pieces.filter(({ kind }) => kind !== "keyword"), ...pieces.filter(({ kind }) => kind === "keyword")]
      : pieces;
    return `${called}(${ordered.map((piece) => piece.text).join(", ")})`;
  }

  private argument(node: TemplateNode): readonly Piece[] | undefined {
    const binding = this.bindings.get(node.text);
    if (binding?.kind === "rows") return this.target.pieces(binding);
    if (node.kind === Kind.Argument && this.names.some((name) => node.source.includes(name))) return undefined;
    const piece = this.piece(node);
    const untouched = piece?.text === node.source;
    return piece && [untouched ? piece : { ...piece, text: parenthesized(piece) }];
  }

  private binary({ text, children }: TemplateNode): string | undefined {
    const [left, right, third] = children;
    if (!left || !right || third || text === "") return undefined;
    const operands = [this.print(left), this.print(right)];
    return operands.every((operand) => operand !== undefined) ? operands.join(` ${text} `) : undefined;
  }

  private member({ text, children }: TemplateNode): string | undefined {
    const [object, property] = children;
    if (text !== "" || !object || !property) return undefined;
    const parts = [this.print(object), this.print(property)];
    return parts.every((part) => part !== undefined) ? parts.join(".") : undefined;
  }
}

function asPiece(text: string | undefined, kind: Piece["kind"]): Piece | undefined {
  return text === undefined ? undefined : { text, kind };
}

/** The one piece, if it is an expression. */
function expression([piece, second]: readonly Piece[]): Piece | undefined {
  return !second && (piece?.kind === "expression" || piece?.kind === "operation") ? piece : undefined;
}

function parenthesized({ text, kind }: Piece): string {
  return kind === "operation" ? `(${text})` : text;
}

/** Operators that are words of their own to Semgrep, and no operations. */
const words = new Set(["typeof", "void", "delete", "instanceof"]);

/** What a row is when it becomes a part of other code. `variant` is its operator. */
export function pieceKind(kind: number, variant: string): Piece["kind"] {
  if (kind === Kind.Binary || kind === Kind.Unary) return words.has(variant) ? "expression" : "operation";
  if (kind === Kind.Argument) return "keyword";
  return isExpression(kind) || kind === Kind.Name || kind === Kind.Spread ? "expression" : "other";
}

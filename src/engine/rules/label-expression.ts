// The expressions over labels that `requires` holds, in Python's syntax: `A and not (B or C)`.
import { LocatedError } from "./located";
import type { Place } from "./rule";
import type { LabelExpression } from "./taint";

/** Deeper than any expression a person writes, and shallow enough for every recursion over it. */
const maxDepth = 50;

/** Throws LocatedError, at `at`, where the text is no such expression. */
export function readLabelExpression(text: string, at: Place): LabelExpression {
  return new LabelReader(text, at).read();
}

class LabelReader {
  private readonly tokens: readonly string[];
  private next = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly at: Place,
  ) {
    this.tokens = text.match(/[\p{L}_][\p{L}\p{N}_]*|\S/gu) ?? [];
  }

  read(): LabelExpression {
    const expression = this.expression();
    if (this.next < this.tokens.length) throw this.mistake(`\`${this.tokens[this.next]}\` is not expected`);
    return expression;
  }

  private expression(): LabelExpression {
    return this.several("or", () => this.several("and", () => this.operand()));
  }

  private several(type: "and" | "or", operand: () => LabelExpression): LabelExpression {
    const first = operand();
    const operands = [first];
    while (this.accepts(type)) operands.push(operand());
    return operands.length > 1 ? { type, operands } : first;
  }

  private operand(): LabelExpression {
    if (++this.depth > maxDepth) throw this.mistake("it is nested too deeply");
    const expression = this.simple();
    this.depth--;
    return expression;
  }

  private simple(): LabelExpression {
    if (this.accepts("not")) return { type: "not", operand: this.operand() };
    if (this.accepts("(")) {
      const inner = this.expression();
      if (!this.accepts(")")) throw this.mistake("a closing parenthesis is missing");
      return inner;
    }
    const token = this.tokens[this.next++];
    if (token === undefined) throw this.mistake("it ends where a label is expected");
    if (token === "True" || token === "False") return { type: "constant", value: token === "True" };
    if (/^[\p{L}_]/u.test(token) && token !== "and" && token !== "or") return { type: "label", name: token };
    throw this.mistake(`\`${token}\` is no label`);
  }

  private accepts(token: string): boolean {
    if (this.tokens[this.next] !== token) return false;
    this.next++;
    return true;
  }

  private mistake(what: string): LocatedError {
    const shown = this.text.trim().split("\n", 1)[0] ?? "";
    return new LocatedError(
      `\`${shown}\` is no expression over labels, such as \`A and not (B or C)\`: ${what}.`,
      this.at,
    );
  }
}

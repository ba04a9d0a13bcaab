// Options by which who runs a program turns its checks off: `if (!allowPrivate && isPrivate(host)) throw`. The choice is
// theirs, and what is checked where they do not make it counts as checked.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { FlowDocument } from "./flow-document";

/** Names of options with which checks are off, and with which they are on. */
const OFF = /^_?(?:is|dangerously)?_?(?:allow|unsafe|insecure|skip|disable|ignore|trust|bypass|no_?check)/i;
const ON = /^_?(?:is|should|do)?_?(?:check|validat|verif|strict|secure|enforce|restrict|protect)/i;
const NOT: ReadonlySet<string> = new Set(["!", "not"]);

/** Whether a condition that holds, or does not, says that an option has turned checks off. */
export function turnsChecksOff(document: FlowDocument, condition: number, holds: boolean): boolean {
  const { tree } = document;
  if (condition < 0) return false;
  switch (tree.kind[condition]) {
    case Kind.Unary:
      return (
        NOT.has(document.textOf(condition)) && turnsChecksOff(document, childIn(tree, condition, Role.Operand), !holds)
      );
    case Kind.Binary: {
      const together = holds ? OR : AND;
      const parts = childrenIn(tree, condition);
      return together.has(document.textOf(condition)) && parts.every((part) => turnsChecksOff(document, part, holds));
    }
    case Kind.Identifier:
      return (holds ? OFF : ON).test(document.textOf(condition));
    case Kind.Member:
      return (holds ? OFF : ON).test(document.textOf(childIn(tree, condition, Role.Property)));
    default:
      return false;
  }
}

const AND: ReadonlySet<string> = new Set(["&&", "and"]);
const OR: ReadonlySet<string> = new Set(["||", "or"]);

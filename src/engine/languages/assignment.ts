// Assignments of languages whose grammar has one kind for `=` and for `+=`.
import { Kind, Role } from "../tree/kinds";
import type { Lower } from "./lowering";

/** With the fields `left`, `operator` and `right`. */
export const assignment: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const plain = operator < 0 || to.textOf(operator) === "=";
  const opened = to.open(plain ? Kind.Assign : Kind.CompoundAssign, role, row, plain ? 0 : to.atomOf(operator));
  const left = to.field(row, "left");
  // What is assigned is declared elsewhere.
  if (left >= 0 && to.kindName(left) === "identifier") to.leaf(Kind.Identifier, Role.Target, left);
  else to.lowerAs(left, Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(opened);
};

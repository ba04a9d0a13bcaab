// C#'s statements, as far as they need more than a line in the table of shapes.
import { Kind, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { name, startOf } from "./names";

/** What `#if` holds is code, its condition is not. */
export const conditional: Lower = (to, row, role) => {
  const condition = to.field(row, "condition");
  for (const child of to.namedChildren(row)) if (child !== condition) to.lowerAs(child, role);
};

/** `int a = 1, b;`: one row each, all from the first modifier; the last has the `;`. */
export const declaration =
  (kind: Kind.Variable | Kind.Field): Lower =>
  (to, row, role) => {
    const list = to.childOfKind(row, "variable_declaration");
    if (list < 0) return;
    const type = to.field(list, "type");
    const declarators = to.namedChildren(list).filter((child) => to.kindName(child) === "variable_declarator");
    for (const [index, declarator] of declarators.entries()) {
      const end = index === declarators.length - 1 ? undefined : to.table.end[declarator]!;
      const opened = to.open(kind, role, row, 0, startOf(to, declaredIn(to, row, list)), end);
      for (const child of to.children(row)) {
        if (to.kindName(child) === "attribute_list") to.lowerAs(child, Role.Decorator);
        else if (to.kindName(child) === "modifier") to.lowerAs(child, Role.Modifier);
        else if (to.kindName(child) === "using") to.leaf(Kind.Modifier, Role.Modifier, child);
      }
      declared(to, declarator, type, kind);
      to.close(opened);
    }
  };

/** `var` is no part of what Semgrep reports. */
function declaredIn(to: Lowerer, row: number, list: number): number {
  const bare = to.children(row)[0] === list && to.kindName(to.field(list, "type")) === "implicit_type";
  return bare ? to.childOfKind(list, "variable_declarator") : row;
}

/** In the header of a statement: `using (var a = b())`, `for (int i = 0; …)`. */
export const variables: Lower = (to, row, role) => {
  const type = to.field(row, "type");
  for (const declarator of to.namedChildren(row).filter((child) => to.kindName(child) === "variable_declarator")) {
    const opened = to.open(Kind.Variable, role, row, 0, undefined, to.table.end[declarator]!);
    declared(to, declarator, type, Kind.Variable);
    to.close(opened);
  }
};

function declared(to: Lowerer, declarator: number, type: number, kind: Kind): void {
  to.lowerAs(type, Role.Type);
  const [target = -1, ...others] = to.namedChildren(declarator);
  to.lowerAs(target, kind === Kind.Field ? Role.Name : Role.Target);
  const value = others.findLast((child) => to.kindName(child) !== "bracketed_argument_list");
  to.lowerAs(value ?? -1, Role.Init);
}

export const forEach: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row);
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(to.field(row, "left"), Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

/** What stands before the colon is tested, what follows is done. */
export const section: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  let behind = false;
  for (const child of to.children(row)) {
    if (to.kindName(child) === ":") behind = true;
    else if (to.kindName(child) === "when_clause") to.lowerAll(child, Role.Condition);
    else if (to.isNamed(child)) to.lowerAs(child, behind ? Role.Statement : Role.Test);
  }
  to.close(opened);
};

export const labelled: Lower = (to, row, role) => {
  const [label = -1, body = -1] = to.namedChildren(row);
  const opened = to.open(Kind.Label, role, row);
  name(to, label, Role.Name);
  to.lowerAs(body, Role.Body);
  to.close(opened);
};

export const yields: Lower = (to, row, role) => {
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const opened = to.open(Kind.Yield, Role.Value, row, to.intern("yield"));
  to.lowerAll(row, Role.Value);
  to.close(opened);
  to.close(statement);
};

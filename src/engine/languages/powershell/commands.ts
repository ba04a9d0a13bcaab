// Commands: calls whose parameters are keyword arguments.
import { Kind, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { folded, LETTER } from "./expressions";

/** Parameters that take no value, as far as the text does not tell: what follows them is an argument of its own. */
const SWITCHES: ReadonlySet<string> = new Set(
  (
    "append asbytestream asjob asplaintext autosize compress debug directory disablekeepalive file force hidden " +
    "leaf list noclobber noexit nonewline noninteractive nologo noprofile nowait parent passthru preserveauthorizationonredirect " +
    "quiet raw recurse resolve skipcertificatecheck skipheadervalidation skippublishercheck useBasicParsing usedefaultcredentials " +
    "usessl verbose wait whatif"
  )
    .toLowerCase()
    .split(" "),
);

/** A command; `...` alone, which stands as one in a pattern, is what it stands for. */
export const command: Lower = (to, row, role) => {
  const name = to.field(row, "command_name");
  const elements = to.field(row, "command_elements");
  const given = elements < 0 ? [] : to.namedChildren(elements).filter((child) => !OMITTED.has(to.kindName(child)));
  if (given.length === 0 && name >= 0 && to.textOf(name).startsWith(LETTER)) {
    return void to.leaf(Kind.Identifier, role, name);
  }
  const operator = to.childOfKind(row, "command_invokation_operator");
  const final = given.at(-1) ?? name;
  const end = final < 0 ? to.table.end[row]! : to.table.end[final]!;
  const opened = to.open(Kind.Call, role, row, 0, to.table.start[row]!, end);
  callee(to, name, operator, opened);
  const making = name >= 0 && to.textOf(name).trim().toLowerCase() === "new-object";
  const values = invocations(to, given);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (to.kindName(value.row) !== "command_parameter") argument(to, value, Role.Argument, making);
    else if (parameter(to, value.row, values[i + 1], making)) i++;
  }
  to.close(opened);
};

/** An argument; `$a.b(…)` is two rows of the grammar, the second in `given`. */
interface Value {
  readonly row: number;
  readonly given: number;
}

function invocations(to: Lowerer, rows: readonly number[]): Value[] {
  const values: Value[] = [];
  for (const row of rows) {
    const last = values.at(-1);
    if (last && to.kindName(row) === "argument_list") values[values.length - 1] = { row: last.row, given: row };
    else values.push({ row, given: -1 });
  }
  return values;
}

/** @param making whether it names the type of a new object, which is written with and without `System.`, in any case */
function argument(to: Lowerer, { row, given }: Value, role: Role, making: boolean): void {
  if (given >= 0) {
    const opened = to.open(Kind.Call, role, row, 0, to.table.start[row]!, to.table.end[given]!);
    to.lowerAs(row, Role.Callee);
    to.lowerAs(given, Role.Argument);
    to.close(opened);
  } else if (making && to.kindName(row) === "generic_token" && !to.textOf(row).includes(LETTER)) {
    to.leaf(
      Kind.String,
      role,
      row,
      to.intern(
        to
          .textOf(row)
          .toLowerCase()
          .replace(/^system\./, ""),
      ),
    );
  } else to.lowerAs(row, role);
}

const OMITTED: ReadonlySet<string> = new Set(["command_argument_sep", "redirection", "redirections"]);

/** `& name` is `name`; `& $x` and `. $x`, which run what a value says, are told from both. */
function callee(to: Lowerer, name: number, operator: number, call: number): void {
  if (name < 0) return;
  const path = to.kindName(name) === "command_name_expr" ? (to.namedChildren(name)[0] ?? name) : name;
  const inner = to.kindName(path) === "path_command_name" ? (to.namedChildren(path)[0] ?? path) : path;
  const kind = to.kindName(inner);
  const plain = kind === "command_name" || kind === "path_command_name_token" || inner === name;
  if (operator >= 0 && (!plain || to.textOf(operator).trim() === ".")) {
    to.builder.setAtom(call, to.intern(to.textOf(operator).trim()));
  }
  if (plain) to.leaf(Kind.Identifier, Role.Callee, inner, folded(to, to.textOf(inner).trim()));
  else to.lowerAs(inner, Role.Callee);
}

/** `-Name value` or `-Name`; true where it took the value. */
function parameter(to: Lowerer, row: number, value: Value | undefined, making: boolean): boolean {
  const next = value?.row ?? -1;
  const text = to.textOf(row).trim();
  const bare = text.replace(/^-+|:$/g, "");
  const follows = next >= 0 && to.kindName(next) !== "command_parameter";
  const takes = follows && (to.text[to.table.end[row]!] === ":" || !SWITCHES.has(bare.toLowerCase()));
  const last = !takes || !value ? row : value.given >= 0 ? value.given : next;
  const end = to.table.end[last]!;
  const opened = to.open(Kind.Argument, Role.Argument, row, 0, to.table.start[row]!, end);
  to.leaf(Kind.Name, Role.Name, row, folded(to, bare));
  if (takes && value) argument(to, value, Role.Value, making);
  to.close(opened);
  return takes;
}

/** A word of a command is a string without quotes; stand-ins are names. */
export const token: Lower = (to, row, role) => {
  const text = to.textOf(row);
  to.leaf(text.startsWith(LETTER) ? Kind.Identifier : Kind.String, role, row, to.intern(text));
};

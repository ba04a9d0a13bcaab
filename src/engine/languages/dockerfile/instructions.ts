// Instructions as calls of their name. What a pattern may leave out (parameters, an image's tag, a group) stands in roles
// that say so; the shell's code is lowered as Bash, unless SHELL names another.
import { Kind, Role } from "../../tree/kinds";
import { hasStandIn, isEllipsis } from "../bash/words";
import type { Lower, Lowerer } from "../lowering";
import { spelt } from "../plain-names";
import { WHOLE } from "./patterns";
import { text } from "./texts";

/** What came before an instruction. */
interface State {
  /** SHELL named a shell other than those that Bash's grammar reads. */
  foreign: boolean;
}

const SHELLS = /(?:^|\/)(?:sh|bash|dash|ash|ksh|zsh)$/;

export const file: Lower = (to, row, role) => {
  const program = to.open(Kind.Program, role, row);
  const state = { foreign: false };
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "ERROR") to.lowerAs(child, Role.Statement);
    else statement(to, child, state);
  }
  to.close(program);
};

function statement(to: Lowerer, row: number, state: State): void {
  switch (to.kindName(row)) {
    case "label_instruction":
      return labels(to, row);
    case "shell_instruction":
      state.foreign = !SHELLS.test(/"((?:[^"\\]|\\.)*)"/.exec(to.textOf(row))?.[1] ?? "sh");
      break;
    case "from_instruction":
      state.foreign = false;
      break;
  }
  const hole = wholeOf(to, row);
  const start = to.kindName(row) === "env_instruction" ? to.namedChildren(row)[0] : undefined;
  const opened = to.open(Kind.ExpressionStatement, Role.Statement, row, 0, to.table.start[start ?? row]);
  if (hole) to.leaf(Kind.Identifier, Role.Value, row, to.intern(spelt(hole)));
  else instruction(to, row, Role.Value, state);
  to.close(opened);
}

/** Each pair is a LABEL of its own, from the keyword on. */
function labels(to: Lowerer, row: number): void {
  for (const pair of to.namedChildren(row)) {
    if (to.kindName(pair) !== "label_pair") continue;
    const range = [to.table.start[row]!, to.table.end[pair]!] as const;
    const opened = to.open(Kind.ExpressionStatement, Role.Statement, row, 0, ...range);
    const call = to.open(Kind.Call, Role.Value, row, 0, ...range);
    callee(to, row);
    keyAndValue(to, pair, "key");
    to.close(call);
    to.close(opened);
  }
}

/** Keywords are read in either case, but only these are the same to Semgrep. */
const EITHER_CASE = /^(?:from|run|user|copy|expose|healthcheck|maintainer|stopsignal)$/i;

function callee(to: Lowerer, row: number): void {
  const keyword = to.children(row)[0]!;
  const name = to.textOf(keyword);
  to.leaf(Kind.Identifier, Role.Callee, keyword, to.intern(EITHER_CASE.test(name) ? name.toUpperCase() : name));
}

/** A `$X` or `...` that a pattern's shell text stands for (see patterns.ts). */
function wholeOf(to: Lowerer, row: number): string | undefined {
  const body = to.childOfKind(row, "shell_command");
  const command = body < 0 ? "" : to.textOf(body);
  return command.startsWith(WHOLE) ? command.slice(WHOLE.length) : undefined;
}

function instruction(to: Lowerer, row: number, role: Role, state: State): void {
  const kind = to.kindName(row);
  const start = kind === "env_instruction" ? to.namedChildren(row)[0] : undefined;
  const call = to.open(Kind.Call, role, row, 0, to.table.start[start ?? row]);
  if (start === undefined) callee(to, row);
  else to.leaf(Kind.Identifier, Role.Callee, start, to.intern("ENV"), undefined, to.table.start[start]);
  for (const child of to.namedChildren(row)) parameter(to, child);
  arguments_(to, row, kind, state);
  to.close(call);
}

/** `--name=value`, `--mount=type=secret,id=a`. */
function parameter(to: Lowerer, row: number): void {
  const kind = to.kindName(row);
  if (kind !== "param" && kind !== "mount_param") return;
  const pair = to.open(Kind.Pair, Role.Modifier, row);
  const [all, name = "", value] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(to.textOf(row)) ?? [""];
  const start = to.table.start[row]! + 2;
  to.leaf(Kind.Name, Role.Key, row, to.intern(name), start, start + name.length);
  if (kind === "mount_param") mounts(to, row);
  else if (value !== undefined) {
    const from = to.table.start[row]! + all.length - value.length;
    const special = hasStandIn(value);
    const atom = to.intern(special ? spelt(value) : value);
    to.leaf(special ? Kind.Identifier : Kind.String, Role.Value, row, atom, from);
  }
  to.close(pair);
}

function mounts(to: Lowerer, row: number): void {
  const entries = to.namedChildren(row).filter((child) => to.kindName(child) === "mount_param_param");
  if (entries.length === 0) return;
  const object = to.open(Kind.Object, Role.Value, row, 0, to.table.start[entries[0]!]);
  for (const entry of entries) {
    const [key = "", ...rest] = to.textOf(entry).split("=");
    const value = rest.join("=");
    const start = to.table.start[entry]!;
    const pair = to.open(Kind.Pair, Role.Element, entry);
    to.leaf(Kind.Name, Role.Key, entry, to.intern(key), start, start + key.length);
    const kind = hasStandIn(value) ? Kind.Identifier : Kind.String;
    to.leaf(kind, Role.Value, entry, to.intern(spelt(value)), start + key.length + (value === "" ? 0 : 1));
    to.close(pair);
  }
  to.close(object);
}

function arguments_(to: Lowerer, row: number, kind: string, state: State): void {
  switch (kind) {
    case "from_instruction":
      return from(to, row);
    case "run_instruction":
    case "cmd_instruction":
    case "entrypoint_instruction":
    case "shell_instruction":
      return body(to, row, state);
    case "healthcheck_instruction":
    case "onbuild_instruction":
      return nested(to, row, state);
    case "env_instruction":
      for (const pair of to.namedChildren(row)) if (to.kindName(pair) === "env_pair") keyAndValue(to, pair, "name");
      return;
    case "arg_instruction":
      for (const pair of to.namedChildren(row)) {
        const name = to.field(pair, "name");
        if (name >= 0) to.leaf(Kind.Name, Role.Name, name, to.intern(spelt(to.textOf(name))));
        text(to, to.field(pair, "default"), Role.Init);
      }
      return;
    case "user_instruction":
      text(to, to.field(row, "user"), Role.Argument);
      return text(to, to.field(row, "group"), Role.Type);
    case "expose_instruction":
    case "workdir_instruction":
      return words(to, row, "${");
    case "stopsignal_instruction":
    case "maintainer_instruction":
      return rest(to, row);
    default:
      return words(to, row, "$");
  }
}

function from(to: Lowerer, row: number): void {
  const image = to.childOfKind(row, "image_spec");
  if (image >= 0) {
    const name = to.field(image, "name");
    // `...` alone is any plain name, as in Semgrep.
    if (name >= 0 && isEllipsis(to.textOf(name)))
      to.leaf(Kind.String, Role.Argument, name, to.intern(spelt(to.textOf(name))));
    else text(to, name, Role.Argument);
    text(to, to.field(image, "tag"), Role.Type, "$", 1);
    text(to, to.field(image, "digest"), Role.Default, "$", 1);
  }
  text(to, to.field(row, "as"), Role.Alias);
}

/** The exec form is an array; the shell's code a block, `...` alone anything. */
function body(to: Lowerer, row: number, state: State): void {
  const array = to.childOfKind(row, "json_string_array");
  if (array >= 0) return items(to, array);
  const shell = to.childOfKind(row, "shell_command");
  if (shell < 0) return;
  const heredoc = to.childOfKind(row, "heredoc_block") >= 0;
  const code = to.textOf(shell);
  if (isEllipsis(code)) {
    to.leaf(Kind.Identifier, Role.Body, shell, to.intern(spelt(code)));
    return;
  }
  if (!state.foreign && !heredoc) {
    const block = to.open(Kind.Block, Role.Body, shell);
    const read = to.embedded("bash", codeOf(to, shell), shell, Role.Statement);
    to.close(block);
    if (read) return;
    to.builder.setKind(block, Kind.String);
    to.builder.setAtom(block, to.intern(code));
    return;
  }
  to.leaf(Kind.String, Role.Body, shell, to.intern(code));
}

/** The code without comments and the ends of lines that go on. */
function codeOf(to: Lowerer, shell: number): { start: number; end: number }[] {
  const { table } = to;
  const ranges: { start: number; end: number }[] = [];
  let start = table.start[shell]!;
  const end = shell + table.size[shell]!;
  for (let child = shell + 1; child < end; child += table.size[child]!) {
    if (!/^(?:line_continuation|comment)$/.test(to.kindName(child))) continue;
    if (table.start[child]! > start) ranges.push({ start, end: table.start[child]! });
    start = table.end[child]!;
  }
  if (table.end[shell]! > start) ranges.push({ start, end: table.end[shell]! });
  return ranges;
}

function items(to: Lowerer, array: number, role = Role.Body): void {
  const opened = to.open(Kind.Array, role, array);
  for (const item of to.namedChildren(array)) text(to, item, Role.Element);
  to.close(opened);
}

/** The instruction within HEALTHCHECK and ONBUILD, which is reported from there on. */
function nested(to: Lowerer, row: number, state: State): void {
  const inner = to.namedChildren(row).find((child) => to.kindName(child).endsWith("_instruction"));
  if (inner === undefined) {
    const none = to.childOfKind(row, "NONE");
    if (none >= 0) to.leaf(Kind.Name, Role.Argument, none);
    else text(to, to.childOfKind(row, "shell_command"), Role.Argument);
    return;
  }
  const hole = wholeOf(to, inner);
  const first = to.builder.rows;
  if (hole === undefined) instruction(to, inner, Role.Argument, state);
  else to.leaf(Kind.Identifier, Role.Argument, inner, to.intern(spelt(hole)));
  to.builder.widenStart(first, to.table.start[row]!);
}

function keyAndValue(to: Lowerer, row: number, key: "key" | "name"): void {
  const pair = to.open(Kind.Pair, Role.Argument, row);
  text(to, to.field(row, key), Role.Key);
  text(to, to.field(row, "value"), Role.Value);
  to.close(pair);
}

/** Paths and ports; the last path is one text, so that `...` there is one too. */
function words(to: Lowerer, row: number, expansion: "$" | "${"): void {
  const array = to.childOfKind(row, "json_string_array");
  if (array >= 0 && to.kindName(row) === "volume_instruction") return items(to, array, Role.Argument);
  const children = to.namedChildren(array >= 0 ? array : row).filter((child) => !/param$/.test(to.kindName(child)));
  const lastIsOne = /^(?:add|copy|workdir)_/.test(to.kindName(row));
  for (const child of children) {
    const ellipsis = lastIsOne && child === children.at(-1) && isEllipsis(to.textOf(child));
    if (ellipsis) to.leaf(Kind.String, Role.Argument, child, to.intern(spelt(to.textOf(child))));
    else text(to, child, Role.Argument, expansion);
  }
}

/** What follows the keyword, which the grammar does not always name. */
function rest(to: Lowerer, row: number): void {
  const [, before = "", content = ""] = /^(\S+\s+)([\s\S]*?)\s*$/.exec(to.textOf(row)) ?? [];
  if (to.childOfKind(row, "expansion") >= 0) return text(to, row, Role.Argument, "$", before.length);
  const start = to.table.start[row]! + before.length;
  const kind = hasStandIn(content) ? Kind.Identifier : Kind.String;
  to.leaf(kind, Role.Argument, row, to.intern(spelt(content)), start, start + content.length);
}

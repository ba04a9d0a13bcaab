// Texts that become addresses: what stands behind the host, or behind the beginning of a path, does not choose the host.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { Called } from "./calls";
import { lastName } from "./classes";
import type { FlowDocument } from "./flow-document";
import type { Unit } from "./unit";
import type { Value } from "./values";

/** Stands for a part of a text that is not known. */
const UNKNOWN = "\ufffd";

/** Beginnings behind which the host is decided: `https://a/`, `//a?`, `/a`, and with a part before it that is not known. */
const DECIDED = [/^(?:[^/?#\\]*:)?\/\/[^/?#\\]+[/?#]/, /^\/[^/\\\ufffd]/, /^[^:/?#\\]+[/?#]/];

const isDecided = (beginning: string): boolean => DECIDED.some((each) => each.test(beginning));

/** The parts of a text that is put together, those behind the host less what counts for its choice. */
export function behindHost(unit: Unit, row: number, values: readonly Value[]): readonly Value[] {
  const { document, program } = unit;
  const { tree } = document;
  const rules = program.rulesWithGuard("host");
  const isText =
    tree.kind[row] === Kind.Template || (tree.kind[row] === Kind.Binary && JOINS.has(document.textOf(row)));
  if (rules === 0 || !isText || !values.some((value) => unit.deepRules(value) !== 0)) return values;
  let beginning = "";
  return childrenIn(tree, row).map((part, index) => {
    const value = values[index]!;
    const given = isDecided(beginning) ? unit.limitedTo(value, ~rules) : value;
    beginning += skeleton(document, part, value);
    return given;
  });
}

const JOINS: ReadonlySet<string> = new Set(["+", "."]);

/** What is known of a text from its code. */
function skeleton(document: FlowDocument, row: number, value?: Value): string {
  const { tree } = document;
  const known = value?.constant ?? document.constantOf(row);
  if (known && "value" in known) return String(known.value);
  const isText =
    tree.kind[row] === Kind.Template || (tree.kind[row] === Kind.Binary && JOINS.has(document.textOf(row)));
  if (!isText) return tree.kind[row] === Kind.StringPart ? document.textOf(row) : UNKNOWN;
  return childrenIn(tree, row)
    .map((part) => skeleton(document, part))
    .join("");
}

/** Functions that fill a text in: the text is their object or their first argument. */
const FORMATS: ReadonlySet<string> = new Set(["Sprintf", "sprintf", "format", "Format", "formatted"]);
const PLACE = /%[-+#0-9.$]*[a-zA-Z]|\{[^{}]*\}/;

/** The arguments of a call that fills in an address, likewise. */
export function filledBehindHost(unit: Unit, called: Called): Called {
  const rules = unit.program.rulesWithGuard("host");
  const { tree } = unit.document;
  if (rules === 0 || !FORMATS.has(lastName(unit.document, called.callee))) return called;
  const object = tree.kind[called.callee] === Kind.Member ? childIn(tree, called.callee, Role.Object) : -1;
  const isObject = object >= 0 && (tree.kind[object] === Kind.String || called.receiver?.constant !== undefined);
  const constant = isObject ? called.receiver?.constant : called.arguments[0]?.value.constant;
  if (constant?.type !== "string") return called;
  const pieces = constant.value.split(PLACE);
  const first = isObject ? 0 : 1;
  const given = called.arguments.map(({ row, value }, index) => {
    const beginning = pieces.slice(0, index - first + 1).join(UNKNOWN);
    return index >= first && isDecided(beginning) ? { row, value: unit.limitedTo(value, ~rules) } : { row, value };
  });
  return { ...called, arguments: given };
}

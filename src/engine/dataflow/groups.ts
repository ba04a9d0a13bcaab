// What is read of a match: a group that lets letters and digits through alone is harmless, whatever text was matched.

import type { Constant } from "../semantics";
import { Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Called } from "./calls";
import type { Check } from "./models";
import { viewOf } from "./refusals";
import { argumentRow } from "./summaries";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

/** What a group of a match holds; undefined where the expression does not tell. */
export function groupRead(unit: Unit, { callee, arguments: [which] }: Called): Value | undefined {
  const object = callee < 0 ? -1 : childIn(unit.document.tree, callee, Role.Object);
  const view = object < 0 ? undefined : viewOf(unit, object);
  if (!view || view.against < 0) return undefined;
  const { constant } = unit.aside(() => unit.value(view.against));
  const asked = which?.value.constant;
  if (constant?.type !== "string" || (which && !(asked && "value" in asked))) return undefined;
  // As it is written: a backslash is two of them.
  const text = constant.value.replaceAll("\\\\", "\\");
  const group = groupOf(text, asked && "value" in asked ? String(asked.value) : "0");
  if (group === undefined) return undefined;
  if (isHarmless(group)) return NOTHING;
  // All of the text.
  return /^\(\.[*+]\)$/.test(text) || /^\.[*+]$/.test(text) ? unit.aside(() => unit.value(view.value)) : undefined;
}

/** The text of a group by its number or name, with its parentheses; undefined where there is none. */
export function groupOf(expression: string, which: string): string | undefined {
  if (which === "0") return expression;
  const open: { readonly at: number; readonly names: readonly string[] }[] = [];
  let count = 0;
  let inClass = false;
  for (let at = 0; at < expression.length; at++) {
    const character = expression[at];
    if (character === "\\") at++;
    else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = true;
    else if (character === "(") {
      const [, name] = /^\(\?P?<(\w+)>/.exec(expression.slice(at)) ?? [];
      const captures = name !== undefined || expression[at + 1] !== "?";
      open.push({ at, names: captures ? [String(++count), ...(name === undefined ? [] : [name])] : [] });
    } else if (character === ")") {
      const group = open.pop();
      if (group?.names.includes(which)) return expression.slice(group.at, at + 1);
    }
  }
  return undefined;
}

/** Letters, digits, blanks, `_` and `-`, classes of these, how often they come, and alternatives. */
const HARMLESS = /^(?:[\w ^$|()?*+:<>-]|\\[dw]|\[(?:[\w -]|\\[dw-])+\]|\{\d*,?\d*\})*$/;

/** Whether all that an expression matches is harmless. */
const isHarmless = (expression: string): boolean =>
  HARMLESS.test(expression) && !/[<>](?!\w*>)/.test(expression.replace(/\(\?<\w+>/g, "("));

/** Longer texts and expressions are not matched, nor are those that may go on for long. */
const LONGEST = 200;

/** Whether a known text matches a known expression, from its beginning to its end where `whole`; undefined where that is not told. */
function matchKnown({ constant: text }: Value, { constant: expression }: Value, whole: boolean): boolean | undefined {
  if (text?.type !== "string" || expression?.type !== "string") return undefined;
  const source = expression.value.replaceAll("\\\\", "\\");
  const repeats = source.match(/[*+{]/g)?.length ?? 0;
  if (
    text.value.length > LONGEST ||
    source.length > LONGEST ||
    repeats > 2 ||
    /\)[*+{]|\(\?[^:]|\\[^dwsDWS.\-[\](){}+*?|/]/.test(source)
  )
    return undefined;
  try {
    return new RegExp(whole ? `^(?:${source})$` : source, "su").test(text.value);
  } catch {
    // An expression that is written otherwise there.
    return undefined;
  }
}

/** Whether a call that asks a known expression of a known text is true. */
export function matchTruth(unit: Unit, called: Called, { value, against, whole }: Check): Constant | undefined {
  const object = called.callee < 0 ? -1 : childIn(unit.document.tree, called.callee, Role.Object);
  const at = (part: number | "this"): number => (part === "this" ? object : argumentRow(called, part));
  const row = at(value);
  const view = against === undefined ? (row < 0 ? undefined : viewOf(unit, row)) : { value: row, against: at(against) };
  if (!view || view.value < 0 || view.against < 0) return undefined;
  const truth = unit.aside(() => matchKnown(unit.value(view.value), unit.value(view.against), whole === true));
  return truth === undefined ? undefined : { type: "boolean", value: truth };
}

// Metavariables in messages and fix templates.
import type { Binding, Bindings, Match, Target } from "../patterns/match";

/**
 * The template with `$X` replaced by the source text bound to it and `value($X)` by the value it is known to have.
 * Longest names first, as texts: with only `$X` bound, `$XY` begins with it. Unbound names and an empty `$...X` stay as
 * written. `show` is asked for the form of each inserted text.
 */
export function interpolate(
  template: string,
  match: Match,
  target: Target,
  show: (text: string) => string = (text) => text,
): string {
  const { bindings } = match;
  return substitute(template, bindings, (binding, asValue, written) => {
    if (binding.text === "" && binding.kind === "rows") return written;
    return show(asValue ? valueText(binding, target) : binding.text);
  });
}

/** Replaces each bound `$X` or `value($X)` of the template, once; inserted texts are not looked at again. */
export function substitute(
  template: string,
  bindings: Bindings,
  replacement: (binding: Binding, asValue: boolean, written: string) => string,
): string {
  if (bindings.size === 0) return template;
  const names = [...bindings.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`value\\((${names.join("|")})\\)|${names.join("|")}`, "g");
  return template.replace(pattern, (written: string, inner: string | undefined) => {
    const binding = bindings.get(inner ?? written);
    return binding ? replacement(binding, inner !== undefined, written) : written;
  });
}

function escaped(name: string): string {
  return name.replace(/[$.]/g, "\\$&");
}

function valueText(binding: Binding, target: Target): string {
  const { start, end, text, kind } = binding;
  // A text that is not the source's was changed for display; the value must not show what that hides.
  const constant = kind === "node" && target.text.slice(start, end) === text ? target.constant(binding) : undefined;
  if (typeof constant === "string") return /^["'`]/.test(text) ? text : JSON.stringify(constant);
  return constant === undefined ? text : String(constant);
}

// The options of a rule that say how its patterns match.
import type { Language } from "../languages/language";

/** Semgrep's options by their names there, with their defaults. */
const DEFAULTS = {
  /** Operands of `&&`, `||`, `&`, `|`, `^` may be regrouped, and of the last three swapped. */
  ac_matching: true,
  /** An arrow function matches a function expression, and the other way round. */
  arrow_is_function: true,
  /** `f($X)` matches the decorator `@f(a)`. */
  attr_expr: true,
  /** Operands of `&&` and `||` may be swapped too. */
  commutative_boolop: false,
  /** A literal matches an expression that is known to have its value. */
  constant_propagation: true,
  decorators_order_matters: false,
  /** `$F = (...) => ...` matches methods of classes and objects. */
  flddef_assign: false,
  /** `<... e ...>` looks into sub-expressions. */
  go_deeper_expr: true,
  /** What follows a `...` is also looked for in nested statements. */
  go_deeper_stmt: true,
  /** `foo();` matches statements that compute `foo()` on the way. */
  implicit_deep_exprstmt: true,
  /** Objects and classes may hold more than the pattern says. */
  implicit_ellipsis: true,
  /** `return $X` matches the value of a body without `return`. */
  implicit_return: true,
  /** `var` in a pattern stands for `let` and `const`. */
  let_is_var: true,
  /** A name that is given a value once also matches as that value: `x = e; f(x)` as `f(e)`. */
  symbolic_propagation: false,
  /** Operands of `==` and `!=` may be swapped. */
  symmetric_eq: false,
  /** Two names are equal only where they mean the same variable. */
  unify_ids_strictly: true,
  /** `$X = e` matches declarations. */
  vardef_assign: true,
  /** Elements may have more attributes than the pattern says. */
  xml_attrs_implicit_ellipsis: true,
  xml_children_ordered: true,
  /** `<a/>` matches an element with children. */
  xml_singleton_loose_matching: true,
  /** With `symbolic_propagation`: what is taken out of a value (`const {a} = e`, `await e`) counts as it. Not in Semgrep. */
  caveat_derived_names: false,
  /** A plain name also stands for the one in C++'s namespace `std`: `memcpy` for `std::memcpy`. Not in Semgrep. */
  caveat_std_names: false,
};

/** What `T $X(...)` in a pattern of C++ declares: a function, or a variable; undefined where the arguments tell. */
export const CPP_PREFERENCES = ["as_fundef", "as_vardef_with_ctor"] as const;

export interface PatternOptions extends Readonly<Record<keyof typeof DEFAULTS, boolean>> {
  readonly cpp_parsing_pref?: (typeof CPP_PREFERENCES)[number];
}

export const DEFAULT_OPTIONS: PatternOptions = DEFAULTS;

/** Semgrep's older names of options. */
const FORMER: Readonly<Record<string, keyof PatternOptions>> = { commutative_compop: "symmetric_eq" };

/** What a rule's `options` say of matching; others, and values of other types, are left out. */
export function optionsFrom(values: Readonly<Record<string, unknown>>): PatternOptions {
  const known = Object.entries(values).filter(([name, value]) => {
    return typeof value === "boolean" && (Object.hasOwn(DEFAULTS, name) || Object.hasOwn(FORMER, name));
  });
  const switches = { ...DEFAULTS, ...Object.fromEntries(known.map(([name, value]) => [FORMER[name] ?? name, value])) };
  if (Object.keys(values).length === 0) return switches;
  // The preference has a default in Semgrep only where a rule has options, whichever.
  const preference = CPP_PREFERENCES.find((each) => each === values.cpp_parsing_pref) ?? "as_vardef_with_ctor";
  return { ...switches, cpp_parsing_pref: preference };
}

/** Options without the one that means nothing in a language, or to a pattern in it, so that what is alike is found once. */
export function optionsIn(options: PatternOptions, { pattern }: Language, text?: string): PatternOptions {
  const { cpp_parsing_pref: preference, ...others } = options;
  if (preference === undefined) return options;
  const { declared } = pattern;
  return declared && (text === undefined || declared(text, true) !== text) ? options : others;
}

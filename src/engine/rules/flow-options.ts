// Options of rules in taint mode.
import type { FlowOptions } from "../dataflow";

export const DEFAULT_FLOW_OPTIONS: FlowOptions = {
  taint_unify_mvars: false,
  taint_focus_on: "sink",
  taint_assume_safe_functions: false,
  taint_assume_safe_indexes: false,
  taint_assume_safe_comparisons: false,
  taint_assume_safe_booleans: false,
  taint_assume_safe_numbers: false,
  taint_only_propagate_through_assignments: false,
  interfile: false,
  caveat_guards: [],
  caveat_strict: true,
  caveat_uncalled: "",
  caveat_parts: true,
  caveat_switch: "",
  caveat_settings: false,
};

/** What a rule's `options` say of flows; others, and values of other types, are left out. */
export function flowOptionsFrom(values: Readonly<Record<string, unknown>>): FlowOptions {
  const known = Object.entries(values).filter(([name, value]) => {
    if (name === "taint_focus_on") return value === "source" || value === "sink";
    if (name === "taint_match_on") return false;
    if (name === "caveat_guards") return Array.isArray(value) && value.every((item) => typeof item === "string");
    if (name === "caveat_strict") return typeof value === "boolean" || typeof value === "string";
    if (name === "caveat_uncalled" || name === "caveat_switch") return typeof value === "string";
    return Object.hasOwn(DEFAULT_FLOW_OPTIONS, name) && typeof value === "boolean";
  });
  const former = values.taint_match_on === "source" ? { taint_focus_on: "source" as const } : {};
  return { ...DEFAULT_FLOW_OPTIONS, ...former, ...Object.fromEntries(known) };
}

// Annotated rule tests, as Semgrep lays them out: which files test a rule file, and whether it did what they say.
import { applyEdits, difference, mergeEdits } from "../engine/findings/edits";
import type { Finding } from "../engine/findings/finding";
import { Lines } from "../engine/findings/lines";
import type { Rule } from "../engine/rules/rule";
import { compareWithAnnotations, type Mismatch, readAnnotations } from "./annotations";

export type { Mismatch } from "./annotations";

/** A file in which the fixes of its rules are written out: `name.fixed.ext`. */
const FIXED = /\.fixed(?:\.|$)/;
/** YAML beside a rule file is a rule file of its own, unless it says that it is a target. */
const YAML = /\.ya?ml$/;
const YAML_TARGET = /\.test\.ya?ml$/;

/** How the findings in one annotated file differ from its annotations. */
export interface TargetVerdict {
  readonly mismatches: readonly Mismatch[];
  /** How many of the annotated lines were reported. */
  readonly asExpected: number;
  /** By rule, the lines (from one) that were to be reported and those that were. */
  readonly lines: ReadonlyMap<string, { readonly expected: readonly number[]; readonly actual: readonly number[] }>;
  readonly fixes?: FixVerdict;
}

/** Fixes make another text than `name.fixed.ext` holds; `line` is the first that differs, from one. */
export interface FixVerdict {
  readonly line: number;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Names of the files beside a rule file that test it: those that share its name up to the first dot.
 * @param names of all files in its folder
 */
export function testTargets(ruleFile: string, names: readonly string[]): string[] {
  const stem = stemOf(ruleFile);
  return names
    .filter((name) => name !== ruleFile && stemOf(name) === stem && !FIXED.test(name))
    .filter((name) => !YAML.test(name) || YAML_TARGET.test(name))
    .sort();
}

/** The name of the file that shows a target's text after all fixes; undefined where there is none. */
export function fixedTarget(target: string, names: readonly string[]): string | undefined {
  const [, head, test, extension] = /^(.*?)(\.test)?(\.[^.]+)?$/s.exec(target) ?? [];
  const wanted = [`${head}${test ?? ""}.fixed${extension ?? ""}`, `${head}.fixed${test ?? ""}${extension ?? ""}`];
  if (test !== undefined) wanted.push(`${head}.fixed${extension ?? ""}`);
  return wanted.find((name) => names.includes(name));
}

function stemOf(name: string): string {
  return name.split(".")[0] ?? name;
}

/** A rule as its tests run it: on its files whatever its `paths` say. */
export function forTests(rule: Rule): Rule {
  return { ...rule, paths: { include: [], exclude: [] } };
}

/**
 * Compares the findings in a target with its annotations.
 * @param fixed what the file that shows the text after all fixes holds
 */
export function judgeTarget(
  ruleIds: readonly string[],
  text: string,
  findings: readonly Finding[],
  fixed?: string,
): TargetVerdict {
  const lines = new Lines(text);
  const shown = findings.filter(({ suppression }) => suppression === undefined);
  const fired = shown.map(({ ruleId, start }) => ({ ruleId, line: lines.lineAt(start) + 1 }));
  const annotations = readAnnotations(text);
  const mismatches = compareWithAnnotations(ruleIds, fired, annotations);
  const wanted = [...annotations.expected.values()].reduce((sum, set) => sum + set.size, 0);
  const linesOf = (ruleId: string) => {
    const actual = new Set(fired.filter((one) => one.ruleId === ruleId).map(({ line }) => line));
    const expected = new Set(actual);
    for (const { verdict, line } of mismatches.filter((one) => one.ruleId === ruleId)) {
      if (verdict === "Missing") expected.add(line);
      else expected.delete(line);
    }
    const sorted = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
    return { expected: sorted(expected), actual: sorted(actual) };
  };
  const fixes = fixed === undefined ? undefined : judgeFixes(text, shown, fixed);
  return {
    mismatches,
    asExpected: wanted - mismatches.filter(({ verdict }) => verdict === "Missing").length,
    lines: new Map(ruleIds.map((id) => [id, linesOf(id)])),
    ...(fixes === undefined ? {} : { fixes }),
  };
}

/** All fixes at once, of overlapping ones the first. */
function judgeFixes(text: string, findings: readonly Finding[], expected: string): FixVerdict | undefined {
  const lists = findings
    .filter(({ fixes }) => fixes.length > 0)
    .sort((a, b) => a.start - b.start)
    .map(({ fixes: [fix] }) => fix.files.flatMap(({ edits }) => edits));
  const actual = applyEdits(text, mergeEdits(lists).edits);
  const change = difference(expected, actual);
  return change && { line: new Lines(expected).lineAt(change.start) + 1, expected, actual };
}

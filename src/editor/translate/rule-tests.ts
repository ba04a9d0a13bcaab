// The outcome of annotated rule tests as the Testing view shows it.
import type { RuleTestResult, RuleTestTarget } from "../../worker/protocol";

/** One line that a rule did not treat as annotated; without a rule, the first line that fixes make otherwise. */
export interface FailedTest {
  readonly ruleId?: string;
  readonly uri: string;
  /** From one. */
  readonly line: number;
  /** A full sentence. */
  readonly text: string;
  /** Both as texts that a diff can show. */
  readonly expected: string;
  readonly actual: string;
}

/** In order of the targets and their lines. */
export function failedTests(result: RuleTestResult, targets: readonly RuleTestTarget[]): FailedTest[] {
  return result.targets.flatMap(({ mismatches, lines, fixes }, index) => {
    const { file, fixed } = targets[index] ?? {};
    if (!file) return [];
    const source = file.text.split(/\r\n|\n|\r/);
    const listed = (numbers: readonly number[] = []) =>
      numbers.map((line) => `${line}: ${source[line - 1] ?? ""}\n`).join("");
    const failed = mismatches.map(({ verdict, ruleId, line }): FailedTest => {
      const own = lines.get(ruleId);
      const what =
        verdict === "Missing" ? "should report something on this line" : "should report nothing on this line";
      return {
        ruleId,
        uri: file.uri,
        line,
        text: `${verdict}: ${ruleId} ${what}: ${(source[line - 1] ?? "").trim()}`,
        expected: listed(own?.expected),
        actual: listed(own?.actual),
      };
    });
    if (!fixes || !fixed) return failed;
    const text = "Different: the fixes make another text than this file holds.";
    return [...failed, { uri: fixed.uri, line: fixes.line, text, expected: fixes.expected, actual: fixes.actual }];
  });
}

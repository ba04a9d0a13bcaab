// The outcome of annotated rule tests as the Testing view shows it.
import type { RuleTestResult, RuleTestTarget } from "../../worker/protocol";
import type { Translate } from "./translate";

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
export function failedTests(result: RuleTestResult, targets: readonly RuleTestTarget[], t: Translate): FailedTest[] {
  return result.targets.flatMap(({ mismatches, lines, fixes }, index) => {
    const { file, fixed } = targets[index] ?? {};
    if (!file) return [];
    const source = file.text.split(/\r\n|\n|\r/);
    const listed = (numbers: readonly number[] = []) =>
      numbers.map((line) => `${line}: ${source[line - 1] ?? ""}\n`).join("");
    const failed = mismatches.map(({ verdict, ruleId, line }): FailedTest => {
      const own = lines.get(ruleId);
      const code = (source[line - 1] ?? "").trim();
      const text =
        verdict === "Missing"
          ? t("Missing: {0} should report something on this line: {1}", ruleId, code)
          : t("Noisy: {0} should report nothing on this line: {1}", ruleId, code);
      return {
        ruleId,
        uri: file.uri,
        line,
        text,
        expected: listed(own?.expected),
        actual: listed(own?.actual),
      };
    });
    if (!fixes || !fixed) return failed;
    const text = t("Different: the fixes make another text than this file holds.");
    return [...failed, { uri: fixed.uri, line: fixes.line, text, expected: fixes.expected, actual: fixes.actual }];
  });
}

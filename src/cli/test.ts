// `caveat test`: runs rule files on the annotated files beside them, as Semgrep's own rule tests are laid out.
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule } from "../engine/rules/rule";
import { fixedTarget, forTests, judgeTarget, testTargets } from "../project/rule-tests";
import { count, type ScanProblem } from "../report/result";
import { nodeFiles } from "./node-files";
import { problemLine } from "./outcome";
import { Pool } from "./pool";
import { configuredRules, type RuleFile, unboundNames, usableRules } from "./rule-sources";
import { display, type Process } from "./scan";

/** An annotated file and, where it is there, the one that shows its text after all fixes; absolute paths. */
interface TestTarget {
  readonly path: string;
  readonly fixed?: string;
}

interface TestFile extends RuleFile {
  readonly targets: readonly TestTarget[];
}

interface Outcome {
  /** `path:line: Missing: rule-id` and the like. */
  readonly lines: readonly string[];
  readonly asExpected: number;
  readonly problems: readonly ScanProblem[];
}

/** Gives the exit status: 0 all as annotated, 1 something missing or noisy, 2 something could not be read. */
export async function testRules(paths: readonly string[], process: Process): Promise<number> {
  const { files, problems } = await configuredRules(paths, (path) => path);
  const tests = await Promise.all(
    files.map(async (file): Promise<TestFile> => ({ ...file, targets: await targetsOf(file.path) })),
  );
  const tested = tests.filter(({ targets }) => targets.length > 0);
  const pool = new Pool(Math.min(2, tested.length) || 1, process.script);
  try {
    const usable = await Promise.all(tested.map((test) => usableRules(pool, test.rules.map(forTests), [test])));
    pool.useRules(usable.map(({ rules }) => rules));
    const outcomes = await Promise.all(
      tested.flatMap(({ targets }, index) =>
        targets.map((target) => runTarget(pool, index, usable[index].rules, target)),
      ),
    );
    const all = [...problems, ...usable.flatMap((one) => one.problems), ...outcomes.flatMap((one) => one.problems)];
    const lines = outcomes.flatMap((outcome) => outcome.lines);
    process.stdout.write(lines.map((line) => `${line}\n`).join("") + summary(tests, outcomes));
    const none: ScanProblem[] =
      outcomes.length === 0 ? [{ message: "There is no annotated file beside the rules." }] : [];
    const notes = tests.flatMap(unboundNames);
    process.stderr.write([...all, ...none, ...notes].map((problem) => `${problemLine(shown(problem))}\n`).join(""));
    return all.length + none.length > 0 ? 2 : lines.length > 0 ? 1 : 0;
  } finally {
    await pool.close();
  }
}

function shown(problem: ScanProblem): ScanProblem {
  return problem.path === undefined ? problem : { ...problem, path: display(problem.path) };
}

/** What tests a rule file beside it. */
async function targetsOf(rulePath: string): Promise<readonly TestTarget[]> {
  const folder = dirname(rulePath);
  const entries = await nodeFiles.readFolder(folder);
  const names = entries.filter(({ type }) => type === "file").map(({ name }) => name);
  return testTargets(basename(rulePath), names).map((name) => {
    const fixed = fixedTarget(name, names);
    return { path: `${folder}/${name}`, ...(fixed === undefined ? {} : { fixed: `${folder}/${fixed}` }) };
  });
}

async function runTarget(
  pool: Pool,
  ruleSet: number,
  rules: readonly Rule[],
  { path, fixed }: TestTarget,
): Promise<Outcome> {
  const job = {
    path,
    uri: pathToFileURL(path).href,
    projectPath: basename(path),
    ruleSet,
    explicit: true,
    today: new Date().toISOString().slice(0, 10),
    strict: false,
    proveFixes: false,
    onlyProved: false,
    fix: "none",
  } as const;
  try {
    const [answer, text] = await Promise.all([pool.run("scan", job), nodeFiles.readText(path)]);
    const ids = rules.map(({ id }) => id);
    const fixedText = fixed === undefined ? undefined : await nodeFiles.readText(fixed);
    const { mismatches, asExpected, fixes } = judgeTarget(ids, text, answer.findings, fixedText);
    const different = fixes && `${display(fixed ?? path)}:${fixes.line}: Different: fixes make another text`;
    return {
      lines: [
        ...mismatches.map(({ verdict, ruleId, line }) => `${display(path)}:${line}: ${verdict}: ${ruleId}`),
        ...(different === undefined ? [] : [different]),
      ],
      asExpected,
      problems: answer.error === undefined ? [] : [{ path, message: answer.error }],
    };
  } catch (error) {
    return { lines: [], asExpected: 0, problems: [{ path, message: (error as Error).message }] };
  }
}

function summary(tests: readonly TestFile[], outcomes: readonly Outcome[]): string {
  const verdicts = (word: string) =>
    outcomes.flatMap(({ lines }) => lines).filter((line) => line.includes(`: ${word}: `)).length;
  const untested = tests.filter(({ targets }) => targets.length === 0).length;
  const parts = [
    `${count(tests.length, "rule file")}, ${count(outcomes.length, "target")}: ${outcomes.reduce((sum, { asExpected }) => sum + asExpected, 0)} as expected`,
    `${verdicts("Missing")} missing`,
    `${verdicts("Noisy")} noisy`,
    ...(verdicts("Different") > 0 ? [`${verdicts("Different")} fixed otherwise`] : []),
    ...(untested > 0 ? [`${count(untested, "rule file")} without a target`] : []),
  ];
  return `${parts.join(", ")}.\n`;
}

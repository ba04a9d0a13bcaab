// `caveat test`: runs rule files on the annotated files beside them, as Semgrep's own rule tests are laid out.
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { applyEdits, difference, mergeEdits } from "../engine/findings/edits";
import { Lines } from "../engine/findings/lines";
import type { Rule } from "../engine/rules/rule";
import { count, type ScanProblem } from "../report/result";
import { compareWithAnnotations, readAnnotations } from "./annotations";
import type { ScanAnswer } from "./jobs";
import { nodeFiles } from "./node-files";
import { problemLine } from "./outcome";
import { Pool } from "./pool";
import { configuredRules, type RuleFile, usableRules } from "./rule-sources";
import { display, type Process } from "./scan";

interface TestFile extends RuleFile {
  /** Absolute paths of the annotated files. */
  readonly targets: readonly string[];
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
    const usable = await Promise.all(tested.map((test) => usableRules(pool, test.rules.map(anyPath), [test])));
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
    process.stderr.write([...all, ...none].map((problem) => `${problemLine(shown(problem))}\n`).join(""));
    return all.length + none.length > 0 ? 2 : lines.length > 0 ? 1 : 0;
  } finally {
    await pool.close();
  }
}

function shown(problem: ScanProblem): ScanProblem {
  return problem.path === undefined ? problem : { ...problem, path: display(problem.path) };
}

/** In a test a rule runs on its files whatever its `paths` say. */
function anyPath(rule: Rule): Rule {
  return { ...rule, paths: { include: [], exclude: [] } };
}

/** Files beside a rule file that share its name up to the first dot; YAML only as `name.test.yaml`, never what fixes should give. */
async function targetsOf(rulePath: string): Promise<string[]> {
  const folder = dirname(rulePath);
  const stem = stemOf(rulePath);
  const entries = await nodeFiles.readFolder(folder);
  return entries
    .filter(({ name, type }) => type === "file" && stemOf(name) === stem && name !== basename(rulePath))
    .filter(({ name }) => !/\.fixed(?:\.|$)/.test(name) && (!/\.ya?ml$/.test(name) || /\.test\.ya?ml$/.test(name)))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

function stemOf(path: string): string {
  return basename(path).split(".")[0];
}

async function runTarget(pool: Pool, ruleSet: number, rules: readonly Rule[], path: string): Promise<Outcome> {
  const job = {
    path,
    uri: pathToFileURL(path).href,
    projectPath: basename(path),
    ruleSet,
    explicit: true,
    today: new Date().toISOString().slice(0, 10),
    proveFixes: false,
    onlyProved: false,
    fix: "none",
  } as const;
  try {
    const [answer, text] = await Promise.all([pool.run("scan", job), nodeFiles.readText(path)]);
    const lines = new Lines(text);
    const shownFindings = answer.findings.filter(({ suppression }) => suppression === undefined);
    const fired = shownFindings.map(({ ruleId, start }) => ({ ruleId, line: lines.lineAt(start) + 1 }));
    const annotations = readAnnotations(text);
    const mismatches = compareWithAnnotations(
      rules.map(({ id }) => id),
      fired,
      annotations,
    );
    const expected = [...annotations.expected.values()].reduce((sum, set) => sum + set.size, 0);
    return {
      lines: [
        ...mismatches.map(({ verdict, ruleId, line }) => `${display(path)}:${line}: ${verdict}: ${ruleId}`),
        ...(await compareFixed(path, text, answer)),
      ],
      asExpected: expected - mismatches.filter(({ verdict }) => verdict === "Missing").length,
      problems: answer.error === undefined ? [] : [{ path, message: answer.error }],
    };
  } catch (error) {
    return { lines: [], asExpected: 0, problems: [{ path, message: (error as Error).message }] };
  }
}

/** `name.fixed.ext` must be what all fixes make of `name.ext`; of overlapping ones the first counts. */
async function compareFixed(path: string, text: string, answer: ScanAnswer): Promise<string[]> {
  const fixedPath = path.replace(/(\.[^./]+)$/, ".fixed$1");
  if ((await nodeFiles.stat(fixedPath)) === undefined) {
    return [];
  }
  const fixes = answer.findings.filter((finding) => finding.fixes.length > 0 && finding.suppression === undefined);
  const lists = [...fixes]
    .sort((a, b) => a.start - b.start)
    .map(({ fixes: [fix] }) => fix.files.flatMap(({ edits }) => edits));
  const actual = applyEdits(text, mergeEdits(lists).edits);
  const expected = await nodeFiles.readText(fixedPath);
  const change = difference(expected, actual);
  return change === undefined
    ? []
    : [`${display(fixedPath)}:${new Lines(expected).lineAt(change.start) + 1}: Different: fixes make another text`];
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

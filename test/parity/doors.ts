// The engine's doors side by side: each takes the same files and rules and gives findings as the JSON report has them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { decode } from "../../src/cli/node-files";
import { bundles } from "../../src/dev/build";
import { inRoot } from "../../src/dev/paths";
import { libraryModels } from "../../src/dev/rules";
import { createAnalyzer } from "../../src/engine/analyzer";
import type { Finding, Problem } from "../../src/engine/findings/finding";
import { Lines } from "../../src/engine/findings/lines";
import { loadCompiledRules } from "../../src/engine/rules/compiled";
import { loadRules } from "../../src/engine/rules/loader";
import type { Rule } from "../../src/engine/rules/rule";
import { jsonReport } from "../../src/report/json";
import { EngineClient } from "../../src/worker/client";
import type { AnalysisReport, FileMistake, FromWorker } from "../../src/worker/protocol";
import type { Transport } from "../../src/worker/transport";
import { type Installation, Tree } from "../cli/installed";

export interface SourceFile {
  /** Relative to the project's root. */
  readonly path: string;
  readonly languageId: string;
  readonly content: string | Uint8Array;
}

/** What the doors are asked: some files of a project, its own rules, a profile. */
export interface Question {
  readonly files: readonly SourceFile[];
  /** Rule files by path. */
  readonly rules: Readonly<Record<string, string>>;
  readonly profile: "recommended" | "audit";
}

export interface Answer {
  /** As the JSON report has them, in order of file and place. */
  readonly findings: readonly unknown[];
  /** `path:line: message`, of rules and files, in order. */
  readonly problems: readonly string[];
}

/** The text as an editor or the command line would read it. */
export const textOf = ({ content }: SourceFile): string => (typeof content === "string" ? content : decode(content));

const builtInOf = async (caveat: Installation): Promise<string> =>
  readFile(join(caveat.folder, "dist/rules.json"), "utf8");

interface Found {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

function answerOf(found: readonly Found[], problems: readonly string[]): Answer {
  const files = found.map(({ file, findings }) => {
    return { uri: uriOf(file), path: file.path, text: textOf(file), findings, problems: [] };
  });
  const report = jsonReport({
    version: "0",
    root: "",
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    traced: [],
    rules: [],
    problems: [],
    scanned: 0,
    skipped: {},
    milliseconds: 0,
  });
  const own = found.flatMap(({ file, problems: list }) => list.map(({ message }) => `${file.path}: ${message}`));
  return { findings: JSON.parse(report).findings, problems: [...problems, ...own].sort() };
}

const uriOf = ({ path }: SourceFile): string => `file:///project/${path}`;

/** The command line shows fixes of built-in rules when they are proved, those of a user's rules as they are. */
function withProved(finding: Finding, builtIn: ReadonlySet<string>, proved: boolean): Finding {
  return builtIn.has(finding.ruleId) && !proved ? { ...finding, fixes: [] } : finding;
}

/** The analyzer itself, in this thread. */
export async function askAnalyzer(caveat: Installation, { files, rules, profile }: Question): Promise<Answer> {
  const analyzer = await createAnalyzer({
    grammars: { load: (file) => readFile(join(caveat.folder, "grammars", file)) },
    models: libraryModels(),
    log: assert.fail,
  });
  const builtIn = loadCompiledRules(JSON.parse(await builtInOf(caveat)));
  const own = Object.entries(rules).flatMap(([file, text]): readonly Rule[] => {
    const { rules: loaded, errors } = loadRules(text, file, { builtIn: false });
    assert.deepEqual(errors, []);
    return loaded;
  });
  const chosen = [...builtIn, ...own].filter(({ tier }) => tier === "vuln" || profile === "audit");
  const options = { rules: analyzer.ruleSet(chosen), today: new Date().toISOString().slice(0, 10), idle: true };
  const ids = new Set(builtIn.map(({ id }) => id));
  const found: Found[] = [];
  for (const file of files) {
    const uri = uriOf(file);
    await analyzer.ready(file.languageId);
    analyzer.open({ uri, languageId: file.languageId, text: textOf(file), version: 1, path: file.path });
    const run = analyzer.analyze(uri, options);
    let step = run.next();
    while (!step.done) step = run.next();
    const findings = step.value.findings.map((finding) =>
      withProved(finding, ids, finding.fixes[0] && analyzer.prove(finding, finding.fixes[0], options).proved),
    );
    found.push({ file, findings, problems: step.value.problems });
    analyzer.close(uri);
  }
  analyzer.dispose();
  return answerOf(found, []);
}

/** `caveat scan --format json`, in a process of its own. */
export async function askCommandLine(
  caveat: Installation,
  { files, rules, profile }: Question,
): Promise<Answer & { readonly status: number; readonly skipped: Readonly<Record<string, number>> }> {
  const tree = new Tree({ ...Object.fromEntries(files.map(({ path, content }) => [path, content])), ...rules });
  try {
    const { status, stdout, stderr } = await caveat.run(
      tree.folder,
      ...["scan", "--format", "json", "--profile", profile, "--jobs", "2", "."],
    );
    assert.notEqual(stdout, "", stderr);
    const { findings, errors, summary } = JSON.parse(stdout) as {
      findings: unknown[];
      errors: { path?: string; line?: number; message: string }[];
      summary: { filesSkipped: Record<string, number> };
    };
    const problems = errors.map(({ path, line, message }) => `${place(path, line)}: ${message}`).sort();
    return { status, findings, problems, skipped: summary.filesSkipped };
  } finally {
    tree.remove();
  }
}

const place = (path: string | undefined, line: number | undefined): string =>
  [path, line].filter((part) => part !== undefined).join(":");

/** The client as the editor uses it, with the real worker on a thread. */
export async function askWorker(
  caveat: Installation,
  { files, rules, profile }: Question,
): Promise<Answer & { readonly skipped: readonly string[] }> {
  const script = inRoot("out/test/parity/worker.js");
  await build({ ...bundles["worker.node.js"], outfile: script });
  const reports: AnalysisReport[] = [];
  let reported = (): void => undefined;
  const client = new EngineClient({
    startWorker: async () => threadOf(script),
    readAsset: (path) => readFile(join(caveat.folder, path)),
    snapshot: () => undefined,
    onAnalysis: (report) => {
      reports.push(report);
      reported();
    },
    onState: () => undefined,
    onNotice: (notice) => assert.fail(JSON.stringify(notice)),
    log: assert.fail,
  });
  client.start();
  try {
    const { mistakes } = await client.configure("p", {
      settings: { disabledRules: [], exclude: [], profile },
      debounce: { least: 0, most: 0, idle: 60_000 },
      configurations: [],
      ruleFiles: Object.entries(rules).map(([path, text]) => ({ uri: path, path, text })),
      trusted: true,
    });
    const ids = new Set(loadCompiledRules(JSON.parse(await builtInOf(caveat))).map(({ id }) => id));
    const found: Found[] = [];
    for (const file of files) {
      const uri = uriOf(file);
      client.open("p", { uri, languageId: file.languageId, text: textOf(file), version: 1, path: file.path });
      while (!reports.some((report) => report.uri === uri)) {
        await new Promise<void>((resolve) => {
          reported = resolve;
        });
      }
      const report = reports.find((one) => one.uri === uri)!;
      const findings = await Promise.all(
        report.findings.map(async (finding) => {
          const [fix] = finding.fixes;
          const proof = fix && (await client.ask("prove", { project: "p", uri, version: 1, finding, fix }));
          return withProved(finding, ids, proof?.proved === true);
        }),
      );
      found.push({ file, findings, problems: report.problems });
    }
    const skipped = reports.flatMap((report) => (report.skipped === undefined ? [] : [report.skipped]));
    return {
      ...answerOf(
        found,
        // What costs no rule is a note on the command line, and no problem.
        mistakes.filter(({ severity }) => severity === "error").map((mistake) => mistakeLine(mistake, rules)),
      ),
      skipped,
    };
  } finally {
    client.dispose();
  }
}

function mistakeLine({ uri, message, range }: FileMistake, rules: Question["rules"]): string {
  const line = range && new Lines(rules[uri]).positionAt(range.start).line + 1;
  return `${place(uri, line)}: ${message}`;
}

function threadOf(script: string): Transport {
  const worker = new Worker(script);
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => worker.on("message", (message: FromWorker) => listener(message)),
    onEnd: (listener) => worker.on("error", (error) => listener(String(error))),
    terminate: () => void worker.terminate(),
  };
}

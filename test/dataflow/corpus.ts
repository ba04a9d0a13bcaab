/**
 * The corpus of flows: per language, small programs in pairs, the vulnerable one and its safe twin, which differs by as
 * little as possible. `NAME.bad.EXT` and `NAME.good.EXT`, or folders `NAME.bad` and `NAME.good` with several files. What a
 * vulnerable program must be found to have stands in a comment on the line of its sink: `expect: CWE-89`.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { filesUnder } from "../../src/dev/files";
import type { Finding } from "../../src/engine/findings/finding";
import { Lines } from "../../src/engine/findings/lines";
import { languageOf } from "../../src/project/language-of";

export interface ProgramFile {
  /** With `/`, relative to the program's folder. */
  readonly path: string;
  readonly text: string;
  readonly language: string;
}

export interface Program {
  /** `java/guard-allow-list.bad` */
  readonly id: string;
  readonly files: readonly ProgramFile[];
}

export interface Pair {
  /** `java/guard-allow-list` */
  readonly id: string;
  readonly language: string;
  /** What the pair is about: the first word of its name. */
  readonly topic: string;
  readonly bad: Program;
  readonly good: Program;
}

export interface Expectation {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly cwe: string;
}

const NAME = /^(.+?)\.(bad|good)(?:\.[\w.]+)?$/;

/** The languages that have programs: the folders beside this file. */
export function languagesOf(corpus: string): string[] {
  return readdirSync(corpus)
    .filter((name) => statSync(join(corpus, name)).isDirectory())
    .sort();
}

/** The pairs of a language, by name. Throws an Error where a program has no twin or no place in a pair. */
export function pairsOf(corpus: string, language: string): Pair[] {
  const folder = join(corpus, language);
  const halves = new Map<string, { bad?: Program; good?: Program }>();
  for (const entry of readdirSync(folder).sort()) {
    const [, name, kind] = NAME.exec(entry) ?? [];
    if (name === undefined || (kind !== "bad" && kind !== "good")) {
      throw new Error(`${language}/${entry} is called neither NAME.bad nor NAME.good.`);
    }
    const half = halves.get(name) ?? {};
    if (half[kind]) throw new Error(`${language}/${name}.${kind} stands there twice.`);
    halves.set(name, { ...half, [kind]: readProgram(`${language}/${name}.${kind}`, join(folder, entry)) });
  }
  return [...halves].map(([name, { bad, good }]) => {
    const id = `${language}/${name}`;
    if (!bad || !good) throw new Error(`${id} has no twin.`);
    return { id, language, topic: /^[^-_]+/.exec(name)?.[0] ?? name, bad, good };
  });
}

function readProgram(id: string, path: string): Program {
  const isFolder = statSync(path).isDirectory();
  const paths = isFolder ? filesUnder(path) : [path];
  const root = isFolder ? path : join(path, "..");
  const files = paths.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const language = languageOf(file, text.split("\n", 1)[0]);
    return language === undefined ? [] : [{ path: relative(root, file).split(sep).join("/"), text, language }];
  });
  return { id, files };
}

export function expectationsOf({ files }: Program): Expectation[] {
  return files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((content, index) =>
        [...content.matchAll(/\bexpect: (CWE-\d+)\b/g)].map(([, cwe]) => ({ path, line: index + 1, cwe })),
      ),
  );
}

/** What is wrong with the findings of both programs of a pair, by program; `findings` are by path. */
export function judge(
  { bad, good }: Pair,
  findings: (program: Program) => ReadonlyMap<string, readonly Finding[]>,
): Map<string, string> {
  const wrong = new Map<string, string>();
  const expected = expectationsOf(bad);
  const inBad = places(bad, findings(bad));
  const missing = expected.filter(
    ({ path, line, cwe }) =>
      !inBad.some((found) => found.path === path && found.line === line && found.cwe.includes(cwe)),
  );
  if (missing.length > 0)
    wrong.set(bad.id, missing.map((one) => `no ${one.cwe} at ${one.path}:${one.line}`).join(", "));
  const weaknesses = new Set(expected.map(({ cwe }) => cwe));
  const noise = places(good, findings(good)).filter(({ cwe }) => cwe.some((one) => weaknesses.has(one)));
  if (noise.length > 0) {
    wrong.set(good.id, noise.map(({ ruleId, path, line }) => `${ruleId} at ${path}:${line}`).join(", "));
  }
  return wrong;
}

interface FoundPlace {
  readonly ruleId: string;
  readonly path: string;
  readonly line: number;
  readonly cwe: readonly string[];
}

function places({ files }: Program, findings: ReadonlyMap<string, readonly Finding[]>): FoundPlace[] {
  return files.flatMap(({ path, text }) => {
    const lines = new Lines(text);
    return (findings.get(path) ?? []).flatMap(({ ruleId, start, cwe, trace }) => {
      // Where data leaves a file, its finding stands there, and its trace ends at the sink.
      const sink = trace.at(-1);
      const other = sink && files.find((file) => file.path !== path && sink.uri.endsWith(`/${file.path}`));
      const own = { ruleId, path, line: lines.lineAt(start) + 1, cwe };
      if (!sink || !other) return [own];
      return [own, { ruleId, path: other.path, line: new Lines(other.text).lineAt(sink.start) + 1, cwe }];
    });
  });
}

/** How many vulnerable programs are found and how many safe ones pass silently, in all and by topic, in a line. */
export function summary(language: string, pairs: readonly Pair[], wrong: ReadonlyMap<string, string>): string {
  const count = (some: readonly Pair[]): string => {
    const found = some.filter(({ bad }) => !wrong.has(bad.id)).length;
    const silent = some.filter(({ good }) => !wrong.has(good.id)).length;
    return `${found}+${silent}/${some.length}`;
  };
  const topics = [...new Set(pairs.map(({ topic }) => topic))].sort();
  const each = topics.map((topic) => `${topic} ${count(pairs.filter((pair) => pair.topic === topic))}`);
  return `${language}: bad found + good silent / pairs ${count(pairs)} (${each.join(", ")})`;
}

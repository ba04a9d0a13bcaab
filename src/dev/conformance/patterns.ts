// `tests/patterns`: beside each target a pattern in a file of its own; a comment before a line says that it must match.
import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { languageNamed } from "../../engine/languages";
import { loadRules } from "../../engine/rules/loader";
import { languageOf } from "../../project/language-of";
import { type Engine, linesOf } from "./engine";
import { difference, type Outcome, type Wanted } from "./outcome";

const MARK = /ERROR:|MATCH:/;
/** Patterns that every language has targets for, under the pattern's name. */
const POLYGLOT = "POLYGLOT";

/** Folders whose tests another language must pass as well: JavaScript is TypeScript, C is C++. */
const READ_AS: Readonly<Record<string, string>> = { javascript: "typescript", c: "cpp" };

interface Case {
  readonly name: string;
  readonly pattern: string;
  readonly target: string;
}

/** Runs the tests of every language that the registry knows; `wanted` says which. */
export async function* patternTests(folder: string, engine: Engine, wanted: Wanted): AsyncGenerator<Outcome> {
  for (const directory of (await readdir(folder)).sort()) {
    const language = directory === "generic" ? "generic" : languageNamed(directory)?.id;
    if (language === undefined) continue;
    const cases = await casesOf(folder, directory);
    for (const as of [language, READ_AS[language]]) {
      if (as === undefined) continue;
      for (const { name: own, pattern, target } of cases) {
        const name = as === language ? own : `${directory}/${own}`;
        if (!wanted("patterns", as, name)) continue;
        const failure = await failureOf(engine, as, pattern, target);
        yield { suite: "patterns", language: as, name, ...(failure !== undefined && { failure }) };
      }
    }
  }
}

async function casesOf(folder: string, directory: string): Promise<Case[]> {
  const own = await readdir(join(folder, directory));
  const common = await readdir(join(folder, POLYGLOT));
  const cases: Case[] = [];
  for (const file of own.sort()) {
    const extension = extname(file);
    // Semgrep has set aside what ends in `.TODO`.
    if (extension === ".sgrep" || extension === ".TODO" || extension === "") continue;
    const pattern = `${basename(file, extension)}.sgrep`;
    const place = own.includes(pattern) ? directory : common.includes(pattern) ? POLYGLOT : undefined;
    if (place === undefined) continue;
    // Two targets may share a pattern: the second is told by its extension.
    const isSecond = cases.some(({ name }) => name === basename(file, extension));
    const name = isSecond ? file : basename(file, extension);
    cases.push({ name, pattern: join(folder, place, pattern), target: join(folder, directory, file) });
  }
  return cases;
}

async function failureOf(engine: Engine, language: string, pattern: string, target: string) {
  const text = await readFile(target, "utf8");
  const rule = {
    id: "test",
    message: "A test.",
    severity: "ERROR",
    languages: [language],
    pattern: await readFile(pattern, "utf8"),
  };
  const { rules, errors } = loadRules(JSON.stringify({ rules: [rule] }), pattern, { builtIn: false });
  if (errors[0]) return errors[0].message;
  try {
    const analysis = await engine.analyse(rules, targetLanguage(language, target), text);
    return difference(expectedLines(text), linesOf(analysis, text));
  } catch (error) {
    return (error as Error).message;
  }
}

/** The extension decides between languages that share rules (`.tsx`), and the folder otherwise (`.h`). */
function targetLanguage(language: string, target: string): string {
  // A script may hold JSX, which TypeScript's own grammar takes for a cast.
  if (language === "typescript" && /\.jsx?$/.test(target)) return "tsx";
  const own = languageOf(target, "");
  return own !== undefined && languageNamed(own)?.accepts.includes(language) ? own : language;
}

function expectedLines(text: string): Set<number> {
  const lines = text.split("\n").flatMap((line, index) => (MARK.test(line) ? [index + 2] : []));
  return new Set(lines);
}

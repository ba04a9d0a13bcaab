// `tests/rules` and `tests/rules_v2`: rule files, each beside its annotated target, and `tests/tainting_rules` and
// `tests/taint_maturity` with the same in folders; `tests/syntax_v2`: rule files that must load; `tests/autofix`: patterns with fixes, and what they make of a target.
import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { applyEdits, mergeEdits } from "../../engine/findings/edits";
import { languageNamed } from "../../engine/languages";
import { fragmentLanguages } from "../../engine/rules/fragment-languages";
import { TEXT_LANGUAGES } from "../../engine/rules/language-names";
import { type LoadedRules, loadRules } from "../../engine/rules/loader";
import type { Rule } from "../../engine/rules/rule";
import { languageOf } from "../../project/language-of";
import { type Engine, linesOf } from "./engine";
import { difference, type Outcome, type Wanted } from "./outcome";

/** As Semgrep's own runner reads them: whichever rule is named, the line after must match some rule of the file. */
const MARK = /\b(?:ruleid|todook):/;
const TAINT = /^\s*(?:-\s+)?(?:mode:\s*taint\b|taint:|pattern-sources:)/m;
/** Rules that Semgrep's open engine does not run either. */
const NOT_SEARCHES =
  /^\s*(?:-\s+)?(?:mode:\s*(?:extract|join|step)\b|extract:|join:|steps:|r2c-internal-project-depends-on:)/m;

/** The rule files of a folder that have a target; those in taint mode are a suite of their own. */
export async function* ruleTests(folder: string, engine: Engine, wanted: Wanted): AsyncGenerator<Outcome> {
  yield* testsIn(folder, engine, (text) => suiteOf(folder, text), wanted);
}

/** The same, in folders for each language. */
export async function* nestedRuleTests(folder: string, engine: Engine, wanted: Wanted): AsyncGenerator<Outcome> {
  for (const directory of (await readdir(folder)).sort()) {
    yield* testsIn(join(folder, directory), engine, () => basename(folder), wanted);
  }
}

function suiteOf(folder: string, text: string): string {
  return basename(folder) + (TAINT.test(text) ? " (taint)" : "");
}

async function* testsIn(
  folder: string,
  engine: Engine,
  suiteBy: (text: string) => string,
  wanted: Wanted,
): AsyncGenerator<Outcome> {
  const files = (await readdir(folder)).sort();
  for (const file of files.filter((name) => name.endsWith(".yaml"))) {
    const stem = basename(file, ".yaml");
    const target = files.find((name) => isTarget(name, stem));
    if (target === undefined) continue;
    const text = await readFile(join(folder, file), "utf8");
    const loaded = loadRules(text, file, { builtIn: false });
    const named = firstLanguage(text, loaded);
    // YAML about YAML needs another extension.
    const language = named && (target.endsWith(".yl") ? "yaml" : (languageOf(target) ?? named));
    const isKnown = language !== undefined && (TEXT_LANGUAGES.has(language) || languageNamed(language) !== undefined);
    const suite = suiteBy(text);
    if (!isKnown || !wanted(suite, language, stem)) continue;
    const failure = await failureOf(engine, loaded, language, join(folder, target));
    yield { suite, language, name: stem, ...(failure !== undefined && { failure }) };
  }
}

/** `x.py` and `x.test.yaml`, but not what fixes should give, nor rules as templates. */
function isTarget(name: string, stem: string): boolean {
  const extension = name.slice(stem.length + 1);
  if (!name.startsWith(`${stem}.`) || extension === "yaml") return false;
  return !extension.includes("fixed") && extension !== "yaml.j2" && extension !== "jsonnet";
}

/** Of the first rule; read from the text where no rule of the file is run. */
function firstLanguage(text: string, { rules }: LoadedRules): string | undefined {
  const named = rules[0]?.languages[0] ?? /languages:\s*(?:\[\s*|-\s*)["']?([\w+#]+)/.exec(text)?.[1];
  return named && (languageNamed(named)?.id ?? named);
}

async function failureOf(engine: Engine, { rules, errors }: LoadedRules, language: string, target: string) {
  if (errors[0]) return errors[0].message;
  const text = await readFile(target, "utf8");
  const expected = text.split("\n").flatMap((line, index) => (MARK.test(line) ? [index + 2] : []));
  try {
    for (const inner of fragmentLanguages(rules)) await engine.analyzer.ready(inner);
    const analysis = await engine.analyse(rules.map(anyPath), language, text);
    const fixed = await textBeside(target, "fixed");
    const wrong = difference(new Set(expected), linesOf(analysis, text));
    if (wrong !== undefined || fixed === undefined) return wrong;
    return fixedBy(analysis, text) === fixed ? undefined : "fixed otherwise";
  } catch (error) {
    return (error as Error).message;
  }
}

/** In a test a rule runs on its target whatever its `paths` say. */
function anyPath(rule: Rule): Rule {
  return { ...rule, paths: { include: [], exclude: [] } };
}

/** Of `name.py` with `fixed`: what `name.fixed` holds, where there is one. */
async function textBeside(target: string, extension: string): Promise<string | undefined> {
  try {
    return await readFile(`${target.slice(0, -extname(target).length)}.${extension}`, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function fixedBy({ findings }: Awaited<ReturnType<Engine["analyse"]>>, text: string): string {
  const lists = findings.map(({ fixes }) => fixes[0]?.files.flatMap(({ edits }) => edits) ?? []);
  return applyEdits(text, mergeEdits(lists).edits);
}

/** Each rule file of the folder must load, but for what the open engine does not run. */
export async function* syntaxTests(folder: string, _engine: Engine, wanted: Wanted): AsyncGenerator<Outcome> {
  for (const file of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, file), "utf8");
    const loaded = loadRules(text, file, { builtIn: false });
    const language = firstLanguage(text, loaded) ?? "none";
    const suite = suiteOf(folder, text);
    if (NOT_SEARCHES.test(text) || !wanted(suite, language, file)) continue;
    const failure = loaded.errors[0]?.message;
    yield { suite, language, name: file, ...(failure !== undefined && { failure }) };
  }
}

/** By language, `name.sgrep` with `name.fix` or `name.fix-regex`, a target and `name.fixed`. */
export async function* fixTests(folder: string, engine: Engine, wanted: Wanted): AsyncGenerator<Outcome> {
  for (const directory of (await readdir(folder)).sort()) {
    const language = languageNamed(directory)?.id;
    if (language === undefined) continue;
    const files = await readdir(join(folder, directory));
    for (const file of files.filter((name) => !/\.(?:sgrep|fix|fix-regex|fixed)$/.test(name)).sort()) {
      const name = basename(file, extname(file));
      if (!wanted("autofix", language, name)) continue;
      const failure = await fixFailure(engine, language, join(folder, directory, file));
      yield { suite: "autofix", language, name, ...(failure !== undefined && { failure }) };
    }
  }
}

async function fixFailure(engine: Engine, language: string, target: string): Promise<string | undefined> {
  const pattern =
    (await textBeside(target, "sgrep")) ??
    (await textBeside(join(target, "..", "..", "..", "patterns", "POLYGLOT", basename(target)), "sgrep"));
  if (pattern === undefined) return "there is no pattern";
  const rule = { id: "test", message: "A test.", severity: "ERROR", languages: [language], pattern };
  const { rules, errors } = loadRules(JSON.stringify({ rules: [{ ...rule, ...(await fixOf(target)) }] }), target, {
    builtIn: false,
  });
  if (errors[0]) return errors[0].message;
  const text = await readFile(target, "utf8");
  try {
    const fixed = fixedBy(await engine.analyse(rules, language, text), text);
    const expected = await textBeside(target, "fixed");
    return fixed === expected ? undefined : `fixed otherwise: ${firstDifference(fixed, expected ?? "")}`;
  } catch (error) {
    return (error as Error).message;
  }
}

async function fixOf(target: string): Promise<object> {
  const fix = await textBeside(target, "fix");
  if (fix !== undefined) return { fix };
  // The regular expression, how often (or nothing), and the replacement, line by line.
  const lines = ((await textBeside(target, "fix-regex")) ?? "").replace(/\n$/, "").split("\n");
  const [regex, second, ...rest] = lines;
  if (lines.length < 3) return { "fix-regex": { regex, replacement: second } };
  return { "fix-regex": { regex, count: Number(second), replacement: rest.join("\n") } };
}

function firstDifference(fixed: string, expected: string): string {
  const lines = expected.split("\n");
  const at = fixed.split("\n").findIndex((line, index) => line !== lines[index]);
  return `line ${at + 1} is ${JSON.stringify(fixed.split("\n")[at])}, not ${JSON.stringify(lines[at])}`;
}

// The user's rule files in the worker: which of their rules can run, and each mistake at its place.
import type { RuleProblem } from "../engine/analyzer";
import { fragmentLanguages } from "../engine/rules/fragment-languages";
import { type LoadedRules, loadRules, mergeRules } from "../engine/rules/loader";
import type { Rule } from "../engine/rules/rule";
import { type MistakePlace, RuleFileText } from "../project/rule-file";
import { unboundMetavariables } from "../project/unbound";
import type { FileMistake, ProjectFile } from "./protocol";
import type { Engine } from "./service";

interface ReadRules {
  /** Rules that can run. */
  readonly rules: readonly Rule[];
  readonly mistakes: readonly FileMistake[];
}

/** A file as it was read, whatever other files hold. */
interface KnownFile extends LoadedRules {
  readonly source: ProjectFile;
  readonly text: RuleFileText;
  readonly unusable: readonly RuleProblem[];
  readonly warnings: readonly FileMistake[];
}

/** So long (ms) many files are read before messages are looked at. */
const SLICE = 50;

/** What each engine has read last, by URI: who edits one file of many waits for that one alone. */
const known = new WeakMap<Engine["analyzer"], Map<string, KnownFile>>();

/** Never fails over what the files hold: of rules with the same id the first runs, the built-in ones before all. */
export async function readRuleFiles(engine: Engine, sources: readonly ProjectFile[]): Promise<ReadRules> {
  const files: KnownFile[] = [];
  let answered = performance.now();
  for (const source of sources) {
    files.push(await readFile(engine, source));
    if (performance.now() - answered < SLICE) continue;
    // Whoever asks for a sign of life is answered.
    await new Promise((resolve) => setTimeout(resolve));
    answered = performance.now();
  }
  const merged = mergeRules([
    { file: "(built in)", rules: engine.builtIn },
    ...files.map(({ source, rules }) => ({ file: source.path, rules })),
  ]);
  const first = new Set(merged.rules);
  const mistakes = files.flatMap(({ source, text, rules, errors, unusable, warnings }) => {
    const faults: readonly (MistakePlace & { readonly message: string })[] = [
      ...errors,
      ...merged.errors.filter((error) => error.file === source.path),
      ...unusable.filter(({ index }) => first.has(rules[index]!)),
    ];
    return [...faults.map((fault) => toMistake(source.uri, fault, "error", text.rangeOf(fault))), ...warnings];
  });
  const broken = new Set(files.flatMap(({ rules, unusable }) => unusable.map(({ index }) => rules[index]!)));
  return { rules: merged.rules.filter((rule) => !rule.builtIn && !broken.has(rule)), mistakes };
}

async function readFile({ analyzer }: Engine, source: ProjectFile): Promise<KnownFile> {
  const files = known.get(analyzer) ?? new Map<string, KnownFile>();
  known.set(analyzer, files);
  const before = files.get(source.uri);
  if (before && before.source.text === source.text && before.source.path === source.path) return before;
  const text = new RuleFileText(source.text);
  const loaded = loadRules(source.text, source.path, { builtIn: false });
  const languages = new Set([...loaded.rules.flatMap((rule) => rule.languages), ...fragmentLanguages(loaded.rules)]);
  // A grammar that is missing or damaged is said with the documents that need it; rules of that language wait for it.
  await Promise.allSettled([...languages].map((language) => analyzer.ready(language)));
  const unbound = loaded.rules.flatMap((rule) =>
    unboundMetavariables(rule, text).map(({ message, range }) => {
      const fault = { ruleId: rule.id, message };
      return toMistake(source.uri, fault, "warning", range ?? text.rangeOf(fault));
    }),
  );
  const idle = loaded.notes.map((note) => toMistake(source.uri, note, "warning", text.rangeOf(note)));
  const unusable = analyzer.ruleProblems(analyzer.ruleSet(loaded.rules));
  const file = { ...loaded, source, text, unusable, warnings: [...idle, ...unbound] };
  files.set(source.uri, file);
  return file;
}

function toMistake(
  uri: string,
  { message, ruleId }: { readonly message: string; readonly ruleId?: string },
  severity: FileMistake["severity"],
  range: FileMistake["range"],
): FileMistake {
  return { uri, message, severity, ...(range ? { range } : {}), ...(ruleId === undefined ? {} : { ruleId }) };
}

// The user's rule files in the worker: which of their rules can run, and each mistake at its place.
import { fragmentLanguages } from "../engine/rules/fragment-languages";
import { loadRules, mergeRules } from "../engine/rules/loader";
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

/** Never fails over what the files hold: of rules with the same id the first runs, the built-in ones before all. */
export async function readRuleFiles({ analyzer, builtIn }: Engine, files: readonly ProjectFile[]): Promise<ReadRules> {
  if (files.length === 0) return { rules: [], mistakes: [] };
  const loaded = files.map((file) => {
    return {
      file: file.uri,
      text: new RuleFileText(file.text),
      ...loadRules(file.text, file.path, { builtIn: false }),
    };
  });
  const merged = mergeRules([
    { file: "(built in)", rules: builtIn },
    ...loaded.map(({ rules }, index) => ({ file: files[index]?.path ?? "", rules })),
  ]);
  const rules = merged.rules.filter((rule) => !rule.builtIn);
  const languages = new Set([...rules.flatMap((rule) => rule.languages), ...fragmentLanguages(rules)]);
  // A grammar that is missing or damaged is said with the documents that need it; rules of that language wait for it.
  await Promise.allSettled([...languages].map((language) => analyzer.ready(language)));
  const unusable = analyzer.ruleProblems(analyzer.ruleSet(rules));
  const broken = new Set(unusable.map(({ ruleId }) => ruleId));
  const mistakes = loaded.flatMap(({ file, text, rules: own, errors }, index) => {
    const ids = new Set(own.filter((rule) => rules.includes(rule)).map(({ id }) => id));
    const faults: readonly (MistakePlace & { readonly message: string })[] = [
      ...errors,
      ...merged.errors.filter((error) => error.file === files[index]?.path),
      ...unusable.filter(({ ruleId }) => ids.has(ruleId)),
    ];
    return [
      ...faults.map((fault) => toMistake(file, fault.message, "error", fault.ruleId, text.rangeOf(fault))),
      ...own.flatMap((rule) =>
        unboundMetavariables(rule, text).map(({ message, range }) =>
          toMistake(file, message, "warning", rule.id, range ?? text.rangeOf({ ruleId: rule.id })),
        ),
      ),
    ];
  });
  return { rules: rules.filter(({ id }) => !broken.has(id)), mistakes };
}

function toMistake(
  uri: string,
  message: string,
  severity: FileMistake["severity"],
  ruleId: string | undefined,
  range: FileMistake["range"],
): FileMistake {
  return { uri, message, severity, ...(range ? { range } : {}), ...(ruleId === undefined ? {} : { ruleId }) };
}

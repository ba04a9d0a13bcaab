/** Shared by tests: a pattern run on a code, on the real grammars. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { languageNamed } from "../../../src/engine/languages";
import { loadGrammar, loweringOf } from "../../../src/engine/languages/language";
import { compilePattern, compileType } from "../../../src/engine/patterns/compile";
import { MatchDocument } from "../../../src/engine/patterns/document";
import type { Match } from "../../../src/engine/patterns/match";
import type { PatternOptions } from "../../../src/engine/patterns/options";
import { DocumentTarget } from "../../../src/engine/patterns/target";
import { createRegexEngine, type RegexEngine } from "../../../src/engine/regex";
import { createSyntax, type GrammarSource, type Syntax } from "../../../src/engine/syntax";

export const grammarFiles: GrammarSource = {
  load: async (file) => new Uint8Array(await readFile(join(__dirname, "../../../grammars", file))),
};

let engines: Promise<{ syntax: Syntax; regexes: RegexEngine }> | undefined;

async function start(): Promise<{ syntax: Syntax; regexes: RegexEngine }> {
  const syntax = await createSyntax(grammarFiles, (message) => {
    throw new Error(message);
  });
  return { syntax, regexes: await createRegexEngine(await grammarFiles.load("pcre2.wasm")) };
}

/** A code ready for matching; a search that hits its limit throws. */
export async function targetOf(language: string, code: string) {
  engines ??= start();
  const { syntax, regexes } = await engines;
  const spec = languageNamed(language)!;
  const grammar = await loadGrammar(spec, syntax);
  const parsed = grammar.parse(code);
  const document = new MatchDocument(code, loweringOf(spec, grammar).lower(parsed), parsed.interner, spec);
  const limited = (): void => {
    throw new Error("The step limit was hit.");
  };
  return { target: new DocumentTarget(document, { regexes, limited }), document, spec, grammar };
}

/** Matches of a pattern in a code. */
export async function matchesOf(
  language: string,
  pattern: string,
  code: string,
  options?: PatternOptions,
): Promise<readonly Match[]> {
  const { target, document, spec, grammar } = await targetOf(language, code);
  const compiled = compilePattern(pattern, spec, grammar, options);
  const matches = target.find(compiled);
  const wanting = compiled.required.find((group) => !group.some((word) => holds(document, word)));
  if (matches.length > 0 && wanting) throw new Error(`The match lacks a word that all need: ${wanting.join(" or ")}.`);
  return matches;
}

/** As the analyzer asks before it runs a rule. */
const holds = ({ text, interner }: MatchDocument, word: string): boolean =>
  interner.find(word) > 0 || text.includes(word);

/** Whether what the first match of a pattern binds is of a type. */
export async function hasType(
  language: string,
  pattern: string,
  code: string,
  name: string,
  type: string,
): Promise<boolean> {
  const { target, spec, grammar } = await targetOf(language, code);
  const [match] = target.find(compilePattern(pattern, spec, grammar));
  const binding = match?.bindings.get(name);
  return binding !== undefined && target.hasType(binding, compileType(type, spec, grammar));
}

/** The matched texts, each once, in order. */
export async function textsOf(
  language: string,
  pattern: string,
  code: string,
  options?: PatternOptions,
): Promise<string[]> {
  const texts = (await matchesOf(language, pattern, code, options)).map(({ start, end }) => code.slice(start, end));
  return [...new Set(texts)];
}

/** What a metavariable was bound to, match by match. */
export async function boundTo(language: string, pattern: string, code: string, name: string): Promise<string[]> {
  return (await matchesOf(language, pattern, code)).map(({ bindings }) => bindings.get(name)?.text ?? "");
}

// The grammars that are loaded, and patterns compiled with them.
import { type Language, languageNamed, languages } from "../languages";
import { loadGrammar, loweringOf } from "../languages/language";
import { compilePattern, compileType } from "../patterns/compile";
import { MatchDocument } from "../patterns/document";
import { type Pattern, PatternError } from "../patterns/match";
import { optionsIn, type PatternOptions } from "../patterns/options";
import { type CodeTemplate, compileTemplate } from "../patterns/template";
import type { Grammar, ParsedText, Syntax } from "../syntax";
import type { Tree } from "../tree/tree";
import { keptMatches } from "./kept-matches";
import { type Region, Regions } from "./regions";

/** Rows of all trees whose documents are kept: about as many as ten files of 1,000 lines have. */
const MOST_ROWS = 60_000;

export class Grammars {
  private readonly loaded = new Map<string, Grammar>();
  private readonly patterns = new Map<string, Pattern | PatternError>();
  /** One tree and one set of answers per parsed text, however often it is analysed, while it is in use. */
  private readonly documents = new Map<ParsedText, MatchDocument>();
  /** The same, of those that are in use elsewhere as well. */
  private readonly living = new WeakMap<ParsedText, WeakRef<MatchDocument>>();

  /** By lineage: the texts whose documents are kept, the last one asked for at the end, and the rows of all their trees. */
  private readonly recent = new Map<object, ParsedText>();
  private rows = 0;

  private readonly inner = new Regions((language) => this.grammar(language));

  constructor(private readonly syntax: Syntax) {}

  /** Loads the grammar of a language, of those whose patterns run on it, and of those whose code the text holds. */
  async load(language: Language, text = ""): Promise<void> {
    await this.loadAll([language.id, ...language.patternsOf]);
    const inner = (language.inner?.languages(text) ?? []).map(languageNamed);
    await this.loadAll(inner.flatMap((each) => (each ? [each.id, ...each.patternsOf] : [])));
  }

  private async loadAll(names: readonly string[]): Promise<void> {
    const missing = names.filter((name) => !this.loaded.has(name)).map(languageNamed);
    await Promise.all(
      missing.map(async (each) => {
        if (each) this.loaded.set(each.id, await loadGrammar(each, this.syntax));
      }),
    );
  }

  named(name: string): Language | undefined {
    return languageNamed(name);
  }

  grammar(language: Language): Grammar | undefined {
    return this.loaded.get(language.id);
  }

  /** @throws PatternError, the same one each time */
  pattern(text: string, language: Language, ruleOptions: PatternOptions): Pattern | undefined {
    const grammar = this.grammar(language);
    if (!grammar) return undefined;
    const options = optionsIn(ruleOptions, language, text);
    const key = `${language.id}\0${JSON.stringify(options)}\0${text}`;
    let pattern = this.patterns.get(key);
    if (!pattern) {
      pattern = compiled(text, language, grammar, options);
      // Elements are no TypeScript, and types no JavaScript; rules for both write either.
      for (const relative of this.relatives(language)) {
        if (!(pattern instanceof PatternError)) break;
        const other = compiled(text, relative, this.grammar(relative)!, options);
        if (!(other instanceof PatternError)) pattern = other;
      }
      this.patterns.set(key, pattern);
    }
    if (pattern instanceof PatternError) throw pattern;
    return pattern;
  }

  /** Loaded languages on whose documents patterns of this one run, and then those the other way round. */
  private relatives({ id, patternsOf }: Language): Language[] {
    const loaded = languages.filter((other) => this.loaded.has(other.id));
    const [wider, others] = [loaded.filter((other) => other.patternsOf.includes(id)), patternsOf];
    return [...wider, ...loaded.filter((other) => others.includes(other.id) && !wider.includes(other))];
  }

  /** @throws PatternError */
  type(text: string, language: Language): Pattern | undefined {
    const grammar = this.grammar(language);
    return grammar && compileType(text, language, grammar);
  }

  /** The code of a fix; undefined where the language does not print fixes from their tree, or is not loaded. */
  template(text: string, language: Language): CodeTemplate | undefined {
    const grammar = this.grammar(language);
    return grammar && compileTemplate(text, language, grammar);
  }

  /** The code of other languages in a text, parsed; of those whose grammars are loaded. */
  regions(parsed: ParsedText, language: Language): readonly Region[] {
    return this.inner.of(parsed, language);
  }

  /** The text as matching sees it. */
  document(parsed: ParsedText, language: Language, grammar: Grammar): MatchDocument {
    let document = this.documents.get(parsed);
    if (!document) {
      document = this.living.get(parsed)?.deref() ?? lowered(parsed, language, grammar);
      this.living.set(parsed, new WeakRef(document));
      this.documents.set(parsed, document);
      this.rows += document.tree.length;
    }
    const lineage = this.inner.lineageOf(parsed);
    const before = this.recent.get(lineage);
    if (before && before !== parsed) {
      const former = this.documents.get(before);
      if (former) keptMatches(document).follow(keptMatches(former));
      this.forget(lineage, before);
    }
    this.recent.delete(lineage);
    this.recent.set(lineage, parsed);
    this.forgetOldest();
    return document;
  }

  /** What was found out of a text weighs more than its tree: of many open documents only those in use hold it. */
  private forgetOldest(): void {
    for (const [lineage, parsed] of this.recent) {
      if (this.rows <= MOST_ROWS || this.recent.size === 1) return;
      this.forget(lineage, parsed);
    }
  }

  private forget(lineage: object, parsed: ParsedText): void {
    this.rows -= this.documents.get(parsed)?.tree.length ?? 0;
    this.documents.delete(parsed);
    this.recent.delete(lineage);
  }
}

function lowered(parsed: ParsedText, language: Language, grammar: Grammar): MatchDocument {
  const tree: Tree = loweringOf(language, grammar).lower(parsed);
  return new MatchDocument(parsed.text, tree, parsed.interner, language, !parsed.table.hasError);
}

function compiled(text: string, language: Language, grammar: Grammar, options: PatternOptions): Pattern | PatternError {
  try {
    return compilePattern(text, language, grammar, options);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}

/** Shared by the tests of this room: a snippet, its marked places, and what they mean. */
import { javascript } from "../../../src/engine/languages/javascript";
import { type Language, loweringOf } from "../../../src/engine/languages/language";
import { python } from "../../../src/engine/languages/python";
import { typescript } from "../../../src/engine/languages/typescript";
import { type Constant, Semantics } from "../../../src/engine/semantics";
import type { Grammar } from "../../../src/engine/syntax";
import { Kind, Role } from "../../../src/engine/tree/kinds";
import { childrenIn, type Tree } from "../../../src/engine/tree/tree";
import { grammar } from "../syntax/support";

const LANGUAGES = { js: javascript, ts: typescript, py: python };
export type Id = keyof typeof LANGUAGES;

export interface Snippet {
  readonly text: string;
  readonly tree: Tree;
  readonly semantics: Semantics;
}

const loading = new Map<string, Promise<Grammar>>();

/** The language's grammar, loaded once. */
export function grammarOf(language: Language): Promise<Grammar> {
  let loaded = loading.get(language.grammar);
  if (!loaded) {
    loaded = grammar(language.grammar);
    loading.set(language.grammar, loaded);
  }
  return loaded;
}

/** Parses a text that must be free of errors. */
export async function snippet(id: Id, text: string): Promise<Snippet> {
  const language: Language = LANGUAGES[id];
  const loaded = await grammarOf(language);
  const parsed = loaded.parse(text);
  if (parsed.table.hasError) throw new Error(`Does not parse: ${text}`);
  const tree = loweringOf(language, loaded).lower(parsed);
  return { text, tree, semantics: new Semantics(tree, parsed.interner, language) };
}

/** The rows of the first arguments of every call `f(…)`, in order. */
export function arguments_({ text, tree }: Snippet): number[] {
  const found: number[] = [];
  for (let row = 0; row < tree.length; row++) {
    if (tree.kind[row] !== Kind.Call || !text.startsWith("f(", tree.start[row])) continue;
    found.push(...childrenIn(tree, row, Role.Argument).slice(0, 1));
  }
  return found;
}

/** How a constant is written in the tests: `"a"`, `1`, `1n`, `true`, `string` for some string, `-` for unknown. */
export function written(constant: Constant | undefined): string {
  if (!constant) return "-";
  if (constant.type === "some-string") return constant.computed ? "computed" : "string";
  if (constant.type === "string") return JSON.stringify(constant.value);
  return typeof constant.value === "bigint" ? `${constant.value}n` : String(constant.value);
}

/** What is known of the first argument of each `f(…)`, in order. */
export async function constants(id: Id, text: string): Promise<string> {
  const made = await snippet(id, text);
  return arguments_(made)
    .map((row) => written(made.semantics.constantOf(row)))
    .join(" ");
}

/** The dotted path of each callee in order; `-` where it has none. */
export async function paths(id: Id, text: string): Promise<string> {
  const { tree, semantics } = await snippet(id, text);
  const found: string[] = [];
  for (let row = 0; row < tree.length; row++) {
    if (tree.role[row] === Role.Callee) found.push(semantics.canonicalPath(row)?.join(".") ?? "-");
  }
  return found.join(" ");
}

/**
 * The names `x` (and `x1`…) in order, each as the ordinal of the variable it means: `1 2 1`; `-` for none.
 * Properties and keywords are in the list too.
 */
export async function variables(id: Id, text: string, name = "x"): Promise<string> {
  const made = await snippet(id, text);
  const { tree, semantics } = made;
  const ordinals = new Map<number, number>();
  const found: string[] = [];
  for (let row = 0; row < tree.length; row++) {
    const isLeaf = tree.kind[row] === Kind.Identifier || tree.kind[row] === Kind.Name;
    if (!isLeaf || text.slice(tree.start[row], tree.end[row]) !== name) continue;
    const declaration = semantics.declarationOf(row);
    if (declaration >= 0 && !ordinals.has(declaration)) ordinals.set(declaration, ordinals.size + 1);
    found.push(declaration < 0 ? "-" : String(ordinals.get(declaration)));
  }
  return found.join(" ");
}

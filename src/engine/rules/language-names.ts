// Names under which rules may ask for a language. A rule for a language without an engine is accepted and stays inert.

/** Canonical name → the other names that rules use for it. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  apex: [],
  bash: ["sh"],
  c: [],
  cairo: [],
  circom: [],
  clojure: [],
  cpp: ["c++"],
  csharp: ["c#"],
  dart: [],
  dockerfile: ["docker"],
  elixir: ["ex"],
  fga: ["openfga"],
  generic: ["spacegrep"],
  go: ["golang"],
  gosu: [],
  hack: [],
  html: [],
  java: [],
  javascript: ["js"],
  json: [],
  jsonnet: [],
  julia: [],
  kotlin: ["kt"],
  lisp: [],
  lua: [],
  move_on_aptos: [],
  move_on_sui: [],
  ocaml: [],
  php: [],
  powershell: [],
  promql: [],
  properties: [],
  protobuf: ["proto", "proto3"],
  python: ["py", "python2", "python3"],
  ql: [],
  r: [],
  regex: ["none"],
  ruby: [],
  rust: [],
  scala: [],
  scheme: [],
  solidity: ["sol"],
  svelte: [],
  swift: [],
  terraform: ["tf", "hcl"],
  typescript: ["ts"],
  vue: [],
  xml: [],
  yaml: [],
};

const canonical = new Map(
  Object.entries(aliases).flatMap(([name, others]) => [name, ...others].map((other) => [other, name] as const)),
);

/** Languages whose rules look at the text of any file instead of a syntax tree. */
export const TEXT_LANGUAGES: ReadonlySet<string> = new Set(["regex", "generic"]);

/** Every name that a rule may use, other names of a language after its own. */
export const LANGUAGE_NAMES: readonly string[] = [...canonical.keys()];

/** `js` → `javascript`; `undefined` for a name that no rule may use. */
export function canonicalLanguage(name: string): string | undefined {
  return canonical.get(name.toLowerCase());
}

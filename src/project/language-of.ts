// The language of a file, by its name and, failing that, by the interpreter that its first line names.

interface LanguageFiles {
  /** Canonical name. */
  readonly language: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** Of `#!` lines, without a version. */
  readonly interpreters?: readonly string[];
}

const LANGUAGES: readonly LanguageFiles[] = [
  { language: "javascript", extensions: [".js", ".jsx", ".cjs", ".mjs"], interpreters: ["node", "nodejs", "bun"] },
  { language: "typescript", extensions: [".ts", ".mts", ".cts"], interpreters: ["ts-node", "tsx", "deno"] },
  { language: "tsx", extensions: [".tsx"] },
  { language: "python", extensions: [".py", ".pyi"], interpreters: ["python", "pypy"] },
];

/** The canonical name of the language; undefined when it is none that has a grammar. */
export function languageOf(path: string, firstLine = ""): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const byName = LANGUAGES.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
  if (byName !== undefined || name.includes(".")) {
    return byName?.language;
  }
  const interpreter = /^#!.*?([^/\s]+?)[\d.]*(?:\s+-\S*)*\s*$/.exec(firstLine.trimEnd())?.[1];
  return LANGUAGES.find(({ interpreters }) => interpreters?.includes(interpreter ?? ""))?.language;
}

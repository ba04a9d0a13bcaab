// Files that hold tests. What they do on purpose (weak hashes, cookies without flags, echoed requests) reaches nobody.

/** Folders of tests: `tests`, `__tests__`, `Shop.Tests`. */
const FOLDER = /^(?:(?:.+\.)?tests?|__tests__|specs?|testdata)$/i;

/** Names of tests, as the tools know them that run them. */
const NAME =
  /^(?:test_.+\.pyi?|conftest\.py|.+_test\.(?:py|go|rb|exs?|cc|cpp|dart)|.+_spec\.rb|.+[.-](?:test|spec)\.[cm]?[jt]sx?)$/;

/**
 * Whether a file holds tests.
 * @param path with `/`, relative to the project's root
 */
export function isTestFile(path: string): boolean {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  return NAME.test(name) || parts.some((part) => FOLDER.test(part));
}

// Kinds of checks, as rules name them.

/** Checks that make a value harmless for the rules alone that name them. */
export const SPECIAL_GUARDS: ReadonlySet<string> = new Set([
  "prefix",
  "traversal",
  "host",
  "newline",
  "dash",
  "bound",
  "html",
  "query",
  "quote",
  "text",
  "zero",
  "divisor",
]);

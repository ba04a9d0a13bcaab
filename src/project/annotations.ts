// Annotated rule tests: comments that say on which lines a rule must fire, or must not.

export interface Expectations {
  /** One-based lines on which each rule must fire. */
  readonly expected: ReadonlyMap<string, ReadonlySet<number>>;
  /** Lines on which it may do as it likes: known gaps. */
  readonly open: ReadonlyMap<string, ReadonlySet<number>>;
}

/** `ruleid:` and its like; a Semgrep engine's own word may stand between (`ruleid: deepok: id`). */
const ANNOTATION =
  /(?:^|[^\w-])(ruleid|ok|todoruleid|todook):\s*((?:(?:deep|pro)?(?:todo)?(?:ruleid|ok):\s*)?)([\w.,\s-]+)/;
const COMMENT = /#|\/\/|<!--|\(\*|\/\*|--|;|%/;

/** Reads the annotations of a test file: each speaks of the line after its own. */
export function readAnnotations(text: string): Expectations {
  const expected = new Map<string, Set<number>>();
  const open = new Map<string, Set<number>>();
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const found = ANNOTATION.exec(line);
    if (found === null || !COMMENT.test(line.slice(0, found.index + 1))) {
      return;
    }
    const target = found[1] === "ruleid" ? expected : found[1] === "ok" ? undefined : open;
    for (const id of idsIn(found[3])) {
      const lines = target?.get(id) ?? new Set();
      target?.set(id, lines.add(index + 2));
    }
  });
  return { expected, open };
}

/** Ids stand between commas; what follows the first word of each (a comment's end, an explanation) is none. */
function idsIn(list: string): string[] {
  return list
    .split(",")
    .map((part) => part.trim().split(/\s/)[0].replace(/-+$/, ""))
    .filter((id) => id !== "");
}

/** A line where a rule did not do what the file says. */
export interface Mismatch {
  readonly verdict: "Missing" | "Noisy";
  readonly ruleId: string;
  readonly line: number;
}

/** Compares, by rule and start line, what fired with what was expected; in order of line. */
export function compareWithAnnotations(
  ruleIds: readonly string[],
  fired: readonly { readonly ruleId: string; readonly line: number }[],
  { expected, open }: Expectations,
): Mismatch[] {
  const mismatches = ruleIds.flatMap((ruleId) => {
    const wanted = linesOf(expected, ruleId);
    const free = linesOf(open, ruleId);
    const actual = new Set(fired.filter((one) => one.ruleId === ruleId).map(({ line }) => line));
    const missing = [...wanted].filter((line) => !actual.has(line) && !free.has(line));
    const noisy = [...actual].filter((line) => !wanted.has(line) && !free.has(line));
    return [
      ...missing.map((line) => ({ verdict: "Missing" as const, ruleId, line })),
      ...noisy.map((line) => ({ verdict: "Noisy" as const, ruleId, line })),
    ];
  });
  return mismatches.sort((a, b) => a.line - b.line);
}

/** Lines under the rule's id, or under a dotted end or extension of it. */
function linesOf(lines: ReadonlyMap<string, ReadonlySet<number>>, ruleId: string): Set<number> {
  const fitting = [...lines].filter(([id]) => id === ruleId || ruleId.endsWith(`.${id}`) || id.endsWith(`.${ruleId}`));
  return new Set(fitting.flatMap(([, set]) => [...set]));
}

// What the runs of Semgrep's own tests yield, whichever folder they come from.

/** One test: it passes when nothing is said against it. */
export interface Outcome {
  /** The folder in which it stands: `patterns`, `rules`. */
  readonly suite: string;
  /** Canonical name of the language it is about. */
  readonly language: string;
  /** Unique within suite and language. */
  readonly name: string;
  /** Why it fails, in a line. */
  readonly failure?: string;
}

/** Which tests are asked for. */
export type Wanted = (suite: string, language: string, name: string) => boolean;

/** Lines that were expected and not found, and the other way round; undefined where the two sets are equal. */
export function difference(expected: ReadonlySet<number>, found: ReadonlySet<number>): string | undefined {
  const missing = [...expected].filter((line) => !found.has(line));
  const noisy = [...found].filter((line) => !expected.has(line));
  const parts = [
    ...(missing.length > 0 ? [`missing ${missing.sort(byNumber).join(" ")}`] : []),
    ...(noisy.length > 0 ? [`noisy ${noisy.sort(byNumber).join(" ")}`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : undefined;
}

const byNumber = (a: number, b: number): number => a - b;

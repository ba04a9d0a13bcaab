// What a scan found, as every report writer takes it: plain data, nothing of a host.
import type { Confidence, Finding, Problem, Severity, Tier } from "../engine/findings/finding";
import { Lines } from "../engine/findings/lines";

export interface SourceFile {
  readonly uri: string;
  /** Relative to the result's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A file with something to say about it. */
export interface ReportedFile extends SourceFile {
  /** In order of place, suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** What reports say of a rule. */
export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tier: Tier;
  readonly languages: readonly string[];
  /** Most specific first: `CWE-89`. */
  readonly cwe: readonly string[];
  readonly owasp: readonly string[];
  readonly references: readonly string[];
  /** Markdown. */
  readonly explanation?: string;
}

/** A path, a rule or a configuration that could not be read; line and column are one-based. */
export interface ScanProblem {
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly ruleId?: string;
}

export interface ScanResult {
  /** Of Caveat. */
  readonly version: string;
  /** URI of the folder that paths are relative to; ends with `/`. */
  readonly root: string;
  /** Those with findings or problems, in order of path. */
  readonly files: readonly ReportedFile[];
  /** Others, which traces lead through. */
  readonly traced: readonly SourceFile[];
  /** Those that ran. */
  readonly rules: readonly ReportedRule[];
  readonly problems: readonly ScanProblem[];
  /** How many files were read and analysed. */
  readonly scanned: number;
  /** How many were left out, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

/** A finding, its file and the lines of it. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly file: ReportedFile;
  readonly lines: Lines;
}

/** All findings in order of file and place; suppressed ones only when asked for. */
export function locatedFindings(result: ScanResult, withSuppressed: boolean): LocatedFinding[] {
  return result.files.flatMap((file) => {
    const lines = new Lines(file.text);
    return file.findings
      .filter(({ suppression }) => withSuppressed || suppression === undefined)
      .map((finding) => ({ finding, file, lines }));
  });
}

/** One-based line and column, as people and most formats count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeAt(lines: Lines, offset: number): Place {
  const { line, column } = lines.positionAt(offset);
  return { line: line + 1, column: column + 1 };
}

/** Finds texts by URI, for steps of a trace that lead into another file. */
export class Texts {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #lines = new Map<string, Lines>();

  constructor(private readonly result: ScanResult) {
    this.#files = new Map([...result.files, ...result.traced].map((file) => [file.uri, file]));
  }

  /** Relative to the root where the file lies below it. */
  path(uri: string): string {
    const { root } = this.result;
    return this.#files.get(uri)?.path ?? (uri.startsWith(root) ? decodeURIComponent(uri.slice(root.length)) : uri);
  }

  /** Undefined when the text is not at hand. */
  lines(uri: string): Lines | undefined {
    const file = this.#files.get(uri);
    if (file !== undefined && !this.#lines.has(uri)) {
      this.#lines.set(uri, new Lines(file.text));
    }
    return this.#lines.get(uri);
  }
}

/** `3 findings`, `1 file`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// A baseline: findings that were there when a project began to look, kept in a file and no longer reported. Equal
// fingerprints count: a second copy of an old finding is a new one.
import type { Finding, Suppression } from "./finding";

const VERSION = 1;

/** One accepted finding; `path` is relative to the baseline's project and tells equal ones of several files apart. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly path: string;
}

export interface Baseline {
  readonly version: typeof VERSION;
  readonly findings: readonly BaselineEntry[];
}

/** A finding and the path of its file, as the baseline has it. */
export interface Located {
  readonly path: string;
  readonly finding: Finding;
}

/** Reads a baseline file. Throws an Error that says in a sentence what is wrong with it. */
export function parseBaseline(json: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Error(`The baseline is no JSON: ${(error as Error).message}.`);
  }
  const { version, findings } = (value ?? {}) as Partial<Record<keyof Baseline, unknown>>;
  if (version !== VERSION) {
    throw new Error(`The baseline has version ${JSON.stringify(version)}; this Caveat reads version ${VERSION}.`);
  }
  if (!Array.isArray(findings) || !findings.every(isEntry)) {
    throw new Error("The baseline needs a list `findings` of objects with fingerprint, ruleId and path.");
  }
  return { version, findings };
}

function isEntry(value: unknown): value is BaselineEntry {
  const entry = value as Partial<BaselineEntry> | null;
  return [entry?.fingerprint, entry?.ruleId, entry?.path].every((text) => typeof text === "string");
}

/** The baseline of these findings, without those that a comment or the configuration suppresses already. */
export function createBaseline(located: readonly Located[]): Baseline {
  const findings = located
    .filter(({ finding }) => finding.suppression === undefined || finding.suppression.by === "baseline")
    .map(({ finding, path }) => ({ fingerprint: finding.fingerprint, ruleId: finding.ruleId, path }));
  const key = (entry: BaselineEntry) => [entry.path, entry.ruleId, entry.fingerprint].join("\u0000");
  findings.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return { version: VERSION, findings };
}

/** One entry a line, sorted, so that version control shows what changed. */
export function serializeBaseline(baseline: Baseline): string {
  const entries = baseline.findings.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
  return `{\n  "version": ${baseline.version},\n  "findings": [${entries === "" ? "" : `\n${entries}\n  `}]\n}\n`;
}

/**
 * The findings in the same order, those that the baseline holds marked as suppressed. Each entry pays for one
 * finding: first for one in its own file, what is left for equal ones elsewhere (the file was renamed).
 */
export function applyBaseline(located: readonly Located[], baseline: Baseline): Finding[] {
  const left = new Map<string, number>();
  const keys = baseline.findings.map(({ fingerprint, path }) => `${fingerprint}\u0000${path}`);
  for (const key of keys) {
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const known = new Set<number>();
  located.forEach(({ finding, path }, index) => {
    const key = `${finding.fingerprint}\u0000${path}`;
    const count = left.get(key) ?? 0;
    if (finding.suppression === undefined && count > 0) {
      left.set(key, count - 1);
      known.add(index);
    }
  });
  const elsewhere = new Map<string, number>();
  for (const [key, count] of left) {
    const fingerprint = key.slice(0, key.indexOf("\u0000"));
    elsewhere.set(fingerprint, (elsewhere.get(fingerprint) ?? 0) + count);
  }
  const suppression: Suppression = { by: "baseline" };
  return located.map(({ finding }, index) => {
    const count = elsewhere.get(finding.fingerprint) ?? 0;
    if (finding.suppression === undefined && !known.has(index) && count > 0) {
      elsewhere.set(finding.fingerprint, count - 1);
      known.add(index);
    }
    return known.has(index) ? { ...finding, suppression } : finding;
  });
}

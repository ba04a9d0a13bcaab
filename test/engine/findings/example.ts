// One finding with everything filled in, for tests to vary.
import type { Finding } from "../../../src/engine/findings/finding";

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    uri: "file:///project/app.js",
    ruleId: "javascript.eval-of-request",
    message: "The request is run as code. Parse it instead.",
    start: 0,
    end: 4,
    severity: "high",
    confidence: "high",
    tier: "vuln",
    cwe: ["CWE-95", "CWE-94"],
    owasp: ["A03:2021", "A05:2025"],
    metavariables: {},
    trace: [],
    fixes: [],
    fingerprint: "caveat/v1:00000000000000000000000000000000",
    ...changes,
  };
}

/** The finding whose range is the first place of `needle` in `text`. */
export function findingAt(text: string, needle: string, changes: Partial<Finding> = {}): Finding {
  const start = text.indexOf(needle);
  if (start < 0) {
    throw new Error(`“${needle}” is not in the text`);
  }
  return finding({ start, end: start + needle.length, ...changes });
}

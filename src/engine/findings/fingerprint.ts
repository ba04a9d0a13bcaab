// A name for a finding that survives edits elsewhere in the file: it depends on the rule, the symbols around the
// match, the matched text with its blanks folded, and which of several equal ones it is. The path is no part of it,
// so that a renamed file keeps its baseline.
import { hash128 } from "./hash";

const VERSION = "caveat/v1:";

/** What a fingerprint is made of, but for the occurrence. */
export interface FingerprintParts {
  readonly ruleId: string;
  /** Names of the enclosing functions and classes, outermost first. */
  readonly symbols: readonly string[];
  /** The matched source text. */
  readonly text: string;
}

/** Blanks are kept, as one, only where they part two words, so that reformatting changes nothing. */
function fold(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ (?!\w)|(?<!\w) /g, "");
}

function identity({ ruleId, symbols, text }: FingerprintParts): string {
  return [ruleId, symbols.join("\u0001"), fold(text)].join("\u0000");
}

/** `caveat/v1:` and 32 hex digits. `occurrence` counts equal findings of one file from 0, in order of place. */
export function fingerprint(parts: FingerprintParts, occurrence: number): string {
  return VERSION + hash128(`${identity(parts)}\u0000${occurrence}`);
}

/** One fingerprint for each item, counting occurrences among the items, which must stand in order of place. */
export function fingerprints(items: readonly FingerprintParts[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = identity(item);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return fingerprint(item, occurrence);
  });
}

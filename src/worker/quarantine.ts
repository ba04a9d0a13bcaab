// What is left out because the engine stopped at it, and the replay that finds out which rule that was.
import type { Suspicion } from "./watchdog";

export type Blamed =
  | { readonly kind: "rule"; readonly ruleId: string; readonly uri: string }
  | { readonly kind: "document"; readonly uri: string };

/**
 * A worker that ended at a document is started again with that document first and every rule announced (a replay).
 * If it ends once more, the rule named last is left out, or the document where no rule had been named.
 */
export class Quarantine {
  readonly #rules = new Set<string>();
  readonly #documents = new Set<string>();
  #suspect: string | undefined;

  get rules(): readonly string[] {
    return [...this.#rules];
  }

  /** Whether the next worker is to announce every rule. */
  get replaying(): boolean {
    return this.#suspect !== undefined;
  }

  holds(uri: string): boolean {
    return this.#documents.has(uri);
  }

  /** A document that is opened anew gets a new chance. */
  reopen(uri: string): void {
    this.#documents.delete(uri);
  }

  /** Documents in the order in which a new worker opens them: the suspect first, those left out never. */
  order(uris: Iterable<string>): string[] {
    const all = [...uris].filter((uri) => !this.#documents.has(uri));
    return [...all.filter((uri) => uri === this.#suspect), ...all.filter((uri) => uri !== this.#suspect)];
  }

  /** A worker ended at `suspicion`; says what is left out from now on, if anything is. */
  blame(suspicion: Suspicion | undefined): Blamed | undefined {
    if (!suspicion) return undefined;
    const { uri, phase } = suspicion;
    const replayed = this.#suspect === uri;
    this.#suspect = uri;
    if (!replayed) return undefined;
    if (phase.phase === "rule") {
      this.#rules.add(phase.ruleId);
      return { kind: "rule", ruleId: phase.ruleId, uri };
    }
    this.#documents.add(uri);
    this.#suspect = undefined;
    return { kind: "document", uri };
  }

  /** The document was analysed; true when that ends a replay. */
  survived(uri: string): boolean {
    if (uri !== this.#suspect) return false;
    this.#suspect = undefined;
    return true;
  }

  clear(): void {
    this.#rules.clear();
    this.#documents.clear();
    this.#suspect = undefined;
  }
}

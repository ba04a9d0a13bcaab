// The findings of parsed texts, kept for the proofs of their fixes: these compare with what stood before.
import type { AnalysisOptions } from "../analyzer";
import type { Finding } from "../findings/finding";
import type { ParsedText } from "../syntax";
import type { Subject } from "./run";

/** The findings of a whole text, and what else they follow from. */
interface Standing {
  readonly options: AnalysisOptions;
  /** Of the files that its flows lead to. */
  readonly revision: number;
  readonly findings: readonly Finding[];
}

export class Standings {
  private readonly known = new WeakMap<ParsedText, Standing>();

  /** @param revision another number whenever a file, or one that its flows rest on, is no longer what it was */
  constructor(private readonly revision: (uri: string) => number) {}

  of({ uri, parsed }: Subject, options: AnalysisOptions): readonly Finding[] | undefined {
    const known = parsed && this.known.get(parsed);
    const holds = known && known.revision === this.revision(uri) && isAlike(known.options, options);
    return holds ? known.findings : undefined;
  }

  /** Keeps the findings of a whole text. */
  keep({ uri, parsed }: Subject, options: AnalysisOptions, findings: readonly Finding[]): void {
    if (parsed) this.known.set(parsed, { options, revision: this.revision(uri), findings });
  }
}

/** Whether both give the same findings of a whole text. */
export function isAlike(one: AnalysisOptions, other: AnalysisOptions): boolean {
  return one.rules === other.rules && one.today === other.today && one.strict === other.strict;
}

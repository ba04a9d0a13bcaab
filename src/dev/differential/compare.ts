// Two reports on the same files, side by side.
import type { Hit, Report } from "./semgrep";

export interface Comparison {
  readonly agreed: number;
  /** Found by the one and not by the other. */
  readonly missing: readonly Hit[];
  readonly added: readonly Hit[];
  /** Rules of which one of the two could make nothing, with its reason: they count for neither. */
  readonly left: readonly string[];
}

/** By rule, file and start line; what either could not run or gave up is left aside. */
export function compare(semgrep: Report, caveat: Report): Comparison {
  const judged = ({ rule, file }: Hit): boolean =>
    [semgrep, caveat].every(
      ({ refused, abandoned }) => !refused.has(rule) && !abandoned.has(file) && !abandoned.has(`${rule}\0${file}`),
    );
  const keyed = (hits: readonly Hit[]): Map<string, Hit> =>
    new Map(hits.filter(judged).map((hit) => [`${hit.rule}\0${hit.file}\0${hit.line}`, hit]));
  const [theirs, ours] = [keyed(semgrep.hits), keyed(caveat.hits)];
  const missing = [...theirs].filter(([key]) => !ours.has(key)).map(([, hit]) => hit);
  const added = [...ours].filter(([key]) => !theirs.has(key)).map(([, hit]) => hit);
  const left = [
    ...[...semgrep.refused].map(([rule, reason]) => `${rule}: Semgrep: ${reason}`),
    ...[...caveat.refused]
      .filter(([rule]) => !semgrep.refused.has(rule))
      .map(([rule, reason]) => `${rule}: Caveat: ${reason}`),
  ];
  return { agreed: theirs.size - missing.length, missing, added, left };
}

// What the analysis of flows asks of the files around a document.
import type { MatchDocument } from "../patterns/document";
import type { RuleMatches } from "./specification";
import type { RuleMask } from "./taints";

/** A document, and what the rules say of it. */
export interface FlowInput {
  readonly uri: string;
  /** The same as long as the document's text and tree are. */
  readonly state: unknown;
  /** Parsed when it is asked for. */
  readonly document: MatchDocument;
  /** Another number whenever the document, or one that was given for names in it, is no longer what it was. */
  readonly revision: number;
  /** There are no others: rules that need them say nothing of it. */
  readonly alone: boolean;
  readonly matches: ReadonlyMap<RuleMask, RuleMatches>;
}

/** What a name is looked up as: what defines it, or what stands below the class of the name. */
export type Meaning = "itself" | "parent";

/** The files around one, where data may come from and go to. */
export interface Around<File> {
  /** URIs of those in which one of some names may be defined that a file uses. */
  neighbours(uri: string, names: ReadonlySet<string>): readonly string[];
  /** Those in which a name may be defined that a file uses, or classes below that of the name. */
  definers(uri: string, name: string, as: Meaning): readonly File[];
  file(uri: string): File | undefined;
}

/** The same with each file made into something else. */
export function around<File, Other>(files: Around<File>, made: (file: File) => Other | undefined): Around<Other> {
  return {
    neighbours: (uri, names) => files.neighbours(uri, names),
    definers: (uri, name, as) => files.definers(uri, name, as).flatMap((file) => made(file) ?? []),
    file: (uri) => {
      const file = files.file(uri);
      return file && made(file);
    },
  };
}

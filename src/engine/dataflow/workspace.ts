// What the analysis of flows asks of the files around a document.
import type { MatchDocument } from "../patterns/document";
import type { FlowDocument } from "./flow-document";
import type { RuleMatches } from "./specification";
import type { RuleMask } from "./taints";

/** A document, and what the rules say of it. */
export interface FlowInput {
  readonly uri: string;
  readonly text: string;
  /** Parsed when it is asked for. */
  readonly document: MatchDocument;
  /** Another number whenever the document, or one that was given for names in it, is no longer what it was. */
  readonly revision: number;
  /** There are no others: rules that need them say nothing of it. */
  readonly alone: boolean;
  readonly matches: ReadonlyMap<RuleMask, RuleMatches>;
}

/** The other documents that calls may lead to. */
export interface Workspace {
  /** Those in which a name may be defined that a document uses, or classes below that of the name. */
  definers(document: FlowDocument, name: string, as: "itself" | "parent"): readonly FlowInput[];
}

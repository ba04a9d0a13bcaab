// What an edit has left of a document: which rows are what they were, and where they may mean something else.
import type { Reached } from "../semantics/reach";
import { TreeChange } from "../tree/change";
import type { MatchDocument } from "./document";

/** The way from one state of a document to another. */
export interface Edit {
  readonly before: MatchDocument;
  readonly after: MatchDocument;
  readonly change: TreeChange;
  /** Functions in which things may mean something else; undefined where they may do so anywhere. */
  readonly reached: Reached | undefined;
}

let last: Edit | undefined;

/** Both states have the same interner. The answer is kept for one pair of states: others ask for the same one. */
export function editBetween(before: MatchDocument, after: MatchDocument): Edit {
  if (last?.before !== before || last.after !== after) {
    const change = new TreeChange(before, after);
    const { front, back } = change;
    const isText = front + back === after.tree.length && front + back === before.tree.length;
    const reached = isText ? NOWHERE : after.semantics.reachOf(change, before.semantics);
    last = { before, after, change, reached };
  }
  return last;
}

/** Nothing changed but the text between the rows. */
const NOWHERE: Reached = { areas: [], keepsValues: true };

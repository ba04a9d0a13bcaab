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

/** The last answers: of a state others ask for the same ones, compared with the one before it and the last sound one. */
let last: readonly Edit[] = [];

/** Both states have the same interner. */
export function editBetween(before: MatchDocument, after: MatchDocument): Edit {
  let edit = last.find((each) => each.before === before && each.after === after);
  if (!edit) {
    const change = new TreeChange(before, after);
    const { front, back } = change;
    const isText = front + back === after.tree.length && front + back === before.tree.length;
    const reached = isText ? NOWHERE : after.semantics.reachOf(change, before.semantics);
    edit = { before, after, change, reached };
    last = [edit, ...last.slice(0, 1)];
  }
  return edit;
}

/** Nothing changed but the text between the rows. */
const NOWHERE: Reached = { areas: [], keepsValues: true };

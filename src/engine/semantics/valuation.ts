// What a walk over a function follows through its variables.
import type { Lookup } from "./constants";
import type { Constant, Known } from "./values";
import type { Variable } from "./variables";

/** What the walk follows: constants, or the expressions that names stand for. */
export interface Valuation {
  /** What is known of an expression, given what its names are. */
  evaluate(row: number, lookup: Lookup): Known | undefined;
  /** What a variable that is read at a row is wherever it is read. */
  constantRead(row: number, variable: Variable): Constant | undefined;
}

/** Each expression is itself. */
export const EXPRESSIONS: Valuation = {
  evaluate: (row) => ({ type: "code", row }),
  constantRead: () => undefined,
};

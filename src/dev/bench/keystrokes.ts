// What the time of a key press is measured by.

/** Of the text after the key press: does it parse, and if not, is the error in the statement being typed? */
export const STATES = ["error-free", "error here", "error elsewhere"] as const;
export type State = (typeof STATES)[number];

/** One key press, in milliseconds from the message to the findings. */
export interface Keystroke {
  readonly state: State;
  readonly whole: number;
  /** The share of tree-sitter's own reparse; the rest is ours. */
  readonly parsing: number;
}

export interface Keystrokes {
  /** How many rules ran. */
  readonly rules: number;
  /** Of the file. */
  readonly lines: number;
  readonly keystrokes: readonly Keystroke[];
  /** What the engine could not do. */
  readonly problems: readonly string[];
}

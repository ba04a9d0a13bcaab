// What a fix puts in place of a match.
import type { CodeTemplate } from "../patterns/template";

export interface FixTemplate {
  /** As the rule has it. */
  readonly text: string;
  /** The same as code, where its language prints fixes from their tree. */
  readonly code?: CodeTemplate;
}

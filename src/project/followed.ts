// Files of a project that are not open and that data may flow to: how many of them are held.
import { skipReason } from "./files";

/** Of all texts of a project, in UTF-16 units. */
export const MOST_FOLLOWED = 50_000_000;

/** Of one text: a larger one is data, or made by a program. */
export const LARGEST_FOLLOWED = 1_000_000;

export function isFollowed(path: string, text: string): boolean {
  return text.length <= LARGEST_FOLLOWED && skipReason(path, text) === undefined;
}

// Typing as the benchmarks do it: whole real lines of the file, letter by letter, at random places.
import { pick, type Random } from "../random";

/** A line to type: the offset where it goes, and its letters; a new line with its indentation is the first of them. */
export interface TypedLine {
  readonly offset: number;
  readonly letters: readonly string[];
}

/** A real line of the text below a random one, with the indentation that an editor would give it. */
export function randomLine(text: string, random: Random): TypedLine {
  const lines = text.split("\n");
  const typed = pick(
    random,
    lines.map((line) => line.trim()).filter((line) => line.length > 3 && line.length < 80),
  );
  const place = random(lines.length);
  let offset = 0;
  for (let line = 0; line <= place; line++) offset += lines[line]!.length + 1;
  const next = lines.slice(place + 1).find((line) => line.trim() !== "") ?? "";
  const indentation = /^[ \t]*/.exec(next)![0];
  return { offset: offset - 1, letters: [`\n${indentation}`, ...typed] };
}

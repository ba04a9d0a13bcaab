// Stand-ins where a grammar takes none but plain ASCII names (see PatternSyntax.letter): `$X` as `qzMvX`, `...` as `qzEl`.

/** What `$` is in a pattern's text. */
export const LETTER = "ꓘ";
/** What `$` is where the grammar takes only plain names. */
export const PLAIN_LETTER = "qzMv";
/** What `...` is there, and `$...` before a name. */
export const PLAIN_ELLIPSIS = "qzEl";

/** A stand-in as all the engine knows it; other texts are what they are. */
export function spelt(token: string): string {
  if (token.startsWith(PLAIN_LETTER)) return LETTER + token.slice(PLAIN_LETTER.length);
  if (!token.startsWith(PLAIN_ELLIPSIS)) return token;
  const name = token.slice(PLAIN_ELLIPSIS.length);
  return LETTER.repeat(name === "" ? 3 : 4) + name;
}

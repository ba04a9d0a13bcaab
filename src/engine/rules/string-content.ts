// The text inside a string literal, told from its source alone.
import type { Binding } from "../patterns/match";

/** The content as written, and where it begins in the binding's text; `undefined` for what is no text. */
export function stringContent({ kind, text }: Binding): { readonly text: string; readonly offset: number } | undefined {
  if (kind === "content" || kind === "text") return { text, offset: 0 };
  const [, prefix = "", quotes = ""] = /^([A-Za-z]{0,2})("""|'''|["'`])/.exec(text) ?? [];
  const offset = prefix.length + quotes.length;
  if (!quotes || text.length < offset + quotes.length || !text.endsWith(quotes)) return undefined;
  return { text: text.slice(offset, text.length - quotes.length), offset };
}

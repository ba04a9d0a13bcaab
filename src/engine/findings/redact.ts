// Keeps secrets out of messages, logs and reports: what looks like one is cut to a few characters that tell which it is.
// It errs on the side of cutting: a message loses a few characters, a log must not gain a password.

const SECRET_NAME =
  /pass(?:word|wd|phrase|code)?s?$|^pwd$|pwd$|secrets?$|secret_?(?:key|value)$|tokens?$|api[_-]?keys?$|access[_-]?keys?$|private[_-]?key$|encryption[_-]?key$|signing[_-]?key$|auth[_-]?key$|credentials?$/i;

/** Words that end in a secret's name but hold none. */
const HARMLESS_NAME = /^(?:by|com|sur|tres|under|over|encom)pass(?:es)?$|csrf|xsrf|cancel|tokeniz/i;

// Lengths are bounded and names start at their first letter, so that no text costs more than linear time.
const QUOTED = /(["'`])((?:\\.|(?!\1)[^\\]){0,2000})\1/gs;
const TOKEN = /[A-Za-z0-9+/=_-]{20,}/g;
/** `name = "…"`, `name: "…"`, `"name": "…"`, `name := "…"`, `name="…"`. */
const ASSIGNED =
  /(?<![\w$.-])([A-Za-z_$][\w$.-]{0,100})(["'`]?\]?\s{0,40}(?::=|=>|[:=])\s{0,40})(["'`])((?:\\.|(?!\3)[^\\]){0,2000})\3/gs;

/** Whether a variable, key or metavariable (`$PASSWORD`, `db.apiKey`) is named as one that holds a secret. */
export function isSecretName(name: string): boolean {
  const last = name.replace(/^\$/, "").split(".").at(-1) as string;
  return SECRET_NAME.test(last) && !HARMLESS_NAME.test(last);
}

/** Bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) {
    bits -= (count / text.length) * Math.log2(count / text.length);
  }
  return bits;
}

/** Whether a run of characters looks random: long, of many different ones, digits scattered among the letters. */
export function looksRandom(token: string): boolean {
  if (token.length < 20 || !/[A-Za-z]/.test(token)) {
    return false;
  }
  if (/^[0-9a-f]+$/i.test(token)) {
    return token.length >= 32 && entropy(token) >= 3;
  }
  const digitRuns = token.match(/\d+/g)?.length ?? 0;
  return digitRuns >= 2 && entropy(token) >= 3.5;
}

/** What is left of a secret: its first four characters when it is long (enough to tell its kind), else nothing. */
function cut(secret: string): string {
  return secret.length >= 20 ? `${secret.slice(0, 4)}…` : "…";
}

/** The text with values of secret-looking names and random-looking runs cut. */
export function redactText(text: string): string {
  return text
    .replace(ASSIGNED, (whole, name: string, between: string, quote: string, value: string) =>
      value !== "" && isSecretName(name) ? `${name}${between}${quote}${cut(value)}${quote}` : whole,
    )
    .replace(TOKEN, (token) => (looksRandom(token) ? cut(token) : token));
}

/** The text with what each of its string literals holds cut. */
function redactLiterals(text: string): string {
  return redactText(
    text.replace(QUOTED, (_whole, quote: string, value: string) => quote + (value === "" ? "" : cut(value)) + quote),
  );
}

/** The source text of a binding; `literal` says that it is what a string literal holds, without its quotes. */
export interface BoundText {
  readonly text: string;
  readonly literal?: boolean;
}

/**
 * Texts of metavariables by name, cut where they look like secrets: random-looking ones, and, when one metavariable
 * is named as a secret or bound to the name of one, the literals in all others.
 */
export function redactMetavariables(values: Readonly<Record<string, BoundText>>): Record<string, string> {
  const isName = (text: string) => isSecretName(text.replace(/^(["'`])(.*)\1$/s, "$2"));
  const entries = Object.entries(values);
  const named = entries.some(([name, { text }]) => isSecretName(name) || isName(text));
  const redact = ({ text, literal }: BoundText): string => {
    if (!named || isName(text)) {
      return redactText(text);
    }
    return literal ? cut(text) : redactLiterals(text);
  };
  return Object.fromEntries(entries.map(([name, value]) => [name, redact(value)]));
}

// Checks and cleaners known by their names alone: what a program calls `validateUrl`, `isSafePath` or `escapeHtml` is trusted
// to do what it says, as a reader would trust it, whatever its code is. Names that ask who someone is, or whether a thing is
// there, say nothing.

export interface NamedCheck {
  /** What the name speaks of: a path, an address, or the form of a value. */
  readonly about: readonly ("path" | "url" | "form")[];
  /** Where a value has passed: where the call gives this, or once it was asked, since it throws or gives an error. */
  readonly holds: boolean | "asked";
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const ASKS = words("validate verify assert ensure enforce check guard reject refuse forbid prevent");
const QUESTIONS = words("in is are has have contains includes looks can");
const GOOD = words(
  "safe valid allowed permitted trusted whitelisted allowlisted inside within contained child descendant subpath subdir " +
    "allowlist whitelist public relative samehost sameorigin samesite samedomain localurl localuri localpath",
);
const BAD = words(
  "unsafe invalid private internal reserved forbidden disallowed blocked blacklisted denied malicious dangerous " +
    "traversal symlink illegal suspicious untrusted denylist blacklist",
);
const PATH = words(
  "path paths root roots file files filename filenames dir dirs directory folder traversal symlink basedir subpath subdir inside within",
);
const URL = words(
  "url urls uri href host hostname domain ip ips addr address addresses origin redirect scheme protocol endpoint link webhook " +
    "dns ssrf private internal loopback reserved jdbc relative",
);
const FORM = words(
  "identifier ident input chars characters format syntax sql query command cmd arg args option options param params parameter " +
    "parameters column columns table field fields order sort name names expression template pattern regex html content jdbc " +
    "malicious dangerous class type illegal value",
);
/** What has a form of its own, without room for anything else, and the words by which that form is asked for. */
const NAMED_FORM = words("host hostname domain ip email uuid guid id version ref branch tag slug container");
const VALID = words("valid validate verify assert ensure");
/** What makes of a check another question. */
const OTHERWISE = words(
  "exist exists existing size length empty null permission permissions access auth authenticated authorized login user users " +
    "password token session csrf signature checksum hash active enabled loaded equal equals admin owner role",
);

const known = new Map<string, NamedCheck | undefined>();

/** What the name of a function says that it checks; undefined where it says nothing. */
export function namedCheck(name: string): NamedCheck | undefined {
  if (!known.has(name)) known.set(name, read(name));
  return known.get(name);
}

/** The words of a name in lower case. */
function partsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "");
}

/** And each two of them as one: `isSubPath`, `allow_list`. */
const withPairs = (parts: readonly string[]): readonly string[] => [
  ...parts,
  ...parts.slice(1).map((part, at) => parts[at]! + part),
];

function read(name: string): NamedCheck | undefined {
  const parts = partsOf(name);
  const [verb = ""] = parts;
  const all = withPairs(parts);
  const has = (some: ReadonlySet<string>): boolean => all.some((part) => some.has(part));
  if (parts.length < 2 || has(OTHERWISE)) return undefined;
  const about = (
    [
      ["path", PATH],
      ["url", URL],
      ["form", FORM],
    ] as const
  ).flatMap(([each, some]) => (has(some) ? [each] : []));
  // A valid name of a host has the form of one, too.
  if (has(NAMED_FORM) && has(VALID) && !about.includes("form")) about.push("form");
  // `assertSafe(x)`: in whatever way.
  if (ASKS.has(verb) && parts.length === 2 && has(GOOD)) return { about: ["path", "url", "form"], holds: "asked" };
  if (ASKS.has(verb)) return about.length > 0 ? { about, holds: "asked" } : undefined;
  if (!QUESTIONS.has(verb) && !GOOD.has(verb)) return undefined;
  // `isSafe(x)` and `is_allowed(x)`: in whatever way.
  const subjects = about.length === 0 && parts.length === 2 ? (["path", "url", "form"] as const) : about;
  if (subjects.length === 0) return undefined;
  if (has(BAD)) return { about: subjects, holds: false };
  return has(GOOD) ? { about: subjects, holds: true } : undefined;
}

/** What the result of a function is harmless as: `any` for whatever it is used. */
export type Cleaned = "path" | "url" | "html" | "query" | "line" | "any";

const CLEANS = words(
  "sanitize sanitise sanitized sanitised sanitizer purify cleanse clean cleaned escape escaped esc encode strip secure safe " +
    "filter quote",
);
const SANITIZES = words("sanitize sanitise sanitized sanitised sanitizer purify cleanse");
const ESCAPES = words("escape escaped esc");
const COMMAND = words("shell bash posix arg args argument arguments cmd command");
const QUOTES = words("escape escaped esc quote quoted quotes");
const QUERY = words(
  "sql identifier identifiers ident column columns table tables field fields literal like value name names param params db " +
    "mysql postgres sqlite xpath ldap dn filter rdn",
);
const LINE = words("header headers line lines newline newlines crlf cookie log logs control controls");
const HTML = words("html xss markup attr attribute entities specialchars htmlspecialchars tags script");

const knownCleaners = new Map<string, readonly Cleaned[]>();

/** What the name of a function says that its result is; empty where it says nothing. */
export function namedCleaner(name: string): readonly Cleaned[] {
  let cleaned = knownCleaners.get(name);
  if (!cleaned) {
    cleaned = readCleaner(name);
    knownCleaners.set(name, cleaned);
  }
  return cleaned;
}

function readCleaner(name: string): readonly Cleaned[] {
  const all = withPairs(partsOf(name));
  const has = (some: ReadonlySet<string>): boolean => all.some((part) => some.has(part));
  // Where it leads is what it led to.
  if (has(words("encode")) && has(words("redirect"))) return [];
  if (all.some((part) => part.startsWith("un") || part.startsWith("decode"))) return [];
  if (has(words("specialchars htmlspecialchars htmlentities"))) return ["html"];
  if (!has(CLEANS) || has(OTHERWISE)) return [];
  const about: Cleaned[] = has(HTML) ? ["html"] : [];
  if (has(PATH)) about.push("path");
  if (has(URL)) about.push("url");
  if (has(QUOTES) && has(QUERY)) about.push("query");
  if (has(LINE)) about.push("line");
  if (about.length > 0) return about;
  if (has(SANITIZES) || (has(COMMAND) && (has(ESCAPES) || has(words("quote quoted"))))) return ["any"];
  return has(ESCAPES) && all.length <= 2 ? ["html"] : [];
}

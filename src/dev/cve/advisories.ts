// Published advisories: which of them tell of a weakness that a flow causes, and name the commit that repairs it.
import { parse } from "yaml";
import { type Random, seeded } from "../random";

/** The languages of the list, each with the registry whose advisories it takes and the endings of its files. */
export const LANGUAGES = {
  javascript: { ecosystem: "npm", extensions: [".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"] },
  python: { ecosystem: "pypi", extensions: [".py"] },
  java: { ecosystem: "maven", extensions: [".java"] },
  go: { ecosystem: "go", extensions: [".go"] },
  php: { ecosystem: "packagist", extensions: [".php"] },
  csharp: { ecosystem: "nuget", extensions: [".cs"] },
  ruby: { ecosystem: "gem", extensions: [".rb"] },
} as const;

export type CveLanguage = keyof typeof LANGUAGES;

/** Weaknesses by number, in families: a finding of one number stands for its relatives too. */
export const FAMILIES: readonly (readonly number[])[] = [
  [89, 564, 943], // SQL and NoSQL
  [90],
  [91, 643],
  // Advisories say "code injection" (94) of a shell command as well, and "command injection" of code: all of them are
  // children of 74 that run what an attacker wrote. Its other children (SQL, HTML, paths) are not mixed up with these.
  [77, 78, 88, 94, 95, 96, 1336, 917, 470],
  [93, 113, 117, 644],
  [79, 80, 83, 87, 116],
  [22, 23, 36, 73, 98],
  [918],
  [601],
  [611, 776, 827],
  [502],
  [501],
  [400, 625, 730, 1333],
  [915],
];

const WANTED = new Set([
  ...[89, 943, 90, 643, 78, 77, 88, 94, 95, 1336, 113, 117, 79, 80, 22, 23, 36, 73, 918, 601, 611, 502, 501, 915],
  ...[1333, 730, 400],
]);

/** Of these numbers only what their text calls regex injection is meant: the others are slow expressions, or loops. */
const ONLY_WITH_REGEX_INJECTION = new Set([1333, 730, 400]);
const REGEX_INJECTION =
  /\bregex(p|es)? injection|regular expression injection|inject\w* (a )?(malicious )?(regex|regular)/i;
/** Number 915 is also given to prototype pollution, which is another weakness. */
const PROTOTYPE_POLLUTION = /prototype pollution|__proto__/i;

/** What an advisory says, as far as the list needs it. */
export interface Advisory {
  readonly id: string;
  readonly ecosystem: string;
  readonly package: string;
  /** The wanted weaknesses it names, by number. */
  readonly cwes: readonly number[];
  /** `owner/name` on GitHub. */
  readonly repository: string;
  /** The commit that repairs it. */
  readonly fix: string;
  /** The first version without the weakness in each of its lines; empty where the advisory names none. */
  readonly fixed: readonly string[];
}

const COMMIT = /^https:\/\/github\.com\/([\w-]+\/[\w.-]+?)(?:\.git)?\/commit\/([0-9a-f]{40})(?:[?#.].*)?$/i;

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** The wanted ones of the advisory's weaknesses. */
function wanted(numbers: readonly number[], text: string): number[] {
  return numbers.filter(
    (number) =>
      WANTED.has(number) &&
      (!ONLY_WITH_REGEX_INJECTION.has(number) || REGEX_INJECTION.test(text)) &&
      (number !== 915 || !(numbers.includes(1321) || PROTOTYPE_POLLUTION.test(text))),
  );
}

/**
 * Reads an advisory in the format of GitLab's advisory database (YAML).
 * @returns nothing where it is not of a wanted weakness, or names no commit, or more than one
 */
export function readAdvisory(text: string): Advisory | undefined {
  if (!text.includes("/commit/")) return undefined;
  const { identifier, package_slug, title, description, cwe_ids, urls, fixed_versions } = parse(text) as Record<
    string,
    unknown
  >;
  if (typeof identifier !== "string" || typeof package_slug !== "string") return undefined;
  const numbers = strings(cwe_ids).map((cwe) => Number(cwe.replace("CWE-", "")));
  const cwes = wanted(numbers, `${String(title)} ${String(description)}`);
  const commits = new Set(
    strings(urls)
      .map((url) => COMMIT.exec(url))
      .filter((match) => match !== null)
      .map(([, repository = "", commit = ""]) => `${repository} ${commit.toLowerCase()}`),
  );
  const [repository, fix] = [...commits][0]?.split(" ") ?? [];
  if (cwes.length === 0 || commits.size !== 1 || repository === undefined || fix === undefined) return undefined;
  const slash = package_slug.indexOf("/");
  return {
    id: identifier,
    ecosystem: package_slug.slice(0, slash),
    package: package_slug.slice(slash + 1),
    cwes,
    repository,
    fix,
    fixed: strings(fixed_versions),
  };
}

/** The items in an order that the random numbers give. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [order[at], order[other]] = [order[other] as Item, order[at] as Item];
  }
  return order;
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The advisories of the language in the order in which they are tried, one for each repair. */
export function inDrawnOrder(advisories: readonly Advisory[], language: CveLanguage, seed: number): Advisory[] {
  const { ecosystem } = LANGUAGES[language];
  const repairs = new Map<string, Advisory>();
  for (const advisory of [...advisories].sort((a, b) => byText(a.id, b.id) || byText(a.package, b.package))) {
    const key = `${advisory.repository.toLowerCase()} ${advisory.fix}`;
    if (advisory.ecosystem === ecosystem && !repairs.has(key)) repairs.set(key, advisory);
  }
  return shuffled([...repairs.values()], seeded(seed));
}

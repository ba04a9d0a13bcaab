/** Everything that every built-in rule must have. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { filesUnder } from "../../../src/dev/files";
import { inRoot } from "../../../src/dev/paths";
import { readBuiltInRules } from "../../../src/dev/rules";
import type { Rule } from "../../../src/engine/rules/rule";
import { type Bench, createBench } from "./support";

const maxLines = 150;

/** A rule's name says what is bad, so that "allow X" reads well. */
const bannedPrefixes = [
  "avoid",
  "no",
  "detect",
  "disallow",
  "prevent",
  "use",
  "prefer",
  "require",
  "check",
  "find",
  "missing",
];

/** Languages of the rules in a folder of `src/rules`. */
const languagesByFolder: Readonly<Record<string, readonly string[]>> = {
  javascript: ["javascript", "typescript"],
  python: ["python"],
  php: ["php"],
  csharp: ["csharp"],
  ruby: ["ruby"],
  go: ["go"],
  c: ["cpp", "c"],
  cpp: ["cpp"],
  java: ["java"],
};

const text = { type: "string", minLength: 1 };
const examples = { type: "array", minItems: 2, items: text, uniqueItems: true };

/** The parts of a rule file that the loader leaves free. */
const schema = {
  type: "object",
  required: ["rules"],
  additionalProperties: false,
  properties: {
    rules: {
      type: "array",
      minItems: 1,
      maxItems: 1,
      items: {
        type: "object",
        required: ["id", "message", "severity", "languages", "metadata"],
        properties: {
          id: { type: "string", pattern: "^[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*$" },
          severity: { enum: ["CRITICAL", "HIGH", "MEDIUM", "LOW"] },
          metadata: {
            type: "object",
            required: ["category", "subcategory", "confidence", "cwe", "owasp", "references", "caveat"],
            properties: {
              category: { const: "security" },
              subcategory: { type: "array", minItems: 1, maxItems: 1, items: { enum: ["vuln", "audit"] } },
              confidence: { enum: ["HIGH", "MEDIUM", "LOW"] },
              likelihood: { enum: ["HIGH", "MEDIUM", "LOW"] },
              impact: { enum: ["HIGH", "MEDIUM", "LOW"] },
              cwe: { type: "array", minItems: 1, items: { type: "string", pattern: "^CWE-\\d+: [A-Z]" } },
              owasp: {
                type: "array",
                items: { type: "string", pattern: "^A\\d\\d:20(21|25) - [A-Z]" },
                allOf: [{ contains: { pattern: ":2021 " } }, { contains: { pattern: ":2025 " } }],
              },
              references: { type: "array", minItems: 1, items: { type: "string", pattern: "^https://\\S+$" } },
              caveat: {
                type: "object",
                required: ["title", "explanation", "examples"],
                additionalProperties: false,
                properties: {
                  title: { type: "string", maxLength: 80, pattern: "^(?![a-z]+\\s).*[^.]$" },
                  explanation: text,
                  examples: {
                    type: "object",
                    required: ["bad", "good"],
                    additionalProperties: false,
                    properties: { bad: examples, good: examples },
                  },
                  fix: {
                    type: "object",
                    required: ["title", "note"],
                    additionalProperties: false,
                    properties: { title: { type: "string", pattern: "^(?![a-z]+\\s).*[^.]$" }, note: text },
                  },
                  aliases: { type: "array", items: text },
                },
              },
            },
          },
        },
      },
    },
  },
};

const files = filesUnder(inRoot("src/rules"))
  .filter(
    (path) =>
      path.endsWith(".yml") && ![`${sep}shared${sep}`, `${sep}models${sep}`].some((part) => path.includes(part)),
  )
  .map((path) => ({
    name: relative(inRoot("src/rules"), path).split(sep).join("/"),
    text: readFileSync(path, "utf8"),
  }));

const { rules } = readBuiltInRules();
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);
const hasFix = (rule: Rule): boolean => rule.fix !== undefined || rule.fixRegex !== undefined;
const words = (prose: string): number => prose.trim().split(/\s+/).length;

describe("catalogue", () => {
  let bench: Bench;
  before(async () => {
    bench = await createBench();
  });

  it("has one rule in every file, at the path that its id names", () => {
    deepStrictEqual(
      rules.map(({ id }) => `${id.replace(".", "/")}.yml`),
      files.map(({ name }) => name),
    );
  });

  it("has a mechanical fix for at least half of the rules that search", () => {
    const searching = rules.filter(({ formula }) => formula.type !== "taint");
    const fixed = searching.filter(hasFix).length;
    ok(fixed * 2 >= searching.length, `${fixed} of ${searching.length}`);
  });

  it("uses no id twice, former ones included", () => {
    const ids = rules.flatMap(({ id, aliases }) => [id, ...aliases]);
    strictEqual(new Set(ids).size, ids.length);
  });

  for (const { name, text: source } of files) {
    it(`${name} is laid out as every rule file`, () => {
      ok(validate(parse(source)), JSON.stringify(validate.errors, null, 1));
      const lines = source.trimEnd().split("\n").length;
      ok(lines <= maxLines, `${lines} lines`);
    });
  }

  for (const rule of rules) {
    it(`${rule.id} says what, why and what to do, and runs`, () => {
      const [folder = "", name = ""] = rule.id.split(".");
      deepStrictEqual(rule.languages, languagesByFolder[folder]);
      ok(!bannedPrefixes.some((prefix) => name.startsWith(`${prefix}-`)), "The id must name what is bad.");
      ok(rule.message.endsWith("."), "The message must end with a full stop.");
      ok(rule.message.split(/\.(?:\s|$)/).length > 2, "The message must say what, why and what to do.");
      ok(words(rule.message) >= 10 && words(rule.message) <= 60, `A message of ${words(rule.message)} words.`);
      const { explanation = "", fix } = rule.metadata.caveat ?? {};
      ok(words(explanation) >= 50 && words(explanation) <= 200, `An explanation of ${words(explanation)} words.`);
      strictEqual(fix !== undefined, hasFix(rule), "`caveat.fix` must be there exactly where the rule has a fix.");
      ok(bench.compile(rule));
    });
  }
});

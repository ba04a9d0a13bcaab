// What is generated and committed is what the sources say now.
import assert from "node:assert/strict";
import { ruleTables, withGeneratedParts } from "../../src/dev/docs";
import { loadRules } from "../../src/engine/rules/loader";
import { read } from "./sources";

describe("what is generated", () => {
  it("is in README.md as the sources have it: `npm run docs` writes it", () => {
    const text = read("README.md");
    assert.equal(text, withGeneratedParts(text));
  });

  it("would be missed where its markers are gone", () => {
    assert.throws(() => withGeneratedParts("# Caveat\n"), /no place between <!-- settings --> and <!-- \/settings -->/);
  });

  it("tells of each rule its title, severity, tier, weakness and whether it has a fix", () => {
    const { rules } = loadRules(
      `rules:
  - { id: b.hint, message: "One. Two.", severity: LOW, languages: [js, ts], pattern: a | b, metadata: { subcategory: [audit] } }
  - { id: a.bad, message: M., severity: HIGH, languages: [js, ts], pattern: x, fix: y, metadata: { cwe: ["CWE-1: W"], caveat: { title: "A | B" } } }
`,
      "rules.yml",
      { builtIn: true },
    );
    assert.equal(
      ruleTables(rules),
      `2 rules, 1 of them with a fix; 1 are hints for a reviewer, shown by Review and by the profile \`audit\`.

### JavaScript and TypeScript

| rule | what it finds | severity | CWE | fix |
| --- | --- | --- | --- | --- |
| \`a.bad\` | A \\| B | high | CWE-1 | yes |
| \`b.hint\` | One | low, hint |  |  |
`,
    );
  });
});

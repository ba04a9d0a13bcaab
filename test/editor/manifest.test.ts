// What package.json says against what the sources do.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { ruleSchemaFile } from "../../src/dev/docs";
import { bundleFile, bundleText } from "../../src/dev/l10n";
import { inRoot } from "../../src/dev/paths";
import { configurationSchema } from "../../src/project/configuration";
import { ruleSchema } from "../../src/project/rule-schema";
import { textReport } from "../../src/report/text";
import { exampleResult } from "../report/example";

const read = (path: string) => readFileSync(inRoot(path), "utf8");
const manifest = JSON.parse(read("package.json"));
const texts: Record<string, string> = JSON.parse(read("package.nls.json"));

describe("the manifest", () => {
  it("has a text for every placeholder, and no text without one", () => {
    const used = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it("declares exactly the commands that are registered for people", () => {
    const source = read("src/editor/extension.ts");
    const registered = [...source.matchAll(/^ +"(caveat\.\w+)":/gm)].map(([, id]) => id);
    // Needs the finding that it is about.
    const internal = ["caveat.suppress"];
    const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual([...declared, ...internal].sort(), registered.sort());
  });

  it("declares exactly the settings that are read", () => {
    const source = read("src/editor/settings.ts");
    const used = [...source.matchAll(/\.get(?:<[^(]*>)?\("([\w.]+)"/g)].map(([, key]) => `caveat.${key}`);
    assert.deepEqual(used.sort(), Object.keys(manifest.contributes.configuration.properties).sort());
  });

  it("gives every setting the default that the source falls back to", () => {
    const source = read("src/editor/settings.ts");
    const properties = manifest.contributes.configuration.properties;
    for (const [, key, fallback] of source.matchAll(/\.get(?:<[^(]*>)?\("([\w.]+)", ([^)]+)\)/g)) {
      assert.deepEqual(properties[`caveat.${key}`].default, JSON.parse(fallback ?? ""), key);
    }
  });

  it("restricts every setting through which a workspace could hide findings or bring rules", () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const all = Object.keys(manifest.contributes.configuration.properties);
    assert.deepEqual(
      restrictedConfigurations,
      all.filter((key) => !key.startsWith("caveat.debounce.")),
    );
  });

  it("names only media that the build copies", () => {
    const media = [...read("package.json").matchAll(/"\.\/dist\/media\/([^"]+)"/g)].map(([, path]) => path);
    assert.ok(media.length >= 6);
    for (const path of media) assert.ok(existsSync(inRoot("src/editor/media", path ?? "")), path);
  });
});

describe("the problem matcher", () => {
  it("reads the place, severity, message and rule of every finding that the command line prints", () => {
    const [{ pattern }] = manifest.contributes.problemMatchers;
    const lines = textReport(exampleResult(), { colour: false }).split("\n");
    const read = lines.flatMap((line) => {
      const match = new RegExp(pattern.regexp).exec(line);
      return match ? [[match[pattern.file], match[pattern.line], match[pattern.severity], match[pattern.code]]] : [];
    });
    assert.deepEqual(read, [
      ["config.js", "1", "warning", "javascript.secret"],
      ["config.js", "2", "info", "caveat.suppression-unused"],
      ["src/my app.js", "4", "error", "javascript.eval-of-request"],
    ]);
  });
});

describe("what is generated for the editor", () => {
  it("is the schema of the configuration", () => {
    assert.deepEqual(JSON.parse(read("src/editor/media/caveat.schema.json")), configurationSchema());
  });

  it("is the schema of rule files (made by: npm run docs)", () => {
    assert.deepEqual(JSON.parse(readFileSync(ruleSchemaFile, "utf8")), ruleSchema());
  });

  it("is the list of texts for translators (made by: node src/dev/run.mjs l10n)", () => {
    assert.equal(readFileSync(bundleFile, "utf8"), bundleText());
  });
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Language } from "web-tree-sitter";
import { createSyntax, verifiedSource } from "../../../src/engine/syntax";
import { disk, FOLDER, LANGUAGES, packageFile } from "./support";

interface Entry {
  readonly file: string;
  readonly package: string;
  readonly registry: string;
  readonly version: string;
  readonly license: string;
  readonly sha256: string;
  readonly sourceSha256: string;
  readonly abi?: number;
  readonly compiler?: string;
}

const { files } = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8")) as { files: Entry[] };
const built = ["pcre2", "tree-reader", "tree-sitter-containerfile", "tree-sitter-swift", "tree-sitter-xml"].map(
  (name) => `${name}.wasm`,
);

describe("grammars: the manifest", () => {
  it("lists every file of the folder, and no other", () => {
    const present = readdirSync(FOLDER).filter((file) => file !== "manifest.json" && file !== "NOTICES.md");
    assert.deepEqual(files.map(({ file }) => file).sort(), present.sort());
  });

  for (const entry of files) {
    it(`states what ${entry.file} is`, () => {
      assert.equal(
        createHash("sha256")
          .update(readFileSync(join(FOLDER, entry.file)))
          .digest("hex"),
        entry.sha256,
      );
      assert.match(entry.sourceSha256, /^[0-9a-f]{64}$/);
      assert.match(entry.version, /^\d+\.\d+\.\d+$/);
      assert.ok(["MIT", "BSD-3-Clause"].includes(entry.license));
      assert.equal(entry.compiler !== undefined, built.includes(entry.file));
    });
  }

  it("states the ABI of every grammar, one that loads", async () => {
    const syntax = await createSyntax(verifiedSource(disk, { files }), assert.fail);
    for (const language of LANGUAGES) {
      assert.equal((await syntax.grammar(language)).name, language);
      const file = `tree-sitter-${language}.wasm`;
      const { abiVersion } = await Language.load(await disk.load(file));
      assert.equal(files.find((entry) => entry.file === file)?.abi, abiVersion);
    }
  });

  it("has the installed web-tree-sitter's version, for its file and for the reader", () => {
    const { version } = JSON.parse(packageFile("web-tree-sitter/package.json")) as { version: string };
    for (const file of ["web-tree-sitter.wasm", "tree-reader.wasm"]) {
      assert.equal(files.find((entry) => entry.file === file)?.version, version);
    }
  });

  it("has a notice for each package", () => {
    const notices = readFileSync(join(FOLDER, "NOTICES.md"), "utf8");
    for (const entry of files) {
      assert.ok(
        notices.includes(`## ${entry.package} ${entry.version} (${entry.registry}, ${entry.license})`),
        entry.package,
      );
    }
  });
});

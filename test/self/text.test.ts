import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { inRoot } from "../../src/dev/paths";
import { isOurTypeScript, projectFiles, read } from "./sources";

/** Paths that stand only after a build or a run, or on the reader's side. */
const madeLater = /^(dist|out|artifacts|node_modules|\.cache)(\/|$)/;
const topLevel =
  /^(\.\/)?(src|test|grammars|\.ci|dist|out|artifacts|node_modules|\.cache)\/|^[A-Z]+(\.md)?$|^\.[\w.-]+$|^(package|tsconfig)\.json$/;

/** What Markdown names as a path: the targets of its links, and code in its text that looks like one. */
function pathsIn(text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map((match) => match[1])
    .filter((target) => !/^\w+:/.test(target));
  const named = [...text.replace(/```.*?```/gs, "").matchAll(/`([^`\s]+)`/g)].map((match) => match[1]);
  return [...links, ...named.filter((name) => topLevel.test(name) && name.includes("/"))];
}

/** Whether a path is there, from the document's folder or from the project's root; `*` and `<name>` stand for anything. */
function exists(path: string, document: string, files: readonly string[]): boolean {
  if (madeLater.test(path)) return true;
  if (/[*<{]/.test(path)) {
    const pattern = path
      .split(/\*\*\/|\*\*|\*|<[^>]*>|\{[^}]*\}/)
      .map((part) => part.replace(/[.+?^$()|[\]\\]/g, "\\$&"));
    const whole = new RegExp(`^${pattern.join(".*")}`);
    return files.some((file) => whole.test(file));
  }
  return existsSync(inRoot(path)) || existsSync(inRoot(posix.dirname(document), path));
}

/** What no file of ours may hold, and why. The parts are joined here so that this list does not find itself. */
const forbidden: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly in: (path: string) => boolean;
}[] = [
  { what: "a silenced compiler", pattern: /@ts-(ignore|nocheck|expect-error)/, in: isOurTypeScript },
  {
    what: "a silenced linter",
    pattern: /biome-ignore-all|biome-ignore .*\b(noExplicitAny|no\w*Promises|noFocusedTests|noSkippedTests)\b/,
    in: isOurTypeScript,
  },
  {
    what: "a test that is alone or left out",
    pattern: /\b(describe|it|context|specify)\.(only|skip)\(|\bx(it|describe)\(/,
    in: isOurTypeScript,
  },
  {
    what: "an empty catch",
    // Code in a string is an input, not ours.
    pattern: /^(?:[^"`]*?)(?:\bcatch\s*(\(\w*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*\{\s*\}\))/,
    in: isOurTypeScript,
  },
  { what: "a path of some machine", pattern: /(^|["'`\s(=])\/(home|work|root|Users)\/[\w.-]+\//, in: isOurs },
  { what: "the host of a registry", pattern: new RegExp(["registry", "(npmjs|yarnpkg)"].join("\\.")), in: isOurs },
];

function isOurs(path: string): boolean {
  return !/^(grammars|test\/recall)\/|\.(png|wasm|gz)$/.test(path);
}

describe("what is written", () => {
  const files = projectFiles();

  it("names in Markdown only paths that exist", () => {
    const documents = files.filter(
      (path) => path.endsWith(".md") && isOurs(path) && !path.startsWith("test/examples/"),
    );
    const missing = documents.flatMap((document) =>
      pathsIn(read(document))
        .filter((path) => !exists(path, document, files))
        .map((path) => `${document} names ${path}`),
    );
    assert.deepEqual(missing, []);
  });

  it("would notice a path that is gone", () => {
    const paths = pathsIn(
      "See [the map](src/nowhere.md), `src/dev/*.ts`, `test/gone/x.ts` and `a/b`, [out](https://x.example).",
    );
    assert.deepEqual(paths, ["src/nowhere.md", "src/dev/*.ts", "test/gone/x.ts"]);
    assert.deepEqual(
      paths.map((path) => exists(path, "README.md", files)),
      [false, true, false],
    );
  });

  for (const { what, pattern, in: applies } of forbidden) {
    it(`holds nowhere ${what}`, () => {
      const places = files
        .filter((path) => applies(path) && path !== "test/self/text.test.ts")
        .flatMap((path) =>
          read(path)
            .split("\n")
            .flatMap((line, index) =>
              pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
            ),
        );
      assert.deepEqual(places, []);
    });
  }
});

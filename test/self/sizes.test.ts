import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Language, Parser } from "web-tree-sitter";
import { inRoot } from "../../src/dev/paths";
import { createSyntax } from "../../src/engine/syntax";
import { isOurTypeScript, projectFiles, read } from "./sources";

/** Ceilings, in lines. */
const ceilings = { rule: 150, file: 400, function: 60, entry: 70 };

/** What may be larger, with the reason; an entry that is no longer needed fails, so that the list only shrinks. */
const exceptions: Readonly<Record<string, string>> = {};

const functions = ["function_declaration", "function_expression", "arrow_function", "method_definition"].concat(
  "generator_function_declaration",
  "generator_function",
);

const lines = (text: string): number => text.replace(/\n$/, "").split("\n").length;

/** A suite of tests, and a table for them, are lists and not functions to be understood as one. */
const hasFunctionsToRead = (path: string): boolean => isOurTypeScript(path) && /^(src|test\/host)\//.test(path);

function ceilingOf(path: string): number {
  if (/^src\/rules\/(?!shared\/)/.test(path)) return ceilings.rule;
  return /^src\/(editor|worker|cli|server)\/main(\.\w+)?\.ts$/.test(path) ? ceilings.entry : ceilings.file;
}

function longFunctions(parser: Parser, path: string): string[] {
  const tree = parser.parse(read(path));
  assert.ok(tree);
  const found = tree.rootNode.descendantsOfType(functions).flatMap((node) => {
    if (node === null) return [];
    const name = node.childForFieldName("name")?.text ?? node.parent?.childForFieldName("name")?.text ?? "unnamed";
    const length = node.endPosition.row - node.startPosition.row + 1;
    return length > ceilings.function ? [`${path}: ${name} has ${length} lines`] : [];
  });
  tree.delete();
  return found;
}

/** The places over a ceiling, each as `path` or `path: function`, with its size. */
async function tooLarge(): Promise<string[]> {
  // It starts once in a process; the engine's tests that follow need it started as the engine does.
  await createSyntax({ load: async (file) => readFileSync(inRoot("grammars", file)) }, assert.fail);
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(inRoot("grammars/tree-sitter-typescript.wasm"))));
  const files = projectFiles();
  const large = files
    .filter((path) => isOurTypeScript(path) || /^src\/rules\/.*\.ya?ml$/.test(path))
    .filter((path) => lines(read(path)) > ceilingOf(path))
    .map((path) => `${path} has ${lines(read(path))} lines`);
  const long = files.filter(hasFunctionsToRead).flatMap((path) => longFunctions(parser, path));
  parser.delete();
  return [...large, ...long];
}

const nameOf = (place: string): string => place.replace(/ has \d+ lines$/, "");

describe("sizes", () => {
  let places: string[];
  before(async () => {
    places = await tooLarge();
  });

  it("stay under their ceilings", () => {
    assert.deepEqual(
      places.filter((place) => !(nameOf(place) in exceptions)),
      [],
    );
  });

  it("need every exception that they have", () => {
    const names = new Set(places.map(nameOf));
    assert.deepEqual(
      Object.keys(exceptions).filter((name) => !names.has(name)),
      [],
    );
  });
});

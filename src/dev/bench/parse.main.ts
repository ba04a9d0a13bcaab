// Parses files and does nothing else. Run as a bundle: ROOT LIST, where LIST names a JSON file of [path, language];
// prints the processor time of reading and parsing, in milliseconds.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Language, Parser } from "web-tree-sitter";
import { languageNamed } from "../../engine/languages";
import { asMeasurement } from "./child";

asMeasurement(async (root, [list = ""]): Promise<number> => {
  const files: readonly (readonly [path: string, language: string])[] = JSON.parse(readFileSync(list, "utf8"));
  await Parser.init({ wasmBinary: readFileSync(join(root, "grammars/web-tree-sitter.wasm")) });
  const parsers = new Map<string, Parser>();
  for (const language of new Set(files.map(([, name]) => name))) {
    const parser = new Parser();
    const grammar = languageNamed(language)?.grammar ?? language;
    parser.setLanguage(await Language.load(readFileSync(join(root, `grammars/tree-sitter-${grammar}.wasm`))));
    parsers.set(language, parser);
  }
  const before = process.cpuUsage();
  for (const [path, language] of files) parsers.get(language)?.parse(readFileSync(path, "utf8"))?.delete();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
});

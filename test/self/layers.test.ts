import assert from "node:assert/strict";
import { posix } from "node:path";
import { build } from "esbuild";
import { neutralEngine } from "../../src/dev/build";
import { importsOf, isOurTypeScript, projectFiles, read } from "./sources";

interface Room {
  /** Rooms it may import; with `type:` before it, only types of that room. */
  readonly rooms: readonly string[];
  /** Packages it may import; `node:` stands for every module of Node. */
  readonly packages?: readonly string[];
}

const engineRooms = ["findings", "regex", "syntax", "tree", "languages", "semantics", "patterns", "dataflow", "text"];
const inEngine = (...rooms: string[]): string[] => rooms.map((room) => `src/engine/${room}`);
const types = (...rooms: string[]): string[] => rooms.map((room) => `type:${room}`);

/** What each room may import: the table of src/README.md. The longest name that begins a path is its room. */
const table: Readonly<Record<string, Room>> = {
  "src/engine/findings": { rooms: [] },
  "src/engine/regex": { rooms: inEngine("syntax") },
  "src/engine/syntax": { rooms: [], packages: ["web-tree-sitter"] },
  "src/engine/tree": { rooms: inEngine("syntax") },
  "src/engine/languages": { rooms: inEngine("syntax", "tree") },
  "src/engine/semantics": { rooms: inEngine("tree", "languages") },
  "src/engine/patterns": {
    rooms: [...inEngine("regex", "semantics", "tree", "languages", "syntax"), ...types("src/engine/findings")],
  },
  "src/engine/dataflow": { rooms: inEngine("patterns", "semantics", "tree", "languages", "syntax", "findings") },
  "src/engine/text": { rooms: inEngine("regex", "findings") },
  "src/engine/rules": { rooms: inEngine(...engineRooms), packages: ["yaml", "semver"] },
  "src/engine": { rooms: inEngine(...engineRooms, "rules"), packages: ["picomatch"] },
  "src/project": { rooms: ["src/engine"], packages: ["yaml", "jsonc-parser", "semver", "picomatch", "ignore"] },
  "src/report": { rooms: ["src/engine/findings", ...types("src/project")], packages: ["sarif"] },
  "src/worker": { rooms: ["src/engine", "src/project"] },
  "src/editor": { rooms: ["src/worker", "src/report", ...types("src/engine")], packages: ["vscode"] },
  "src/server": { rooms: ["src/worker", "src/report"], packages: ["node:"] },
  "src/cli": {
    rooms: ["src/engine", "src/project", "src/report", "src/worker", "src/server"],
    packages: ["node:", "picomatch", "ignore"],
  },
};

/** Imports against the table that are still there, with the reason; one that is gone must leave this list. */
const exceptions: Readonly<Record<string, string>> = {};

/** Files whose name says that they run in Node, in rooms that otherwise know no host. */
const nodeFile = /\.node\.ts$/;

const within = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);
const roomOf = (path: string): string | undefined =>
  Object.keys(table)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0];

/** Why a room may not make an import, or undefined where it may. */
function objection(file: string, from: string, typeOnly: boolean): string | undefined {
  const room = roomOf(file);
  if (room === undefined) return "the file stands in no room of the table";
  const { rooms, packages = [] } = table[room];
  if (!from.startsWith(".")) {
    if (from.startsWith("node:") && nodeFile.test(file)) return undefined;
    const allowed = packages.some((name) => from === name || from.startsWith(name.endsWith(":") ? name : `${name}/`));
    return allowed ? undefined : `${room} may not import ${from}`;
  }
  const target = posix.join(posix.dirname(file), from);
  if (roomOf(target) === room) return undefined;
  const allowed = rooms.some((name) =>
    name.startsWith("type:") ? typeOnly && within(target, name.slice(5)) : within(target, name),
  );
  return allowed ? undefined : `${room} may not import ${target}${typeOnly ? "" : " (more than its types)"}`;
}

describe("the rooms of src", () => {
  const imports = projectFiles()
    .filter((path) => path.startsWith("src/") && !path.startsWith("src/dev/") && isOurTypeScript(path))
    .flatMap((file) =>
      importsOf(read(file)).map(({ from, typeOnly, line }) => {
        const target = from.startsWith(".") ? posix.join(posix.dirname(file), from) : from;
        return { place: `${file}:${line}`, name: `${file} imports ${target}`, reason: objection(file, from, typeOnly) };
      }),
    );

  it("import only what the table of rooms allows", () => {
    const objections = imports.filter(({ name, reason }) => reason !== undefined && !(name in exceptions));
    assert.deepEqual(
      objections.map(({ place, reason }) => `${place}: ${reason}`),
      [],
    );
  });

  it("need every exception that they have", () => {
    const needed = new Set(imports.filter(({ reason }) => reason !== undefined).map(({ name }) => name));
    assert.deepEqual(
      Object.keys(exceptions).filter((name) => !needed.has(name)),
      [],
    );
  });

  it("each have a row on the map", () => {
    const files = projectFiles();
    const map = read("src/README.md");
    const rooms = [...Object.keys(table), "src/rules", "src/dev"].filter((room) =>
      files.some((path) => within(path, room)),
    );
    assert.deepEqual(
      rooms.filter((room) => room !== "src/engine" && !map.includes(`| \`${room}\` |`)),
      [],
    );
  });

  it("would be caught importing a host, an arrow against the table, or the tools", () => {
    const engine = "src/engine/patterns/match.ts";
    assert.match(objection(engine, "vscode", true) ?? "", /may not import vscode/);
    assert.match(objection(engine, "node:fs", false) ?? "", /may not import node:fs/);
    assert.match(objection(engine, "../rules/rule", true) ?? "", /may not import src\/engine\/rules/);
    assert.match(objection("src/cli/main.ts", "../dev/build", false) ?? "", /may not import src\/dev/);
    assert.match(objection("src/editor/review.ts", "../engine/analyzer", false) ?? "", /more than its types/);
    assert.equal(objection("src/editor/review.ts", "../engine/analyzer", true), undefined);
    assert.match(objection("src/attic/x.ts", "./y", false) ?? "", /no room/);
  });

  it("write their imports in forms that this check sees", () => {
    const text =
      'import a from "a";\nimport {\n  type B,\n} from "b";\nexport * from "./c";\nimport "d";\nawait import("e");';
    assert.deepEqual(
      importsOf(text).map(({ from, typeOnly, line }) => [from, typeOnly, line]),
      [
        ["a", false, 1],
        ["b", true, 2],
        ["./c", false, 5],
        ["d", false, 6],
        ["e", false, 7],
      ],
    );
  });

  it("leave the engine fit for any host: its bundle holds itself and packages that need none", async () => {
    const { metafile } = await build(neutralEngine);
    const inputs = Object.entries(metafile?.inputs ?? {});
    assert.ok(inputs.length > 1);
    const own = /^(src\/engine|node_modules\/(web-tree-sitter|yaml|picomatch|semver))\//;
    const foreign = inputs.filter(([path]) => !own.test(path)).map(([path]) => path);
    assert.deepEqual(foreign, []);
    // Only web-tree-sitter names modules of Node, behind a check for it.
    const hosted = inputs.filter(
      ([path, { imports }]) => !path.includes("web-tree-sitter") && imports.some((i) => i.external),
    );
    assert.deepEqual(
      hosted.map(([path]) => path),
      [],
    );
  });
});

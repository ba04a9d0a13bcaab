import assert from "node:assert/strict";
import { discover } from "../../src/project/discover";
import { MemoryFiles } from "./memory-files";

async function found(files: Record<string, string>, paths: string[] = ["/p"], root = "/p"): Promise<string[]> {
  const { files: result, problems } = await discover(new MemoryFiles(files), root, paths);
  assert.deepEqual(problems, []);
  return result.map(({ path }) => path);
}

describe("discover", () => {
  it("finds files in order, each once", async () => {
    const files = { "/p/b.js": "", "/p/a/c.js": "", "/p/a.js": "" };
    assert.deepEqual(await found(files, ["/p/b.js", "/p"]), ["/p/b.js", "/p/a/c.js", "/p/a.js"]);
  });

  it("leaves out what is never source, and what .gitignore names", async () => {
    const files = {
      "/p/.gitignore": "*.log\n/build/\n!keep.log\n",
      "/p/a.js": "",
      "/p/a.log": "",
      "/p/keep.log": "",
      "/p/build/x.js": "",
      "/p/sub/build/x.js": "",
      "/p/node_modules/m/x.js": "",
      "/p/.git/config": "",
    };
    assert.deepEqual(await found(files), ["/p/.gitignore", "/p/a.js", "/p/keep.log", "/p/sub/build/x.js"]);
  });

  it("lets a nested .gitignore decide over its parents", async () => {
    const files = {
      "/p/.gitignore": "*.gen.js\n",
      "/p/s/.gitignore": "!a.gen.js\nb.js\n",
      "/p/s/a.gen.js": "",
      "/p/s/c.gen.js": "",
      "/p/s/b.js": "",
      "/p/b.js": "",
    };
    assert.deepEqual(await found(files), ["/p/.gitignore", "/p/b.js", "/p/s/.gitignore", "/p/s/a.gen.js"]);
  });

  it("honours the .gitignore of the folders above a path", async () => {
    assert.deepEqual(await found({ "/p/.gitignore": "*.tmp.js\n", "/p/s/a.js": "", "/p/s/b.tmp.js": "" }, ["/p/s"]), [
      "/p/s/a.js",
    ]);
  });

  it("looks at what is asked for by name even where it is ignored", async () => {
    const files = { "/p/.gitignore": "node_modules\nx.js\n", "/p/node_modules/m/x.js": "", "/p/x.js": "" };
    assert.deepEqual(await found(files, ["/p/node_modules/m", "/p/x.js"]), ["/p/node_modules/m/x.js", "/p/x.js"]);
  });

  it("reads every configuration from the root down, once", async () => {
    const files = {
      "/p/.caveat.yml": "profile: audit",
      "/p/s/.caveat.yml": "profile: strict",
      "/p/s/t/a.js": "",
      "/p/u/.caveat.yml": "",
    };
    const { configurations, files: scanned } = await discover(new MemoryFiles(files), "/p", ["/p/s/t/a.js", "/p/s"]);
    assert.deepEqual(
      configurations.map(({ path }) => path),
      [".caveat.yml", "s/.caveat.yml"],
    );
    assert.deepEqual(scanned, [{ path: "/p/s/t/a.js", explicit: true }]);
  });

  it("says what is missing or unreadable and finds the rest", async () => {
    const fileSystem = new MemoryFiles({ "/p/a/x.js": "", "/p/b/y.js": "" });
    fileSystem.broken.add("/p/a");
    const { files, problems } = await discover(fileSystem, "/p", ["/p", "/p/none"]);
    assert.deepEqual(
      files.map(({ path }) => path),
      ["/p/b/y.js"],
    );
    assert.deepEqual(problems, [
      { path: "/p/a", message: "Permission denied." },
      { path: "/p/none", message: "There is no such file or folder." },
    ]);
  });

  it("counts what it left out", async () => {
    const { ignored } = await discover(
      new MemoryFiles({ "/p/.gitignore": "a\n", "/p/a": "", "/p/node_modules/b": "" }),
      "/p",
      ["/p"],
    );
    assert.equal(ignored, 2);
  });
});

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/cli/arguments";
import { changedFiles } from "../../src/cli/changed";
import { decode, encodeLike, nodeFiles } from "../../src/cli/node-files";

describe("texts of files", () => {
  const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

  it("are read without their byte order mark, in UTF-8 and UTF-16", () => {
    assert.equal(decode(bytes("é\r\n")), "é\r\n");
    assert.equal(decode(bytes([0xef, 0xbb, 0xbf], "é")), "é");
    assert.equal(decode(bytes([0xff, 0xfe, 0xe9, 0])), "é");
    assert.equal(decode(bytes([0xfe, 0xff, 0, 0xe9])), "é");
  });

  it("are written back as they were, or not at all", () => {
    assert.deepEqual(encodeLike(bytes([0xef, 0xbb, 0xbf], "a"), "é"), bytes([0xef, 0xbb, 0xbf], "é"));
    assert.deepEqual(encodeLike(bytes("a"), "é"), bytes("é"));
    assert.equal(encodeLike(bytes([0xff, 0xfe, 0xe9, 0]), "é"), undefined);
    assert.equal(encodeLike(bytes("a", [0xe9]), "a"), undefined, "Latin-1 would be lost");
  });

  it("say in a sentence why they cannot be read", async () => {
    await assert.rejects(
      nodeFiles.readText(join(__dirname, "no-such-file")),
      /^Error: There is no such file or folder\.$/,
    );
    await assert.rejects(nodeFiles.readText(__dirname), /It is a folder\./);
    assert.equal(await nodeFiles.stat(join(__dirname, "no-such-file")), undefined);
    assert.equal(await nodeFiles.stat(__dirname), "folder");
  });
});

describe("changedFiles", () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync(
      "git",
      ["-C", folder, "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", ...args],
      { stdio: "pipe" },
    );
  const write = (name: string, text = name) => writeFileSync(join(folder, name), text);
  const changed = async (ref = "") =>
    [...(await changedFiles(folder, ref))].map((path) => path.slice(folder.length + 1)).sort();

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "caveat-git-")));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives what differs from a commit and what is untracked, not what is ignored or gone", async () => {
    git("init", "-q", "-b", "main");
    for (const name of ["same.js", "edited.js", "gone.js", "ä.js"]) {
      write(name);
    }
    write(".gitignore", "ignored.js\n");
    git("add", ".");
    git("commit", "-q", "-m", "first");
    git("checkout", "-q", "-b", "work");
    write("committed.js");
    git("add", ".");
    git("commit", "-q", "-m", "second");
    write("edited.js", "x");
    write("ä.js", "x");
    write("new.js");
    write("ignored.js");
    rmSync(join(folder, "gone.js"));
    assert.deepEqual(await changed(), ["edited.js", "new.js", "ä.js"]);
    assert.deepEqual(await changed("main"), ["committed.js", "edited.js", "new.js", "ä.js"]);
  });

  it("says when there is no repository, or no such commit", async () => {
    await assert.rejects(
      changedFiles(folder, ""),
      (error: Error) => error instanceof UsageError && /not a git repository/.test(error.message),
    );
    git("init", "-q");
    await assert.rejects(
      changedFiles(folder, "nowhere"),
      /--changed cannot tell what changed: git does not know “nowhere”\./,
    );
    await assert.rejects(changedFiles(folder, "--output=x"), /--changed cannot tell/);
  });
});

/**
 * Fills `grammars/`: every `.wasm` that ships, `manifest.json`, and the third parties' notices. Run it after changing a
 * version below, the reader, or PCRE2's glue or patch: `npx tsx src/dev/grammars.ts`. Needs npm, cargo, patch, and
 * Debian's clang, lld and wasi-libc; the results are committed, so that neither users nor CI need these.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Language, Parser } from "web-tree-sitter";

const ROOT = join(__dirname, "../..");
const GRAMMARS = join(ROOT, "grammars");

/** The licences of the C library that the built modules are linked with. */
const LIBC_NOTICE = "/usr/share/doc/wasi-libc/copyright";

/** The installed web-tree-sitter's version; the reader sees its trees' memory, so both are of this one. */
const TREE_SITTER = "0.27.1";

/** Where a file comes from; `sha256` is of the archive that the registry gives out, and pins it. */
interface Origin {
  readonly registry: "npm" | "crates.io";
  readonly package: string;
  readonly version: string;
  readonly sha256: string;
  readonly license: string;
  /** Inside the archive, the file with the licence's text. */
  readonly notice: string;
}

/** A package, and what of it ships. */
interface Part extends Origin {
  /** Copied as they are, from the archive's top folder. */
  readonly files?: readonly string[];
  /** Built by a script of ours from a folder of the archive. */
  readonly build?: { readonly script: string; readonly source: string; readonly file: string };
}

/** Builds a grammar whose package ships only its C. */
const GRAMMAR = "src/dev/build-grammar.sh";

const npm = { registry: "npm", license: "MIT", notice: "LICENSE" } as const;
const PARTS: readonly Part[] = [
  {
    ...npm,
    package: "tree-sitter-javascript",
    version: "0.25.0",
    sha256: "6214ce23d03aba525ba8edd6ca7caf365c969f2c2dbfc353e376ca54507ffb92",
    files: ["tree-sitter-javascript.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-typescript",
    version: "0.23.2",
    sha256: "0fdf63c35930a75885145d75ee63cb879da2d49db9bfe454bd8e60b08ba778a1",
    files: ["tree-sitter-typescript.wasm", "tree-sitter-tsx.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-python",
    version: "0.25.0",
    sha256: "63b76b3fa8181fd79eaad4abcdb21e2babcb504dbfc7710a89934fa456d26096",
    files: ["tree-sitter-python.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-java",
    version: "0.23.5",
    sha256: "6b6c1b62605f9d8bb80efd2ebe5951a87b182faafa3eeb67c460a667818551b6",
    files: ["tree-sitter-java.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-go",
    version: "0.25.0",
    sha256: "f7265544d6b297797dc3675c02b76fb182c177ce29fda10ac1f36e9ab33fd90e",
    files: ["tree-sitter-go.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-php",
    version: "0.24.2",
    sha256: "fdd22530d3845540ba74a1199d3f67204a608c99994bb423645d3f0cfdaead94",
    files: ["tree-sitter-php.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-c-sharp",
    version: "0.23.5",
    sha256: "dde5d56fe441a7d64616462c8d741ab4af7874484de6aa74548ac5770c50c414",
    files: ["tree-sitter-c_sharp.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-ruby",
    version: "0.23.1",
    sha256: "1f0f0c100e31ddf650962ebb1f1fb8420bdbabccd49582f6e731ea7478db639d",
    files: ["tree-sitter-ruby.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-c",
    version: "0.24.1",
    sha256: "8e9ecd7687665d2fa1b3c07fbd1f4380b7d285850d6954629e2156e1b757451e",
    files: ["tree-sitter-c.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-cpp",
    version: "0.23.4",
    sha256: "615d152f70e7a6bed8f15a93c3c0c264c40dc71c1b6a1445646fff9439e776bc",
    files: ["tree-sitter-cpp.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-rust",
    version: "0.24.0",
    sha256: "4248da0b9ea40fec13ef010822e7b92a9d1ebdf74f6f2733539b1dbbb086c5bb",
    files: ["tree-sitter-rust.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-bash",
    version: "0.25.1",
    sha256: "d4b2819508ea97cb8953fff7e304a610d443007bd395c8f03a15de9a8ae4a6f9",
    files: ["tree-sitter-bash.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-html",
    version: "0.23.2",
    sha256: "6b024fc38fce2b4807d0ac35023487da682a15cd986ba2ee9d6c25feff9392ed",
    files: ["tree-sitter-html.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-json",
    version: "0.24.8",
    sha256: "39e96d1e4231d200562ebd69105151cd43f58dda4b18a0e9a62fe2991da35b9c",
    files: ["tree-sitter-json.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-scala",
    version: "0.24.0",
    sha256: "af83daf86c49a880bc931f1c6e1ae5b099fb48ee51d6d41f18edb5837e1ef61d",
    files: ["tree-sitter-scala.wasm"],
  },
  {
    ...npm,
    package: "@tree-sitter-grammars/tree-sitter-yaml",
    version: "0.7.1",
    sha256: "30dbdc539dcfa905252a0d1772270d457d58ceddfa3d6a4fac564f02837241ba",
    files: ["tree-sitter-yaml.wasm"],
  },
  {
    ...npm,
    package: "@tree-sitter-grammars/tree-sitter-hcl",
    version: "1.2.0",
    sha256: "6aa2c0b5e17788fdd238c00c7d18c755771c474c05b6073b17a3cac18881d417",
    files: ["tree-sitter-hcl.wasm"],
  },
  {
    ...npm,
    package: "@tree-sitter-grammars/tree-sitter-kotlin",
    version: "1.1.0",
    sha256: "28916be3fdb0487dbd4fd0ea62281f969f15cab2bf13132ceb18d2fb167aa697",
    files: ["tree-sitter-kotlin.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-solidity",
    version: "1.2.13",
    sha256: "d5aaf021f1c2a26b7c5bad09eee267bb1df94603a3d476f68b0f936d7d973bd7",
    files: ["tree-sitter-solidity.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-powershell",
    version: "0.26.4",
    sha256: "92f0ce6497f1456248eb1a2d74c567cdfb1328cccd573c1a48d1b7c4e76b53e3",
    files: ["tree-sitter-powershell.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-properties",
    version: "0.3.0",
    sha256: "4bb2f8ad48abf385dbd7026271044adb0ec297b0e9ea5e2d673233c9eae500da",
    files: ["tree-sitter-properties.wasm"],
  },
  {
    ...npm,
    package: "tree-sitter-swift",
    version: "0.7.1",
    sha256: "abd89284f1b0f1375ba5efaa9ddf99ad4b16ac91fc7751ef10c5f013cca06f8c",
    build: { script: GRAMMAR, source: "src", file: "tree-sitter-swift.wasm" },
  },
  {
    ...npm,
    package: "@tree-sitter-grammars/tree-sitter-xml",
    version: "0.7.0",
    sha256: "ad50d410b9c05aa56a732984a0e2b376d47e9e4a34500331221d2161367eb148",
    build: { script: GRAMMAR, source: "xml/src", file: "tree-sitter-xml.wasm" },
  },
  {
    registry: "crates.io",
    package: "tree-sitter-containerfile",
    version: "0.9.2",
    sha256: "f4811d55a5a2c32bb024b441c32b7417c3ec1af1a080a25fa20d321627b65a2b",
    license: "MIT",
    notice: "LICENSE",
    build: { script: GRAMMAR, source: "src", file: "tree-sitter-containerfile.wasm" },
  },
  {
    ...npm,
    package: "web-tree-sitter",
    version: TREE_SITTER,
    sha256: "7346db659eb870a5284242851ab7aedea41d7397b8c7e95ff8d9ec5b5a80270f",
    files: ["web-tree-sitter.wasm"],
  },
  {
    registry: "crates.io",
    package: "tree-sitter",
    version: TREE_SITTER,
    sha256: "a5129de2ccc97808c4583d48f1fb44576d015cf241e432800572bda11ef30c3b",
    license: "MIT",
    notice: "LICENSE",
    build: { script: "src/engine/syntax/reader/build.sh", source: ".", file: "tree-reader.wasm" },
  },
  {
    registry: "crates.io",
    package: "pcre2-sys",
    version: "0.2.10",
    sha256: "18b9073c1a2549bd409bf4a32c94d903bb1a09bf845bc306ae148897fa0760a4",
    license: "BSD-3-Clause",
    notice: "upstream/src/pcre2_match.c",
    build: { script: "src/engine/regex/pcre2/build.sh", source: "upstream", file: "pcre2.wasm" },
  },
];

const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** Downloads a part's archive with its registry's client, checks it, and returns the folder with its content. */
function unpack(part: Part, temporary: string): string {
  const name = `${part.package.replace("@", "").replace("/", "-")}-${part.version}`;
  const archive = part.registry === "npm" ? packed(name, part, temporary) : fetched(name, part, temporary);
  const actual = sha256(archive);
  if (actual !== part.sha256) throw new Error(`${name}: expected an archive of SHA-256 ${part.sha256}, got ${actual}`);
  const folder = join(temporary, part.registry === "npm" ? "npm" : "crates", name);
  mkdirSync(folder, { recursive: true });
  run("tar", ["xzf", archive, "-C", folder, "--strip-components=1"], temporary);
  return folder;
}

function packed(name: string, part: Part, temporary: string): string {
  run("npm", ["pack", "--silent", `${part.package}@${part.version}`], temporary);
  return join(temporary, `${name}.tgz`);
}

/** The `.crate` that cargo fetches for a project that depends on it. */
function fetched(name: string, part: Part, temporary: string): string {
  const project = join(temporary, "cargo", name);
  mkdirSync(join(project, "src"), { recursive: true });
  writeFileSync(join(project, "src/lib.rs"), "");
  const dependency = `${part.package} = { version = "=${part.version}", default-features = false }`;
  writeFileSync(
    join(project, "Cargo.toml"),
    `[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n${dependency}\n`,
  );
  execFileSync("cargo", ["fetch", "--quiet"], {
    cwd: project,
    env: { ...process.env, CARGO_HOME: join(temporary, "home") },
  });
  return run("find", [join(temporary, "home/registry/cache"), "-name", `${name}.crate`], temporary).trim();
}

/** Puts a part's files into `grammars/` and returns their manifest entries. */
async function make(part: Part, folder: string): Promise<object[]> {
  const { files = [], build } = part;
  for (const file of files) copyFileSync(join(folder, file), join(GRAMMARS, file));
  if (build) run("sh", [join(ROOT, build.script), join(folder, build.source), join(GRAMMARS, build.file)], ROOT);
  const compiler = build && { compiler: run("clang", ["--version"], ROOT).split("\n")[0] };
  const entries: object[] = [];
  for (const file of build ? [...files, build.file] : files) {
    const path = join(GRAMMARS, file);
    chmodSync(path, 0o644);
    const abi = file.startsWith("tree-sitter-") ? { abi: (await Language.load(readFileSync(path))).abiVersion } : {};
    const { registry, version, license, sha256: sourceSha256 } = part;
    entries.push({
      file,
      package: part.package,
      registry,
      version,
      ...abi,
      license,
      sha256: sha256(path),
      sourceSha256,
      ...compiler,
    });
  }
  return entries;
}

/** The licence's text: a whole file, or the comment at the top of a source file. */
function noticeOf(part: Part, folder: string): string {
  const text = readFileSync(join(folder, part.notice), "utf8");
  return part.notice.endsWith(".c") ? text.slice(0, text.indexOf("\n*/")).replace(/^\/\*+\n/, "") : text;
}

async function main(): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), "grammars-"));
  try {
    mkdirSync(GRAMMARS, { recursive: true });
    await Parser.init();
    const files: object[] = [];
    let notices = "# Third parties' notices\n\nWhat the files of this folder contain, or were built from.\n";
    for (const part of PARTS) {
      const folder = unpack(part, temporary);
      files.push(...(await make(part, folder)));
      notices += `\n## ${part.package} ${part.version} (${part.registry}, ${part.license})\n\n\`\`\`\n${noticeOf(part, folder).trim()}\n\`\`\`\n`;
    }
    const libc = readFileSync(LIBC_NOTICE, "utf8").trim();
    notices += `\n## wasi-libc (Debian; of its functions, in what is built here)\n\n\`\`\`\n${libc}\n\`\`\`\n`;
    writeFileSync(join(GRAMMARS, "manifest.json"), `${JSON.stringify({ files }, null, 2)}\n`);
    writeFileSync(join(GRAMMARS, "NOTICES.md"), notices);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

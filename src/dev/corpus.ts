// Real files that benchmarks and random tests work on: Python's standard library, and npm packages, installed or
// fetched by `npm pack` into the cache, pinned by version and sha256.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { skipReason } from "../project/files";
import { languageOf } from "../project/language-of";
import { filesUnder } from "./files";
import { cacheFolder, inRoot } from "./paths";

/** A file to measure or to try on. */
export interface CorpusFile {
  /** For people: `lodash/lodash.js`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Canonical name of the language. */
  readonly language: string;
}

export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Of the archive that the registry gives out. */
  readonly sha256: string;
}

/** All of `lodash.js`, 17,210 lines, is one function. */
export const lodash: PinnedPackage = {
  name: "lodash",
  version: "4.17.21",
  sha256: "6a087ac9e5702a0c9d60fbcd48696012646ec8df1491dea472b150e79fcaf804",
};

/** TypeScript sources; nearly all of `src/client.ts`, 9,612 lines, is one class. */
export const matrix: PinnedPackage = {
  name: "matrix-js-sdk",
  version: "24.0.0",
  sha256: "c3e96b2ff9827892cafba6617107048176ac01642b0f3371b7b96601a0361269",
};

/** Sources in TSX, of 1,000 lines and more. */
export const reactAdmin: PinnedPackage = {
  name: "ra-ui-materialui",
  version: "5.15.4",
  sha256: "f7e5a43dfc4ce346b8e5b567eacfd486367a19b40a22db0b8489ee595bc1af49",
};

/** The folder with the package's content; it is fetched when the cache does not hold it. */
export function packageFolder({ name, version, sha256 }: PinnedPackage): string {
  const folder = join(cacheFolder, "corpus", `${name}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  try {
    execFileSync("npm", ["pack", "--silent", "--pack-destination", aside, `${name}@${version}`], {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    const archive = join(aside, `${name}-${version}.tgz`);
    const actual = createHash("sha256").update(readFileSync(archive)).digest("hex");
    if (actual !== sha256) throw new Error(`${name} ${version} has the sha256 ${actual} instead of ${sha256}.`);
    execFileSync("tar", ["-xzf", basename(archive)], { cwd: aside });
    renameSync(join(aside, "package"), folder);
  } finally {
    rmSync(aside, { recursive: true });
  }
  return folder;
}

/** A file of a pinned package. */
export function packageFile(pinned: PinnedPackage, path: string, language: string): CorpusFile {
  return { name: `${pinned.name}/${path}`, path: join(packageFolder(pinned), path), language };
}

/** A file of a package that package-lock.json pins. */
export function installedFile(path: string, language: string): CorpusFile {
  return { name: path, path: inRoot("node_modules", path), language };
}

/** The folder of Python's standard library, as the `python3` on the PATH has it. */
export function pythonLibrary(): string {
  const file = execFileSync("python3", ["-c", "import os; print(os.__file__)"], { encoding: "utf8" });
  return dirname(file.trim());
}

/** The first of the files that this Python's standard library has. */
export function pythonFile(...paths: readonly string[]): CorpusFile {
  const library = pythonLibrary();
  const path = paths.find((one) => existsSync(join(library, one)));
  if (path === undefined) throw new Error(`Python's standard library has none of ${paths.join(", ")}.`);
  return { name: `python/${path}`, path: join(library, path), language: "python" };
}

/** The files below a folder whose names match, in order of path. */
export function corpusUnder(folder: string, label: string, matching: RegExp, language: string): CorpusFile[] {
  return filesUnder(folder)
    .map((path) => ({ name: `${label}/${relative(folder, path).split(sep).join("/")}`, path, language }))
    .filter(({ name }) => matching.test(name));
}

export interface SizedFile extends CorpusFile {
  readonly lines: number;
}

/** What a scan of the folder would look at, links aside. */
export function sourcesUnder(folder: string): SizedFile[] {
  return filesUnder(folder).flatMap((path): SizedFile[] => {
    const language = languageOf(path);
    if (language === undefined) return [];
    const text = readFileSync(path, "utf8");
    const name = `${basename(folder)}/${relative(folder, path).split(sep).join("/")}`;
    return skipReason(name, text) === undefined ? [{ name, path, language, lines: text.split("\n").length - 1 }] : [];
  });
}

/** The files of each language, the largest first. */
export function bySize(files: readonly SizedFile[]): ReadonlyMap<string, readonly SizedFile[]> {
  const languages = [...new Set(files.map(({ language }) => language))].sort();
  const of = (name: string) => files.filter(({ language }) => language === name).sort((a, b) => b.lines - a.lines);
  return new Map(languages.map((name) => [name, of(name)]));
}

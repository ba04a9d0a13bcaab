// The file system of Node as the project room asks for it. Paths have `/` on every system.
import { readdir, readFile, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { EntryType, FileSystem } from "../project/discover";

/** Absolute, with `/`. */
export function absolutePath(path: string): string {
  const absolute = resolve(path);
  return sep === "/" ? absolute : absolute.replaceAll(sep, "/");
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
}

function typeOf(kind: Kind): EntryType {
  return kind.isFile() ? "file" : kind.isDirectory() ? "folder" : "other";
}

export const nodeFiles: FileSystem = {
  async stat(path) {
    try {
      return typeOf(await stat(path));
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw new Error(explain(error));
    }
  },
  async readFolder(path) {
    const entries = await explained(readdir(path, { withFileTypes: true }));
    return entries.map((entry) => ({ name: entry.name, type: typeOf(entry) }));
  },
  async readText(path) {
    return decode(await readBytes(path));
  },
};

/** Rejects with an Error whose message is a sentence for people. */
export function readBytes(path: string): Promise<Uint8Array> {
  return explained(readFile(path));
}

async function explained<T>(action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  }
}

export function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file or folder.",
  ENOTDIR: "There is no such file or folder.",
  EACCES: "It may not be read.",
  EPERM: "It may not be read.",
  EISDIR: "It is a folder.",
  EMFILE: "Too many files are open.",
};

/** An error of the file system in a sentence. */
export function explain(error: unknown): string {
  return EXPLANATIONS[codeOf(error)] ?? (error as Error).message;
}

/** Text of bytes in UTF-8, or UTF-16 with a byte order mark; the mark is no part of it, as in editors. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** The bytes of an edited text in the original's encoding; undefined when that cannot be kept. */
export function encodeLike(original: Uint8Array, text: string): Uint8Array | undefined {
  const encode = (content: string) =>
    Buffer.concat([hasMark(original) ? MARK : Buffer.alloc(0), Buffer.from(content, "utf8")]);
  const isFaithful = encodingOf(original) === "utf-8" && encode(decode(original)).equals(original);
  return isFaithful ? encode(text) : undefined;
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function hasMark(bytes: Uint8Array): boolean {
  return MARK.every((byte, index) => bytes[index] === byte);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return "utf-16le";
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

/**
 * Where the engine's `.wasm` files come from. The host reads them (disk, extension folder, `fetch`) and hands over
 * bytes; the engine never looks for its own folder.
 */

/** Gives the bytes of a file of the `grammars` folder, by its name there ("tree-sitter-python.wasm"). */
export interface GrammarSource {
  load(file: string): Promise<Uint8Array>;
}

/** What the check needs of an entry of `grammars/manifest.json`; the file holds more (package, version, licence…). */
export interface ManifestEntry {
  readonly file: string;
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256: string;
}

export interface Manifest {
  readonly files: readonly ManifestEntry[];
}

/** A file of the `grammars` folder is missing, damaged or refused; the message names it. */
export class GrammarFileError extends Error {
  constructor(
    readonly file: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`Grammar file ${file}: ${reason}`, options);
    this.name = "GrammarFileError";
  }
}

/** Loads `file`, turning whatever the host's loader throws into a GrammarFileError that names the file. */
export async function loadFile(source: GrammarSource, file: string): Promise<Uint8Array> {
  try {
    return await source.load(file);
  } catch (cause) {
    if (cause instanceof GrammarFileError) throw cause;
    throw new GrammarFileError(file, `cannot be read (${messageOf(cause)})`, { cause });
  }
}

/**
 * A source that gives out only files that `manifest` lists and whose SHA-256 is the one it states; any other request
 * is rejected with a GrammarFileError.
 */
export function verifiedSource(source: GrammarSource, manifest: Manifest): GrammarSource {
  const expected = new Map(manifest.files.map((entry) => [entry.file, entry.sha256]));
  return {
    async load(file) {
      const hash = expected.get(file);
      if (hash === undefined) throw new GrammarFileError(file, "is not listed in the manifest");
      const bytes = await loadFile(source, file);
      const actual = await sha256(bytes);
      if (actual !== hash) {
        throw new GrammarFileError(file, `has the wrong content (expected SHA-256 ${hash}, found ${actual})`);
      }
      return bytes;
    },
  };
}

/** A thrown value's message. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The one part of Web Crypto used here: the engine is compiled without the types of any host. */
interface Digester {
  digest(algorithm: "SHA-256", data: Uint8Array): Promise<ArrayBuffer>;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const { crypto } = globalThis as unknown as { crypto: { subtle: Digester } };
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

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

/**
 * The source, checked against the `manifest.json` that stands among its files. Where the host cannot compute a hash (a
 * page that did not come over a secure connection) the files are taken as they are, and the log says so.
 * @throws GrammarFileError where the manifest is missing or broken
 */
export async function checkedSource(source: GrammarSource, log: (message: string) => void): Promise<GrammarSource> {
  if (host.crypto?.subtle === undefined) {
    log("The grammar files are not checked: this host computes no hashes outside a secure connection.");
    return source;
  }
  const bytes = await loadFile(source, MANIFEST);
  try {
    const manifest = JSON.parse(new host.TextDecoder().decode(bytes)) as Manifest;
    return verifiedSource(source, manifest);
  } catch (cause) {
    throw new GrammarFileError(MANIFEST, `cannot be used (${messageOf(cause)})`, { cause });
  }
}

const MANIFEST = "manifest.json";

/** A thrown value's message. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What is used of every host alike: the engine is compiled without the types of any. */
interface AnyHost {
  /** Only where the connection is secure. */
  readonly crypto?: { readonly subtle?: { digest(algorithm: "SHA-256", data: Uint8Array): Promise<ArrayBuffer> } };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
}

const host = globalThis as unknown as AnyHost;

async function sha256(bytes: Uint8Array): Promise<string> {
  const { subtle } = host.crypto ?? {};
  if (subtle === undefined) throw new Error("This host computes no hashes.");
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

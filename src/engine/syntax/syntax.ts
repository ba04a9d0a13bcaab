/** The room's door for loading: starts web-tree-sitter and the reader, loads grammars when they are first needed. */
import { Language } from "web-tree-sitter";
import { Grammar } from "./grammar";
import { GrammarFileError, type GrammarSource, loadFile, messageOf } from "./grammar-source";
import { cursorReader, disagreement, loadReader, startTreeSitter, type TreeReader } from "./tree-reader";

const RUNTIME_FILE = "web-tree-sitter.wasm";
const READER_FILE = "tree-reader.wasm";

export interface Syntax {
  /**
   * The grammar in `tree-sitter-NAME.wasm`, loaded at the first call. A failure is kept too.
   * @throws GrammarFileError naming the file, where it is missing, damaged or of an ABI that cannot be used.
   */
  grammar(name: string): Promise<Grammar>;
}

/**
 * Starts the parsing machinery with files from `source`. Where the reader cannot be used, `log` is told why and
 * tables are read more slowly.
 * @throws GrammarFileError where web-tree-sitter's own file is missing or damaged.
 */
export async function createSyntax(source: GrammarSource, log: (message: string) => void): Promise<Syntax> {
  try {
    await startTreeSitter(() => loadFile(source, RUNTIME_FILE));
  } catch (cause) {
    throw asFileError(RUNTIME_FILE, "cannot be started", cause);
  }
  const reader = await readerFrom(source, log);
  const grammars = new Map<string, Promise<Grammar>>();
  return {
    grammar(name) {
      const known = grammars.get(name);
      if (known) return known;
      const grammar = loadGrammar(name, source, reader, log);
      grammars.set(name, grammar);
      return grammar;
    },
  };
}

/** The side module's reader, or undefined where it does not load. */
async function readerFrom(source: GrammarSource, log: (message: string) => void): Promise<TreeReader | undefined> {
  try {
    return await loadReader(await loadFile(source, READER_FILE));
  } catch (error) {
    log(`Trees are read by the slower cursor: ${asFileError(READER_FILE, "cannot be loaded", error).message}`);
    return undefined;
  }
}

async function loadGrammar(
  name: string,
  source: GrammarSource,
  reader: TreeReader | undefined,
  log: (message: string) => void,
): Promise<Grammar> {
  const file = `tree-sitter-${name}.wasm`;
  const bytes = await loadFile(source, file);
  try {
    const language = await Language.load(bytes);
    const doubt = reader && disagreement(reader.read, language);
    if (reader && !doubt) return new Grammar(name, "module", language, reader);
    if (doubt) log(`Trees of ${name} are read by the slower cursor: ${READER_FILE}: ${doubt}`);
    return new Grammar(name, "cursor", language, cursorReader);
  } catch (cause) {
    throw asFileError(file, "cannot be used", cause);
  }
}

function asFileError(file: string, what: string, cause: unknown): GrammarFileError {
  if (cause instanceof GrammarFileError) return cause;
  return new GrammarFileError(file, `${what} (${messageOf(cause)})`, { cause });
}

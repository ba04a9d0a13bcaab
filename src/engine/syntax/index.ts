/** Grammar loading, incremental parsing and raw tables: what other rooms may use of this one. */
export { isOvergrown, moved, type ParsedText, SyntaxDocument, type SyntaxSnapshot } from "./document";
export { Grammar, type ReaderName, type TextRange } from "./grammar";
export {
  checkedSource,
  GrammarFileError,
  type GrammarSource,
  type Manifest,
  type ManifestEntry,
  verifiedSource,
} from "./grammar-source";
export { detached, Interner } from "./interner";
export { ERROR_KIND, equalTables, type RawTable, RowFlag } from "./raw-table";
export { createSyntax, type Syntax } from "./syntax";
export { applyChanges, changeBetween, type TextChange } from "./text-change";
export type { ChangedWindow } from "./window";

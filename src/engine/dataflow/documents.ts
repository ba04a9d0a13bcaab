// The documents that are analysed together, each in its latest state; what was found out about a state is carried over to
// the next one where that is the same.
import { FlowDocument } from "./flow-document";
import { Lineage } from "./layout";
import { Marks } from "./marks";
import type { Kept, Memory } from "./memory";
import { placesOf } from "./places";
import type { Key } from "./state";
import { type Succession, succession } from "./succession";
import type { Summary } from "./summaries";
import type { RuleMask } from "./taints";
import type { Top } from "./top";
import type { Callable, Value } from "./values";
import type { FlowInput } from "./workspace";

const NO_RULES: RuleMask = 0;

/** Rows of all trees that are kept: a hundred files of 1,000 lines. */
const MOST_ROWS = 1_000_000;

export class Documents {
  /** By id; those that were replaced by others of their URI are gone. */
  readonly byId: FlowDocument[] = [];
  /** Those looked at last at the end. */
  private readonly byUri = new Map<string, FlowDocument>();
  /** What was looked up since the analysis of a document began: texts stay as they are meanwhile. */
  private readonly present = new Map<string, FlowDocument>();
  private readonly sketches = new Map<string, FlowDocument>();
  /** Of documents with errors that took up much of them, the state before. */
  private readonly sound = new Map<string, FlowDocument>();

  /** Rules that have mattered anywhere, and those that do for the document that is analysed. */
  private active: RuleMask = 0;
  private needed: RuleMask = 0;

  constructor(private readonly memory: Memory) {}

  /** Rules that may matter: documents are given their marks at once, so that these need not be made again. */
  expect(rules: RuleMask): void {
    this.active |= rules;
  }

  /** To be called before it is looked at which rules matter for a document. */
  beginLooking(): void {
    this.sketches.clear();
    this.begin(NO_RULES);
  }

  /** To be called before a document is analysed, with the rules that matter for it. */
  begin(needed: RuleMask): void {
    this.needed = needed;
    this.active |= needed;
    this.present.clear();
    let rows = 0;
    for (const [uri, document] of [...this.byUri].reverse()) {
      rows += document.tree.length;
      if (rows <= MOST_ROWS) continue;
      this.byUri.delete(uri);
      this.forget(document);
      this.drop(uri);
    }
  }

  /** The document as it is now. */
  document(input: FlowInput): FlowDocument {
    const known = this.present.get(input.uri);
    if (known && this.isEnough(known.marks)) return known;
    const document = this.current(input);
    this.present.set(input.uri, document);
    return document;
  }

  /** The document as it is now, to be looked at: it is not kept, and compared with nothing, before more is asked of it. */
  sketch(input: FlowInput): FlowDocument {
    if (this.isMarked(input)) return this.document(input);
    const known = this.sketches.get(input.uri);
    if (known && known.state === input.state && known.marks.alone === input.alone) return known;
    const { uri, revision, state, document, matches, alone } = input;
    const marks = new Marks(placesOf(document), matches, alone, this.active);
    const sketch = new FlowDocument(-1, { uri, revision, state }, document, marks, new Lineage());
    this.sketches.set(uri, sketch);
    return sketch;
  }

  /** Whether there is a document with the marks of a text. */
  isMarked({ uri, state, alone }: FlowInput): boolean {
    const known = this.byUri.get(uri);
    return known !== undefined && known.state === state && known.marks.alone === alone;
  }

  /** Whether marks of all rules that are needed are there; those that are not made yet are made for all that may matter. */
  private isEnough(marks: Marks): boolean {
    return marks.covers(this.active) || marks.covers(this.needed);
  }

  private current(input: FlowInput): FlowDocument {
    const { uri, state, revision } = input;
    const before = this.byUri.get(uri);
    const isSame = before && before.state === state && before.revision === revision && this.isEnough(before.marks);
    const sketch = this.sketches.get(uri);
    const seen = sketch?.state === state ? sketch : undefined;
    const after = isSame ? before : before ? this.successor(before, input) : this.made(input, new Lineage(), seen);
    this.byUri.delete(uri);
    this.byUri.set(uri, after);
    after.layout.lineage.latest = after;
    return after;
  }

  /** @param before a document with the same tree, and the same marks where they are enough */
  private made(input: FlowInput, lineage: Lineage, before?: FlowDocument): FlowDocument {
    const { uri, revision, state, alone } = input;
    const document = before?.document ?? input.document;
    const kept = before?.marks.alone === alone ? before.marks : undefined;
    const marks =
      kept && this.isEnough(kept)
        ? kept
        : new Marks(placesOf(document), kept?.matches ?? input.matches, alone, this.active);
    const made = new FlowDocument(this.byId.length, { uri, revision, state }, document, marks, lineage);
    this.byId.push(made);
    return made;
  }

  private successor(before: FlowDocument, input: FlowInput): FlowDocument {
    const after = this.made(input, before.layout.lineage, before.state === input.state ? before : undefined);
    const same = succession(before, after);
    this.forget(before);
    if (same) {
      carry(before, after, same);
      this.empty(before);
      if (after.document.isSound) this.drop(input.uri);
      return after;
    }
    delete this.byId[after.id];
    const found = this.recovered(input, after) ?? this.made(input, new Lineage(), after);
    this.park(before, found.document.isSound);
    return found;
  }

  /** The document where an error that it had is mended: what was known before the error holds again. */
  private recovered(input: FlowInput, seen: FlowDocument): FlowDocument | undefined {
    const sound = this.sound.get(input.uri);
    if (!sound) return undefined;
    const after = this.made(input, sound.layout.lineage, seen);
    const same = succession(sound, after);
    if (!same) {
      delete this.byId[after.id];
      return undefined;
    }
    this.memory.advance(sound.layout.lineage.id);
    carry(sound, after, same);
    return after;
  }

  /** Keeps a state that has no more to do with the next one, if that has errors and it has none. */
  private park(before: FlowDocument, isMended: boolean): void {
    if (isMended) this.drop(before.uri);
    if (isMended || !before.document.isSound) return this.empty(before);
    this.drop(before.uri);
    this.sound.set(before.uri, before);
  }

  private drop(uri: string): void {
    const sound = this.sound.get(uri);
    if (sound) this.empty(sound);
    this.sound.delete(uri);
  }

  private forget(document: FlowDocument): void {
    this.memory.advance(document.layout.lineage.id);
    document.layout.lineage.latest = undefined;
    delete this.byId[document.id];
  }

  /** What was known of a state that is no more would hold the states before it. */
  private empty(document: FlowDocument): void {
    document.functions.clear();
    document.specialised.clear();
    document.initials.clear();
    document.top = undefined;
  }
}

/** Gives a document what is known of the state before, to be asked again whether it holds. */
function carry(before: FlowDocument, after: FlowDocument, { segments, keepsStatements }: Succession): void {
  const move = new Move(before, after, segments);
  const { top } = before;
  if (top && !before.isTopOpen) {
    const isWhole = move.top(top.value);
    after.top = { ...top, premises: keepsStatements && isWhole ? top.premises : CHANGED, checked: -1 };
  }
  for (const [row, kept] of before.functions) {
    const now = move.row(row);
    if (now < 0 || !move.summary(kept.value)) continue;
    // Of a function that has changed it is known what was found out before: it may be the same now.
    const isSame = segments.has(after.layout.segmentOf(now));
    after.functions.set(now, { ...kept, premises: isSame ? kept.premises : CHANGED, checked: -1 });
  }
}

const CHANGED: Kept<Summary>["premises"] = [() => false];

/** Moves what is known to the rows of the next state; functions that are values may be there no more. */
class Move {
  constructor(
    private readonly before: FlowDocument,
    private readonly after: FlowDocument,
    private readonly unchanged: ReadonlySet<number>,
  ) {}

  /** Where a row stands now; -1 where it is gone, or in a piece that has changed. */
  row(row: number): number {
    const { before, after } = this;
    const now = before.layout.rowIn(after.layout, row);
    if (now < 0) return -1;
    const segment = after.layout.segmentOf(now);
    return this.unchanged.has(segment) || after.layout.rows[segment] === now ? now : -1;
  }

  /** Whether all that is known of the statements of the file is of what is there still; the rest goes. */
  top(top: Top): boolean {
    const globals = new Map<Key, Value>();
    for (const [key, value] of top.globals) {
      const [name, moved] = [typeof key === "number" ? this.row(key) : key, this.value(value)];
      if (name !== -1 && moved) globals.set(name, moved);
    }
    const lambdas = top.lambdas.map((row) => this.row(row)).filter((row) => row >= 0);
    const isWhole = globals.size === top.globals.size && lambdas.length === top.lambdas.length;
    Object.assign(top, { globals, lambdas });
    return isWhole;
  }

  /** Whether all of the summary is of functions that are there still. */
  summary(summary: Summary): boolean {
    const returned = this.value(summary.returned);
    const effects = [...summary.effects].map(([index, value]) => [index, this.value(value)] as const);
    const invoked = summary.invoked.map(({ parameter, given }) => ({
      parameter,
      given: given.map((one) => this.value(one)),
    }));
    const all = [returned, ...effects.map(([, value]) => value), ...invoked.flatMap(({ given }) => given)];
    if (all.some((value) => value === undefined)) return false;
    summary.document = this.after;
    summary.row = this.row(summary.row);
    summary.returned = returned!;
    summary.effects = new Map(effects as [number, Value][]);
    summary.invoked = invoked as Summary["invoked"];
    return true;
  }

  /** The value as it is in the next state; the same one where it holds no functions. */
  value(value: Value): Value | undefined {
    const callables = value.callables?.map((callable) => this.callable(callable));
    const parts = value.parts && [...value.parts].map(([key, part]) => [key, part, this.value(part)] as const);
    const isGone = callables?.some((each) => !each) || parts?.some(([, , part]) => !part);
    if (isGone) return undefined;
    const isSame =
      (callables ?? []).every((each, index) => each === value.callables![index]) &&
      (parts ?? []).every(([, part, moved]) => part === moved);
    if (isSame) return value;
    return {
      ...value,
      ...(callables && { callables: callables as Callable[] }),
      ...(parts && { parts: new Map(parts.map(([key, , part]) => [key, part!])) }),
    };
  }

  private callable(callable: Callable): Callable | undefined {
    const receiver = callable.receiver && this.value(callable.receiver);
    if (callable.receiver && !receiver) return undefined;
    if (callable.document !== this.before.id)
      return receiver === callable.receiver ? callable : { ...callable, receiver: receiver! };
    const row = this.row(callable.row);
    if (row < 0) return undefined;
    return { document: this.after.id, row, ...(receiver && { receiver }) };
  }
}

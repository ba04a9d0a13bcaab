// The walk over one function: what its names hold at each point, and which sinks are reached. Expressions, statements and
// calls have files of their own; here is what they share, and what rules say of a row.
import { isExpression } from "../patterns/document";
import { Kind } from "../tree/kinds";
import type { Called } from "./calls";
import type { Checks } from "./checks";
import { evaluate } from "./expressions";
import { bindParameters, runBody } from "./functions";
import { Heap, type Reached, reachedBoth } from "./heap";
import { relabelled, taintsOf } from "./labelling";
import { placeOf, readPlace, writePlace } from "./lvalues";
import type { PropagatorMark, RowMarks, SinkMark, SourceMark } from "./marks";
import type { FlowDocument, Program } from "./program";
import type { Changes, Key, State } from "./state";
import { isOff } from "./switches";
import { ALL_RULES, limited, NO_TAINT, type RuleMask, stepped, type Taints, unite } from "./taints";
import { ANY_ELEMENT, allTaints, join, NOTHING, type Value, withTaints } from "./values";

/** Steps that the walk over one function may take: rows looked at. */
const STEPS_PER_ROW = 60;
const LEAST_STEPS = 20_000;

/** Functions that run inline within each other, at most. */
const DEEPEST_INLINE = 6;

/** The key under which taint by the flow of control is kept. */
const CONTROL = "control";

export class Unit extends Heap {
  returned: Value | undefined;
  private readonly sinks = new Map<string, Reached>();
  /** What is walked aside reaches nothing. */
  private silent = 0;
  /** What the function has checked of its parameters where it is left. */
  checks: Checks | undefined;
  /** How many functions deep what is left is the one whose checks they are. */
  checkedAt = 0;
  /** Each `goto` so far, with what had changed since the entry. */
  readonly jumps: { readonly entry: State; readonly label: number; readonly changes: Changes }[] = [];
  /** What stands for the variables of the file, where these are what its functions leave there. */
  file: Value | undefined;
  /** Lambdas that were made, and whether something called them; the others run at the end. */
  readonly lambdas = new Map<number, boolean>();
  /** Functions that are defined in this one. */
  readonly defined: number[] = [];
  /** Parameters of the function that it calls, and with what. */
  readonly invoked: { readonly parameter: number; readonly given: readonly Value[] }[] = [];
  /** Functions that are being walked inline, against endless recursion. */
  readonly inlining: number[] = [];
  /** The label of the statement that is run next: an atom. */
  label = 0;
  /** Rules whose sanitizer is around what is walked. */
  private clean: RuleMask = 0;
  private around: readonly SourceMark[] = [];
  private readonly carried = new Map<number, Taints>();
  private readonly receiving = new Map<number, number>();
  readonly calls = new Map<number, Called>();
  /** By row of a Member: what its object was. */
  readonly receivers = new Map<number, Value>();
  private steps = 0;
  private readonly limit: number;

  constructor(
    readonly program: Program,
    document: FlowDocument,
    readonly row: number,
    entry: State,
    /** What names hold that nothing in the function gave a value. */
    readonly globals?: ReadonlyMap<Key, Value>,
  ) {
    super(document, program.extended, entry);
    this.limit = LEAST_STEPS + STEPS_PER_ROW * document.tree.size[row]!;
    this.stand(row);
  }

  /** Takes for around what rules say of all in which a row stands, and of the row itself. */
  private stand(row: number): void {
    this.clean = 0;
    this.around = [];
    const { document } = this;
    for (let at = row; at >= 0; at = document.tree.parent[at]!) {
      const marks = document.marks.at(at);
      if (marks) this.enter(at, marks);
    }
  }

  /** Within a row, what rules say of all that it holds. */
  private enter(row: number, marks: RowMarks): void {
    for (const { spec, rule } of marks.sanitizers) {
      // What stands in a sanitizer is not looked at, as in Semgrep; else the result of a call is clean, and no more.
      if (!spec.exact && !(this.extended && spec.bySideEffect) && !this.isValue(row)) this.clean |= rule;
    }
    const inner = this.sourcesAt(row, marks).filter(
      ({ spec }) => !spec.exact && spec.bySideEffect !== "only" && !spec.control,
    );
    if (inner.length > 0) this.around = [...this.around, ...inner];
  }

  private sourcesAt(row: number, { sources }: RowMarks): readonly SourceMark[] {
    return sources.filter((mark) => !this.program.hasCallers(this.document, mark, row));
  }

  /** Whether rules clean the value of a row, and not what stands in it. */
  private isValue(row: number): boolean {
    return this.extended && isExpression(this.document.tree.kind[row]!);
  }

  /** The function took more steps than it may; what was found until then stands. */
  get exhausted(): boolean {
    return this.steps > this.limit;
  }

  /** Walks an expression where it stands. */
  value(row: number): Value {
    if (row < 0 || this.exhausted || !this.state.live) return NOTHING;
    this.steps++;
    const marks = this.document.marks.at(row);
    return marks ? this.marked(row, marks, () => evaluate(this, row)) : this.tinted(evaluate(this, row), row);
  }

  /** What a name that is given a value there has by what rules say of the place. */
  declared(row: number, value: Value, marks = this.document.marks.at(row)): Value {
    return marks ? this.marked(row, marks, () => value, true) : this.tinted(value, row);
  }

  private marked(row: number, marks: RowMarks, compute: () => Value, given = false): Value {
    const { clean, around } = this;
    const sources = this.sourcesAt(row, marks);
    this.enter(row, marks);
    // In Semgrep what is cleaned from here on still takes what it is given here.
    const own = given && !this.extended && marks.sanitizers.some(({ spec }) => spec.bySideEffect);
    let value = this.tinted(compute(), row, own ? clean : this.clean);
    const sanitizers = marks.sanitizers.filter((mark) => !isOff(this, mark));
    for (const { spec, rule } of sanitizers) {
      if (own && spec.bySideEffect) continue;
      if (spec.exact || spec.bySideEffect || this.isValue(row)) value = this.escaped(value, rule);
    }
    for (const mark of sources) {
      if (mark.spec.exact && mark.spec.bySideEffect !== "only" && !mark.spec.control)
        value = this.sourced(mark, row, value);
    }
    for (const mark of marks.propagators) value = this.propagated(mark, row, value);
    for (const mark of marks.sinks) this.checkSink(mark, row, value);
    this.around = around;
    this.applySideEffects(row, { ...marks, sanitizers }, value, clean);
    this.clean = clean;
    return value;
  }

  /** A value less what a sanitizer takes out of it. */
  escaped(value: Value, rule: RuleMask): Value {
    const rest = this.limitedTo(value, ~rule);
    const gone = this.extended ? limited(this.deepTaints(value), rule) : NO_TAINT;
    return gone.length === 0 ? rest : { ...rest, escaped: unite(rest.escaped ?? NO_TAINT, gone) };
  }

  private applySideEffects(row: number, marks: RowMarks, value: Value, outer: RuleMask): void {
    for (const mark of marks.sources) {
      if ((mark.rule & this.clean) !== 0) continue;
      if (mark.spec.control) {
        const before = this.state.get(CONTROL) ?? NOTHING;
        this.state.set(CONTROL, withTaints(before, taintsOf(this, mark, row, value)));
      } else if (mark.spec.bySideEffect !== "no" && mark.whole) {
        const place = placeOf(this, row);
        if (place) writePlace(this, place, withTaints(readPlace(this, place), taintsOf(this, mark, row, value)));
      }
    }
    for (const { spec, rule, whole } of marks.sanitizers) {
      // Semgrep does not look into what cleans by itself.
      if (spec.bySideEffect && whole && (this.extended || (rule & outer) === 0)) this.cleanPlace(row, rule);
    }
  }

  /** Less what sanitizers around clean, and with what sources around give. */
  private tinted(value: Value, row: number, clean = this.clean): Value {
    let result = clean === 0 ? value : this.limitedTo(value, ~clean);
    for (const mark of this.around) result = this.sourced(mark, row, result);
    return result;
  }

  private sourced(mark: SourceMark, row: number, value: Value): Value {
    // Of calls in each other Semgrep takes the outermost alone for an exact source.
    if ((mark.rule & (this.clean | (value.checked ?? 0))) !== 0 || (mark.inner && !this.extended)) return value;
    const taints = taintsOf(this, mark, row, value);
    const whole = withTaints(value, taints);
    if (this.extended || !value.parts) return whole;
    // To Semgrep a source is one with all of its parts, whatever was said of them before.
    return { ...whole, parts: new Map([...value.parts].map(([key, part]) => [key, withTaints(part, taints)])) };
  }

  private propagated(mark: PropagatorMark, row: number, value: Value): Value {
    const { kind, spec, rule, id, whole } = mark;
    if (kind === "from") {
      const taints = relabelled(this, mark, limited(allTaints(value), rule));
      this.carried.set(id, taints);
      const to = this.extended && spec.bySideEffect ? this.receiving.get(id) : undefined;
      const place = to === undefined ? undefined : placeOf(this, to);
      if (place && taints.length > 0) writePlace(this, place, withTaints(readPlace(this, place), taints));
      return value;
    }
    this.receiving.set(id, row);
    const taints = this.carried.get(id) ?? NO_TAINT;
    if (taints.length === 0 || (rule & this.clean) !== 0) return value;
    const result = withTaints(value, taints);
    const place = spec.bySideEffect && whole ? placeOf(this, row) : undefined;
    if (place) writePlace(this, place, withTaints(readPlace(this, place), taints));
    return result;
  }

  private checkSink(mark: SinkMark, row: number, value: Value): void {
    const { rule, spec, focused, within } = mark;
    // What goes into a call is not what comes out of it, and that is what the sink around it is given.
    if (this.extended && within && this.document.isCalledWithin(row, within)) return;
    if (this.silent > 0 || (rule & this.clean) !== 0 || spec.atExit) return;
    const kind = this.document.tree.kind[row];
    const call = kind === Kind.Call || kind === Kind.New ? this.calls.get(row) : undefined;
    const isShallow = (this.program.shallow & rule) !== 0 || (!this.extended && this.document.isBase(row));
    let taints = limited(isShallow ? this.ownTaints(value) : this.deepTaints(value), rule);
    if (call && !focused) {
      const { receiver = NOTHING } = (this.program.safeFunctions & rule) === 0 ? call : {};
      const parts = [receiver, ...call.arguments.map((argument) => argument.value)];
      for (const part of parts) taints = unite(taints, limited(this.deepTaints(part), rule));
    }
    const control = this.state.get(CONTROL);
    if (control) taints = unite(taints, limited(control.taints, rule));
    if (taints.length === 0) return;
    const each = spec.requires?.type === "each" ? this.eachOf(mark, spec.requires.parts) : undefined;
    this.reach({ at: this.document.layout, mark, row, taints, ...(each && { each }) });
  }

  /** Taint of what metavariables of a sink are bound to, walked again for its own sake. */
  private eachOf(
    { match, rule }: SinkMark,
    parts: readonly { readonly metavariable: string }[],
  ): ReadonlyMap<string, Taints> {
    const found = new Map<string, Taints>();
    for (const { metavariable } of parts) {
      const binding = match.bindings.get(metavariable);
      const row = binding ? binding.row : -1;
      const held = row < 0 ? NO_TAINT : this.aside(() => this.deepTaints(this.value(row)));
      found.set(metavariable, limited(held, rule));
    }
    return found;
  }

  /** Taint comes to a sink; on several ways, or in several rounds of a loop, all of it together. */
  reach(reached: Reached): void {
    if (this.silent > 0) return;
    const key = `${reached.mark.id} ${reached.row}`;
    const before = this.sinks.get(key);
    this.sinks.set(key, before ? reachedBoth(before, reached) : reached);
  }

  /** The sinks that taint came to, each once. */
  get reached(): readonly Reached[] {
    return [...this.sinks.values()];
  }

  spend(steps: number): void {
    this.steps += steps;
  }

  /** A call that was walked, as it was found. */
  calledAt(row: number): Called | undefined {
    return this.calls.get(row);
  }

  /** Walks something for its value alone: what it changes or reaches does not count. */
  aside<T>(walk: () => T): T {
    const { state } = this;
    this.silent++;
    this.state = state.branch();
    const result = walk();
    this.state = state;
    this.silent--;
    return result;
  }

  /** A place on the way of taint that a trace shows. */
  step(value: Value, row: number): Value {
    if (value.taints.length === 0) return value;
    return { ...value, taints: stepped(value.taints, this.document.layout, row, "step") };
  }

  /** Walks branches from here, and goes on from where they meet. */
  fork(...branches: (() => void)[]): void {
    const { state } = this;
    const ways: Changes[] = [];
    for (const branch of branches) {
      this.state = state.branch();
      branch();
      if (this.state.live) ways.push(this.state.endedSince(state));
    }
    this.state = state;
    state.meet(ways);
  }

  /** Takes a value to what the function returns, which ends the walk here. */
  return(value: Value, row = -1): void {
    this.returned = this.returned ? join(this.returned, value) : value;
    if (this.state.live) {
      this.exits.push(this.state.changesSince(this.entry));
      if (this.inlining.length === this.checkedAt) this.checks?.note(this, value, row);
    }
    this.state.live = false;
  }

  /** A function is defined here. */
  define(row: number): Value {
    if (!this.defined.includes(row)) this.defined.push(row);
    return NOTHING;
  }

  /** What a generator hands out is a part of what it returns. */
  yield(value: Value): void {
    const held: Value = { taints: [], parts: new Map([[ANY_ELEMENT, value]]) };
    this.returned = this.returned ? join(this.returned, held) : held;
  }

  /** Runs a lambda or function where the walk is, and gives what it returns. */
  inline(row: number, given: readonly Value[]): Value {
    this.lambdas.set(row, true);
    if (this.inlining.includes(row) || this.inlining.length >= DEEPEST_INLINE) return NOTHING;
    const { returned, state, entry, exits, clean, around } = this;
    const { layout } = this.document;
    if (layout.segmentOf(row) !== layout.segmentOf(this.row)) this.program.reads(this.document, row);
    this.inlining.push(row);
    this.stand(row);
    this.returned = undefined;
    this.entry = state;
    this.exits = [];
    this.state = state.branch();
    bindParameters(this, row, given);
    runBody(this, row);
    const result = this.returned ?? NOTHING;
    const ways = this.ways();
    this.inlining.pop();
    this.clean = clean;
    this.around = around;
    this.state = state;
    state.meet(ways.length > 0 ? ways : [new Map()]);
    this.returned = returned;
    this.entry = entry;
    this.exits = exits;
    return result;
  }

  /** Whether a lambda in the statements of the file is looked at by itself, as a function: nothing calls it there. */
  standsAlone(row: number): boolean {
    return this.extended && this.row === 0 && this.document.layout.isFunctionPiece(row);
  }

  /** Calls what a value may be: functions of this walk where they stand, others by what is known of them. */
  callValue(fn: Value, given: readonly Value[]): Value {
    const results: Value[] = [];
    const inner = fn.callables ?? [];
    if (inner.length > 0) {
      this.fork(
        ...inner.map(({ document, row }) => () => {
          if (document === this.document.id) results.push(this.inline(row, given));
        }),
        () => {},
      );
    }
    for (const { origin } of fn.taints) {
      if (origin.parameter !== undefined && origin.path.length === 0)
        this.invoked.push({ parameter: origin.parameter, given });
    }
    return results.length > 0 ? results.reduce(join) : NOTHING;
  }

  /** What a place holds is harmless for some rules from here on. */
  cleanPlace(row: number, rules: RuleMask = ALL_RULES): void {
    const place = placeOf(this, row);
    if (!place) return;
    const value = this.limitedTo(readPlace(this, place), ~rules);
    writePlace(this, place, this.extended ? { ...value, checked: (value.checked ?? 0) | rules } : value);
  }
}

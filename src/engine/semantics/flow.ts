// What variables are known to be at a point of a function: a must analysis by one structured walk over its statements.
// It follows Semgrep: a loop loses all that was known, but for what its body itself makes constant again.
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { appendedTo } from "./appending";
import type { Lookup } from "./constants";
import { Environment, type Mark, type Outcome } from "./environment";
import { expressionBody, type Frame, frameLeft, LABELLED, labelOf, SHORT_CIRCUITS, untilThrown } from "./leaving";
import type { Names } from "./names";
import type { Valuation } from "./valuation";
import { type Constant, concatenate, constantIn, foldKnown, joinKnown, type Known } from "./values";
import { type Atoms, isName, NOT_WRITTEN, unitAround, type Variable } from "./variables";

/** A walk that takes more steps than this for each row of its function stops: what it does not reach is not known. */
const STEPS_PER_ROW = 16;

type Walkers = readonly (((row: number) => void) | undefined)[];

export class Flow {
  private readonly walked = new Set<number>();
  /** By row of an identifier that is read. */
  private readonly known = new Map<number, Known>();
  private readonly environment = new Environment();
  private frames: Frame[] = [];
  private unit = 0;
  private steps = 0;
  private limit = 0;
  private readonly walkers: Walkers;
  /** Label of the statement that is walked next. */
  private label = 0;

  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    private readonly language: Language,
    private readonly names: Names,
    private readonly constants: Valuation,
  ) {
    this.walkers = this.walkersByKind();
  }

  /** Whether what is known at `row` is all there is to say: its own function's walk comes by. */
  follows(row: number, variable: Variable): boolean {
    return this.isTracked(variable) && (variable.field || unitAround(this.tree, row) === variable.unit);
  }

  /** What `variable`, read at `row`, is known to be there. */
  knownAt(row: number, variable: Variable): Known | undefined {
    if (!this.isTracked(variable)) return undefined;
    const unit = variable.field ? unitAround(this.tree, row) : variable.unit;
    if (!this.walked.has(unit)) this.walkUnit(unit);
    return this.known.get(row);
  }

  /** A variable is followed through its own function only, and only if no other writes it; a field through each function. */
  private isTracked(variable: Variable): boolean {
    return variable.value >= 0 && !variable.imported && (variable.field || !variable.escapes);
  }

  private walkUnit(unit: number): void {
    const { tree } = this;
    this.walked.add(unit);
    this.unit = unit;
    this.frames = [];
    this.steps = 0;
    this.environment.steps = 0;
    this.limit = STEPS_PER_ROW * (tree.size[unit]! + 64);
    this.environment.rollback({ length: 0, lostBefore: 0, live: true });
    this.environment.loseAll();
    if (unit === 0) this.scan(1, tree.length);
    else this.walkAll(childrenIn(tree, unit, Role.Body));
  }

  private walk(row: number): void {
    if (row >= 0) this.scan(row, row + this.tree.size[row]!);
  }

  private walkAll(rows: readonly number[]): void {
    for (const row of rows) this.walk(row);
  }

  /** Rows in their order; those that change the order of evaluation are walked by themselves. */
  private scan(from: number, end: number): void {
    for (let row = from; row < end; ) {
      if (this.isExhausted()) return;
      this.steps++;
      const kind = this.tree.kind[row]!;
      const walker = this.walkers[kind];
      if (walker) walker(row);
      else if (isName(kind)) this.name(row);
      row += walker ? this.tree.size[row]! : 1;
    }
  }

  private isExhausted(): boolean {
    return this.steps + this.environment.steps > this.limit;
  }

  private name(row: number): void {
    const id = this.names.variableOf[row]!;
    if (id < 0) return;
    const value = this.names.written[row]!;
    const known = this.isOwn(id) ? this.environment.get(id) : undefined;
    if (value !== NOT_WRITTEN) this.write(id, value > 0 ? this.evaluate(value) : undefined);
    else if (known) this.known.set(row, known);
    else this.known.delete(row);
  }

  private write(id: number, value: Known | undefined): void {
    if (this.isOwn(id)) this.environment.set(id, value);
  }

  private isOwn(id: number): boolean {
    const variable = this.names.variables[id]!;
    return (variable.field || variable.unit === this.unit) && this.isTracked(variable);
  }

  private evaluate(row: number): Known | undefined {
    return this.constants.evaluate(row, this.lookup);
  }

  private readonly lookup: Lookup = (row) => {
    const id = this.names.variableOf[row]!;
    const everywhere = id < 0 ? undefined : this.constants.constantRead(row, this.names.variables[id]!);
    return everywhere ?? constantIn(this.known.get(row));
  };

  /** By kind: how rows are walked whose parts are not evaluated in the order of the text. */
  private walkersByKind(): Walkers {
    const walkers: ((row: number) => void)[] = [];
    const skip = (): void => {};
    // Another function's statements run at another time; so do the fields of a class whose body is no scope.
    walkers[Kind.Function] = skip;
    // A lambda that is an expression counts as evaluated where it stands.
    walkers[Kind.Lambda] = this.language.deepLambdas ? (row) => this.walk(expressionBody(this.tree, row)) : skip;
    // A block reads what its function knows where it stands; what it writes is not followed anyway.
    if (this.language.scoping.lambdasShare) {
      walkers[Kind.Lambda] = (row) => this.fork(() => this.walk(this.child(row, Role.Body)), skip);
    }
    if (!this.language.scoping.classScopeHidden) walkers[Kind.Class] = skip;
    walkers[Kind.Assign] = (row) => this.assign(row);
    walkers[Kind.Variable] = (row) => this.assign(row);
    walkers[Kind.Field] = (row) => this.assign(row);
    walkers[Kind.WithItem] = (row) => this.assign(row);
    walkers[Kind.CompoundAssign] = (row) => this.compound(row);
    walkers[Kind.ExpressionStatement] = (row) => this.expressionStatement(row);
    walkers[Kind.If] = (row) => this.if(row);
    walkers[Kind.Conditional] = (row) => this.if(row);
    walkers[Kind.Binary] = (row) => this.binary(row);
    walkers[Kind.While] = (row) => this.loop(row);
    walkers[Kind.DoWhile] = (row) => this.loop(row);
    walkers[Kind.For] = (row) => this.loop(row);
    walkers[Kind.ForEach] = (row) => this.loop(row);
    walkers[Kind.Switch] = (row) => this.switch(row);
    walkers[Kind.Try] = (row) => this.try(row);
    walkers[Kind.Label] = (row) => this.labelled(row);
    walkers[Kind.Return] = (row) => this.leave(row);
    walkers[Kind.Throw] = (row) => this.leave(row);
    walkers[Kind.Break] = (row) => this.jump(row);
    walkers[Kind.Continue] = (row) => this.jump(row);
    return walkers;
  }

  private if(row: number): void {
    this.walk(this.child(row, Role.Condition));
    this.fork(
      () => this.walk(this.child(row, Role.Then)),
      () => this.walk(this.child(row, Role.Else)),
    );
  }

  private binary(row: number): void {
    if (SHORT_CIRCUITS.has(this.atoms.text(this.tree.atom[row]!))) {
      this.shortCircuit(childrenIn(this.tree, row), 0);
    } else this.scan(row + 1, row + this.tree.size[row]!);
  }

  private leave(row: number): void {
    this.scan(row + 1, row + this.tree.size[row]!);
    this.environment.live = false;
  }

  /** The target comes last: what is assigned is evaluated before. */
  private assign(row: number): void {
    const { role, size } = this.tree;
    for (const last of [false, true]) {
      for (let child = row + 1; child < row + size[row]!; child += size[child]!) {
        const isTarget = role[child] === Role.Target || role[child] === Role.Name;
        if (isTarget === last) this.walk(child);
      }
    }
  }

  private compound(row: number): void {
    const { tree } = this;
    const target = this.child(row, Role.Target);
    const value = this.child(row, Role.Value);
    this.walk(value);
    const id = target < 0 ? -1 : this.names.variableOf[target]!;
    if (id < 0) {
      this.walk(target);
      return;
    }
    const operator = this.atoms.text(tree.atom[row]!).replace(/=$/, "");
    const before = this.isOwn(id) ? this.environment.get(id) : undefined;
    const operand = value < 0 ? undefined : constantIn(this.evaluate(value));
    this.write(id, foldKnown(operator, constantIn(before), operand, this.language.folding));
  }

  /** `x.f()` as a statement may change what `x` is. */
  private expressionStatement(row: number): void {
    const { tree } = this;
    this.scan(row + 1, row + tree.size[row]!);
    const value = this.child(row, Role.Value);
    const isCall = value >= 0 && tree.kind[value] === Kind.Call;
    const callee = isCall ? this.child(value, Role.Callee) : value;
    if (callee < 0 || tree.kind[callee] !== (isCall ? Kind.Member : Kind.Binary)) return;
    const object = this.child(callee, isCall ? Role.Object : Role.Left);
    if (object < 0 || tree.kind[object] !== Kind.Identifier) return;
    const id = this.names.variableOf[object]!;
    const appended = this.appended(value, callee, object);
    if (id >= 0 && (isCall || appended)) this.write(id, concatenate(appended ?? [undefined], false));
  }

  private appended(value: number, callee: number, object: number): (Constant | undefined)[] | undefined {
    const given = appendedTo(this.tree, this.atoms, this.language, value, callee);
    return given && [object, ...given].map((part) => constantIn(this.evaluate(part)));
  }

  private shortCircuit(operands: readonly number[], first: number): void {
    this.walk(operands[first] ?? -1);
    if (first + 1 >= operands.length) return;
    this.fork(
      () => this.shortCircuit(operands, first + 1),
      () => {},
    );
  }

  /** Walks each branch from here, and goes on from where they meet. */
  private fork(...branches: (() => void)[]): void {
    const mark = this.environment.mark();
    this.environment.merge(branches.map((branch) => this.branch(mark, branch)));
  }

  private branch(mark: Mark, walk: () => void): Outcome {
    walk();
    const outcome = this.environment.outcome(mark);
    this.environment.rollback(mark);
    return outcome;
  }

  private loop(row: number): void {
    const { environment } = this;
    const kind = this.tree.kind[row]!;
    const label = this.takeLabel();
    this.walkAll(childrenIn(this.tree, row, Role.Init));
    this.walk(this.child(row, Role.Iterable));
    const before = environment.mark();
    environment.loseAll();
    const start = environment.mark();
    let round = this.round(row, kind, label, start, new Map());
    // What the body leaves constant, and was constant before, is known at the loop's head: another round with that.
    const head = new Map<number, Known>();
    if (round.end.live) {
      environment.rollback(before);
      for (const [variable, value] of round.end.changes) {
        const joined = joinKnown(environment.get(variable), value);
        if (joined) head.set(variable, joined);
      }
      environment.rollback(start);
    }
    if (head.size > 0) round = this.round(row, kind, label, start, head);
    const leave = this.branch(start, () => {
      if (kind === Kind.DoWhile) environment.merge([round.end]);
      else for (const [variable, value] of head) environment.set(variable, value);
      this.walk(this.child(row, Role.Else));
    });
    environment.merge([leave, ...round.breaks]);
  }

  /** The parts of a loop once, from what is known at its head; the environment is left as at `start`. */
  private round(
    row: number,
    kind: number,
    label: number,
    start: Mark,
    head: ReadonlyMap<number, Known>,
  ): { readonly end: Outcome; readonly breaks: readonly Outcome[] } {
    const { environment } = this;
    const frame: Frame = { loop: true, label, mark: start, breaks: [], continues: [] };
    this.frames.push(frame);
    for (const [variable, value] of head) environment.set(variable, value);
    if (kind !== Kind.DoWhile) this.walk(this.child(row, Role.Condition));
    this.walk(this.child(row, Role.Target));
    this.walkAll(childrenIn(this.tree, row, Role.Body));
    const body = environment.outcome(start);
    environment.rollback(start);
    const end = this.branch(start, () => {
      environment.merge([body, ...frame.continues]);
      this.walk(this.child(row, Role.Update));
      if (kind === Kind.DoWhile) this.walk(this.child(row, Role.Condition));
    });
    this.frames.pop();
    return { end, breaks: frame.breaks };
  }

  private switch(row: number): void {
    const { environment, tree } = this;
    const label = this.takeLabel();
    this.walk(this.child(row, Role.Subject));
    const mark = environment.mark();
    const frame: Frame = { loop: false, label, mark, breaks: [], continues: [] };
    this.frames.push(frame);
    const entry = environment.outcome(mark);
    // A case that falls through ends where the next begins; where the language has none, it leaves. Both are assumed.
    const ends: Outcome[] = [];
    let exhaustive = false;
    for (const branch of childrenIn(tree, row, Role.Case)) {
      if (this.isExhausted()) break;
      const previous = ends.at(-1);
      ends.push(
        this.branch(mark, () => {
          environment.merge(previous ? [entry, previous] : [entry]);
          this.scan(branch + 1, branch + tree.size[branch]!);
        }),
      );
      if (this.child(branch, Role.Test) < 0) exhaustive = true;
    }
    this.frames.pop();
    environment.merge(exhaustive ? [...ends, ...frame.breaks] : [entry, ...ends, ...frame.breaks]);
  }

  private try(row: number): void {
    const mark = this.environment.mark();
    const body = this.child(row, Role.Body);
    const outcomes = [
      this.branch(mark, () => {
        this.walk(body);
        this.walk(this.child(row, Role.Else));
      }),
    ];
    const { rows, throws: reached } = untilThrown(this.tree, body);
    this.steps += rows;
    for (const handler of childrenIn(this.tree, row, Role.Catch)) {
      const outcome = this.branch(mark, () => {
        this.forgetWritten(body);
        this.walk(handler);
      });
      if (reached) outcomes.push(outcome);
    }
    this.environment.merge(outcomes);
    this.walk(this.child(row, Role.Finally));
  }

  /** The body may have stopped anywhere: what it writes somewhere is not known. */
  private forgetWritten(body: number): void {
    const end = body < 0 ? body : body + this.tree.size[body]!;
    this.steps += end - body;
    for (let row = body; row < end; row++) {
      const id = this.names.written[row] === NOT_WRITTEN ? -1 : this.names.variableOf[row]!;
      if (id >= 0) this.write(id, undefined);
    }
  }

  private labelled(row: number): void {
    const body = this.child(row, Role.Body);
    const label = labelOf(this.tree, row);
    const mark = this.environment.mark();
    // `break` may leave a labelled block; a loop or switch takes the label itself, for `continue`.
    const frame: Frame = { loop: false, label, mark, breaks: [], continues: [] };
    this.frames.push(frame);
    this.label = LABELLED.has(this.tree.kind[body]!) ? label : 0;
    const end = this.branch(mark, () => this.walk(body));
    this.label = 0;
    this.frames.pop();
    this.environment.merge([end, ...frame.breaks]);
  }

  private takeLabel(): number {
    const { label } = this;
    this.label = 0;
    return label;
  }

  private jump(row: number): void {
    const kind = this.tree.kind[row]!;
    const label = labelOf(this.tree, row);
    const frame = frameLeft(this.frames, label, kind === Kind.Break);
    if (frame) {
      const outcome = this.environment.outcome(frame.mark);
      (kind === Kind.Break ? frame.breaks : frame.continues).push(outcome);
    }
    this.environment.live = false;
  }

  private child(row: number, role: Role): number {
    return childIn(this.tree, row, role);
  }
}

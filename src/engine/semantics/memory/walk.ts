// The walk over a function's statements.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { childrenIn } from "../../tree/tree";
import { knownCall } from "./calls";
import { compared, joined } from "./conditions";
import { Declarations } from "./declarations";
import { changedIn, lastOf, leavesEarly, rangeOf, steppedIn } from "./loops";
import { numberOf } from "./sizes";
import { isExact, type MemoryObject, type NumberValue, named, type State, type Value } from "./values";

const GOTO = kindOf("goto");
const DEFINE = kindOf("define");
/** A walk that takes more steps than this for each row of its function stops: what it did not reach is not known. */
const STEPS_PER_ROW = 24;
/** Bodies of loops deeper than this are walked once. */
const MOST_NESTED = 2;

/** What leaves a loop or a `switch`. */
interface Frame {
  readonly breaks: State[];
  readonly continues: State[];
  readonly isLoop: boolean;
}

const HEAP: ReadonlySet<MemoryObject["by"] | undefined> = new Set(["malloc", "new", "new[]", "file", "descriptor"]);

export class Walk extends Declarations {
  private live = true;
  private readonly frames: Frame[] = [];
  private steps = 0;
  /** How many numbers were given names of their own. */
  private rounds = 0;
  /** Within the first round of a loop: none before it has set anything. */
  private isFirst = false;
  /** Objects that are still there on some way out. */
  private readonly left = new Set<number>();

  /** Walks the function; its faults are known afterwards. */
  walk(): void {
    for (const parameter of childrenIn(this.tree, this.unit, Role.Parameter)) this.parameter(parameter);
    for (const body of childrenIn(this.tree, this.unit, Role.Body)) this.statement(body);
    if (this.live) this.leave();
    for (const object of this.left) {
      const owner = this.owners.get(object);
      if (owner !== undefined && this.settled.has(object) && !this.faults.has(owner)) this.faults.set(owner, "kept");
    }
  }

  /** What only local variables lead to when the function is left. */
  private leave(): void {
    for (const id of this.state.held) if (HEAP.has(this.object(id)?.by)) this.left.add(id);
  }

  /** Any number, or a pointer to memory of any size. */
  private parameter(row: number): void {
    const id = this.local(this.child(row, Role.Target));
    const type = this.child(row, Role.Type);
    if (id < 0) return;
    if (this.isWhole(type)) this.state.set(id, named(`${row}`));
    else if (this.sizes.isArray(type)) {
      // As large as it is said to be, though only a pointer.
      const size = this.sizes.ofType(type);
      if (!size) return;
      this.state.setObject(row, { size: size.low, unit: size.unit, by: "unknown" });
      this.state.set(id, { type: "pointer", to: row, low: 0, high: 0 });
    } else if (this.tree.kind[type] === Kind.PointerType) {
      this.state.setObject(row, { size: undefined, unit: undefined, by: "unknown", named: `length ${row}` });
      this.state.set(id, { type: "pointer", to: row, low: 0, high: 0 });
    }
  }

  private get isExhausted(): boolean {
    return this.steps > STEPS_PER_ROW * this.tree.size[this.unit]!;
  }

  private statements(rows: readonly number[]): void {
    for (const row of rows) this.statement(row);
  }

  private statement(row: number): void {
    if (row < 0) return;
    this.steps += this.tree.kind[row] === Kind.Block ? 1 : this.state.cost;
    if (this.isExhausted) return;
    const kind = this.tree.kind[row]!;
    if (!this.live && kind !== Kind.Label && kind !== Kind.Block && kind !== Kind.Case) {
      // A label may stand within.
      if (kind === Kind.If || kind === Kind.Switch)
        this.statements(childrenIn(this.tree, row).filter((each) => this.isBody(each)));
      return;
    }
    this.alive(row, kind);
  }

  private isBody(row: number): boolean {
    const role = this.tree.role[row];
    return role === Role.Then || role === Role.Else || role === Role.Case;
  }

  private alive(row: number, kind: number): void {
    switch (kind) {
      case Kind.Block:
        return this.statements(childrenIn(this.tree, row));
      case Kind.Variable:
        return this.declare(row);
      case Kind.ExpressionStatement:
        return this.expression(row);
      case Kind.If:
        return this.if(row);
      case Kind.While:
      case Kind.For:
      case Kind.DoWhile:
      case Kind.ForEach:
        return this.loop(row, kind);
      case Kind.Switch:
        return this.switch(row);
      case Kind.Break:
      case Kind.Continue:
        return this.jump(kind);
      case Kind.Label:
        this.forget();
        return this.statements(childrenIn(this.tree, row, Role.Body));
      case Kind.Return:
      case Kind.Throw:
        for (const value of childrenIn(this.tree, row, Role.Value)) this.handOn(this.evaluate(value));
        if (kind === Kind.Return) this.leave();
        this.live = false;
        return;
      case GOTO:
        this.live = false;
        return;
      case Kind.Try:
        return this.try(row);
      case Kind.Function:
      case Kind.Class:
      case DEFINE:
        return;
      default:
        for (const child of childrenIn(this.tree, row)) this.evaluate(child);
    }
  }

  private expression(row: number): void {
    const value = this.child(row, Role.Value);
    const callee = value >= 0 && this.tree.kind[value] === Kind.Call ? this.child(value, Role.Callee) : -1;
    const known = callee < 0 ? undefined : knownCall(this, callee);
    // `(void)unused;`
    if (value >= 0 && this.tree.kind[value] === Kind.Cast && this.text(this.child(value, Role.Type)) === "void") return;
    if (known?.asserts) return this.assume(this.child(value, Role.Argument));
    this.evaluate(value);
    if (known?.leaves) this.live = false;
  }

  private assume(row: number): void {
    const { yes } = this.ways(row);
    if (yes) this.state = yes;
    else this.live = false;
  }

  // Where ways part and meet.

  private if(row: number): void {
    const { yes, no } = this.ways(this.child(row, Role.Condition));
    // What an earlier round has set may be what decides.
    if (this.nested > 0 && !this.isFirst) this.doubt(yes, no);
    // Whether a variable was given a value may be what is asked.
    const unset = new Set([yes, no].flatMap((state) => state?.hideUnset() ?? []));
    const then = this.branch(yes, () => this.statement(this.child(row, Role.Then)));
    const other = this.branch(no, () => this.statement(this.child(row, Role.Else)));
    this.meet(joined(then, other));
    this.state.show([...unset], then !== undefined && other !== undefined);
  }

  /** Walks on from a state; what the end of it is, if it comes to one. */
  private branch(state: State | undefined, walk: () => void): State | undefined {
    this.live = state !== undefined;
    if (state) this.state = state;
    walk();
    return this.live ? this.state : undefined;
  }

  private meet(state: State | undefined): void {
    this.live = state !== undefined;
    if (state) this.state = state;
  }

  private jump(kind: Kind): void {
    const isBreak = kind === Kind.Break;
    const frame = this.frames.findLast(({ isLoop }) => isBreak || isLoop);
    (isBreak ? frame?.breaks : frame?.continues)?.push(this.state.copy());
    this.live = false;
  }

  private switch(row: number): void {
    const value = this.evaluate(this.child(row, Role.Subject));
    const start = this.state;
    if (this.nested > 0) this.doubt(start);
    const frame: Frame = { breaks: [], continues: [], isLoop: false };
    this.frames.push(frame);
    this.live = false;
    let isTaken = false;
    const cases = childrenIn(this.tree, row, Role.Case).filter((each) => this.tree.kind[each] === Kind.Case);
    for (const each of cases) {
      const tests = childrenIn(this.tree, each, Role.Test);
      const known = tests.map((test) => compared("==", value, this.constant(test)));
      const mayBe = tests.length === 0 ? !isTaken : !known.every((is) => is === false) && !isTaken;
      isTaken ||= known.includes(true);
      if (mayBe) this.meet(joined(this.live ? this.state : undefined, start.copy()));
      this.statements(childrenIn(this.tree, each, Role.Statement));
    }
    this.frames.pop();
    const hasDefault = cases.some((each) => this.child(each, Role.Test) < 0);
    const end = this.live ? this.state : undefined;
    const past = hasDefault || isTaken ? end : joined(end, start.copy());
    this.meet(frame.breaks.reduce<State | undefined>((all, each) => joined(all, each), past));
  }

  private constant(row: number): Value | undefined {
    const isNumber = this.tree.kind[row] === Kind.Number;
    if (!isNumber) return undefined;
    const value = numberOf(this.text(row));
    return { type: "number", low: value, high: value };
  }

  /** What a handler finds is not known, nor what holds behind it. */
  private try(row: number): void {
    this.statement(this.child(row, Role.Body));
    for (const each of childrenIn(this.tree, row, Role.Catch)) {
      this.meet(this.state);
      this.forget();
      this.statement(this.child(each, Role.Body));
    }
    this.meet(this.state);
    this.forget();
  }

  /** Only the sizes of arrays are known from here on. */
  private forget(): void {
    this.live = true;
    this.state.loseValues((id) => this.sizes.isArray(this.typeOfVariable(id)));
    this.state.loseAllContents();
  }

  // Loops.

  private loop(row: number, kind: Kind): void {
    this.statements(childrenIn(this.tree, row, Role.Init).filter((init) => this.tree.kind[init] === Kind.Variable));
    for (const init of childrenIn(this.tree, row, Role.Init)) {
      if (this.tree.kind[init] !== Kind.Variable) this.evaluate(init);
    }
    const frame: Frame = { breaks: [], continues: [], isLoop: true };
    this.frames.push(frame);
    this.nested++;
    this.tryFirst(row, kind);
    const counted = kind === Kind.For ? this.counted(row) : undefined;
    const end = counted ? this.count(row, counted) : this.repeat(row, kind, frame);
    this.nested--;
    this.frames.pop();
    this.meet(frame.breaks.reduce<State | undefined>((all, each) => joined(all, each), end));
  }

  /** Walks the first round for what is wrong in it, if it is run; nothing of it is kept. */
  private tryFirst(row: number, kind: Kind): void {
    if (this.nested > 1 || kind === Kind.DoWhile || kind === Kind.ForEach) return;
    const start = this.state;
    this.state = start.copy();
    this.frames.push({ breaks: [], continues: [], isLoop: true });
    this.isFirst = true;
    const { yes } = this.ways(this.child(row, Role.Condition));
    this.branch(yes, () => this.statement(this.child(row, Role.Body)));
    this.isFirst = false;
    this.frames.pop();
    this.meet(start);
  }

  /** The first round, where it is surely run, then any other one. Gives the state behind the last. */
  private repeat(row: number, kind: Kind, frame: Frame): State | undefined {
    const body = this.child(row, Role.Body);
    const condition = this.child(row, Role.Condition);
    let before: State | undefined = this.state.copy();
    const first = kind === Kind.DoWhile ? this.state : kind === Kind.ForEach ? undefined : this.surely(condition);
    if (first && this.nested <= MOST_NESTED) {
      before = this.round(first, row, body, frame);
      // Whoever comes back to the condition may go on from there.
      if (!before) return undefined;
    }
    this.meet(before);
    this.lose(row);
    if (kind === Kind.DoWhile) {
      const again = this.ways(condition);
      this.branch(again.yes?.copy(), () => this.statement(body));
      return again.no;
    }
    const { yes, no } = kind === Kind.ForEach ? { yes: this.state.copy(), no: this.state } : this.ways(condition);
    const behind = no?.copy();
    this.round(yes, row, body, frame);
    return behind;
  }

  /** The state behind a condition that holds at first; undefined where it may not. */
  private surely(condition: number): State | undefined {
    const { yes, no } = this.ways(condition);
    return no ? undefined : yes;
  }

  private round(state: State | undefined, row: number, body: number, frame: Frame): State | undefined {
    const end = this.branch(state, () => this.statement(body));
    const next = frame.continues.splice(0).reduce<State | undefined>((all, each) => joined(all, each), end);
    return this.branch(next, () => {
      if (this.live) for (const update of childrenIn(this.tree, row, Role.Update)) this.evaluate(update);
    });
  }

  /** What a loop may change is not known. */
  private lose(row: number): void {
    const stepped = steppedIn(this, row);
    for (const id of changedIn(this, row)) {
      const isNumber = stepped.has(id) && this.isWhole(this.typeOfVariable(id));
      this.state.set(id, isNumber ? named(`round ${this.rounds++}`) : undefined);
    }
    this.state.loseAllContents();
  }

  /** `for (i = 0; i < 10; i++)` of known numbers, whose body leaves `i` alone: the variable and its values. */
  private counted(row: number): { readonly id: number; readonly values: NumberValue } | undefined {
    const condition = this.child(row, Role.Condition);
    const update = this.child(row, Role.Update);
    if (
      condition < 0 ||
      update < 0 ||
      this.tree.kind[condition] !== Kind.Binary ||
      this.tree.kind[update] !== Kind.Update
    )
      return undefined;
    const id = this.local(this.child(update, Role.Operand));
    const left = this.child(condition, Role.Left);
    const start = id < 0 ? undefined : this.state.value(id);
    if (id < 0 || this.local(left) !== id || !isExact(start) || start.unit !== undefined) return undefined;
    const body = this.child(row, Role.Body);
    const right = this.child(condition, Role.Right);
    const changed = changedIn(this, body);
    if (changed.has(id) || (this.tree.kind[right] === Kind.Identifier && changed.has(this.local(right))))
      return undefined;
    if (this.tree.size[right]! > 8) return undefined;
    const bound = this.evaluate(right);
    if (bound?.type !== "number" || bound.low !== bound.high || bound.unit !== undefined) return undefined;
    const isUp = this.text(update).startsWith("+");
    const leaves = leavesEarly(this, body);
    if (bound.plus) {
      // The last of them is known, if it is come to.
      const last = isUp && !leaves ? lastOf(this.text(condition), bound) : undefined;
      return last && { id, values: last };
    }
    const values = rangeOf(this.text(condition), isUp, start.low, bound.low);
    return values && { id, values: leaves ? values : { ...values, each: true } };
  }

  private count(row: number, { id, values }: { readonly id: number; readonly values: NumberValue }): State | undefined {
    const start = this.state.copy();
    this.lose(row);
    this.state.set(id, values);
    this.branch(this.state, () => this.statement(this.child(row, Role.Body)));
    // What a round leaves is what any may leave.
    this.meet(this.live ? joined(this.state, start) : start);
    this.lose(row);
    return this.state;
  }
}

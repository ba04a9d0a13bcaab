// The places that an edit reaches: functions, and where it stands outside functions statements and members.
import type { Language } from "../languages/language";
import type { TreeChange } from "../tree/change";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";

/**
 * Where things may mean something else: a function, the statement that it is nearly all of, or, where an edit stands outside
 * functions, the statements or members that it touches.
 */
export interface Area {
  /** Rows of the new tree, whole siblings; none where all that was there is gone. */
  readonly from: number;
  readonly to: number;
  /** The same of the former tree. */
  readonly oldFrom: number;
  readonly oldTo: number;
  /** The row around them. */
  readonly parent: number;
}

/** An area while it is found out. */
export interface Found extends Area {
  /** What alone of it is new, in both trees: the body of a function, or all of it. */
  readonly inner: readonly [now: Rows, old: Rows];
  readonly isFunction: boolean;
}

export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Those found so far, in order, none within another. */
export class Areas {
  found: readonly Found[] = [];
  private readonly tree: Tree;
  private readonly old: Tree;

  constructor(
    private readonly change: TreeChange,
    private readonly language: Language,
  ) {
    this.tree = change.after.tree;
    this.old = change.before.tree;
  }

  /** Adds the place of the edit itself; false where it has none. */
  addHome(): boolean {
    const home = this.home();
    const statements = home > 0 ? undefined : this.homeStatements();
    return statements ? this.addArea(statements) : this.add(home);
  }

  /** The function whose body holds all that is new, 0 where there is none. */
  private home(): number {
    const { tree } = this;
    const { front, start, oldEnd, newEnd } = this.change;
    const sides = [
      { tree: this.old, to: this.changed.oldTo, end: oldEnd },
      { tree, to: this.changed.to, end: newEnd },
    ];
    let row = this.commonRow();
    const holds = (function_: number): boolean =>
      sides.every((side) => {
        const body = bodyOf(side.tree, function_);
        if (body < 0 || side.tree.start[body]! > start || side.tree.end[body]! < side.end) return false;
        return front === side.to || (body <= front && side.to <= body + side.tree.size[body]!);
      });
    while (row > 0 && !holds(row)) row = tree.parent[row]!;
    return row;
  }

  /** The rows that are new, from the first on that is not what it was. */
  private get changed(): { readonly to: number; readonly oldTo: number } {
    const { back } = this.change;
    return { to: this.tree.length - back, oldTo: this.old.length - back };
  }

  /** A row in front of all that is new, around some of it. */
  private commonRow(): number {
    const { front } = this.change;
    const { to, oldTo } = this.changed;
    let row = Math.max(0, front - 1);
    for (let at = front; at < oldTo; at++) row = Math.min(row, Math.max(0, this.old.parent[at]!));
    for (let at = front; at < to; at++) row = Math.min(row, Math.max(0, this.tree.parent[at]!));
    return row;
  }

  /** The statements of the file, or members of a class, that hold all that is new. */
  private homeStatements(): Found | undefined {
    const { tree, old } = this;
    for (let row = this.commonRow(); row >= 0; row = tree.parent[row]!) {
      if (!isList(tree, row)) continue;
      const area = this.listed(row);
      if (area) return jumps(tree, area.from, area.to) || jumps(old, area.oldFrom, area.oldTo) ? undefined : area;
    }
    return undefined;
  }

  /** Those of one list; undefined where something else of its row is new. */
  private listed(list: number): Found | undefined {
    const { tree, old } = this;
    const { start, newEnd, front, rowShift } = this.change;
    const [end, oldEnd] = [list + tree.size[list]!, list + old.size[list]!];
    const { to: newTo, oldTo: changedTo } = this.changed;
    if (front <= list || newTo > end || changedTo > oldEnd) return undefined;
    let from = list + 1;
    while (from < front && tree.end[from]! <= start && old.end[from]! <= start) from += tree.size[from]!;
    from = Math.min(from, front);
    // One statement may stand in several rows, as one that declares several names: all of them, as they are and were.
    const firsts = [
      from < end ? together(tree, list, from) : undefined,
      from < oldEnd ? together(old, list, from) : undefined,
    ];
    from = Math.min(from, ...firsts.map((rows) => rows?.from ?? from));
    let to = from;
    let last = newEnd;
    while (to < end && (to < newTo || tree.start[to]! < last)) {
      last = Math.max(last, tree.end[to]!);
      to += tree.size[to]!;
    }
    const oldTo = to === end ? oldEnd : to - rowShift;
    if (oldTo < from || !areStatements(tree, from, to) || !areStatements(old, from, oldTo)) return undefined;
    return statements(from, to, from, oldTo, list);
  }

  /** Adds the function whose body holds a row, or which it is, or else the statement of the file; false where none does. */
  add(row: number): boolean {
    const { tree } = this;
    for (let at = row; at > 0; at = tree.parent[at]!) {
      const body = bodyOf(tree, at);
      if (body < 0 || (at !== row && !isWithin(tree, row, body)) || !this.isApart(at)) continue;
      if (this.found.some(({ inner: [now] }) => isIn(body, now))) return true;
      return this.addFunction(this.statementOf(at), body);
    }
    return this.addStatement(row);
  }

  private addFunction(row: number, body: number): boolean {
    const oldBody = this.oldBody(body);
    if (oldBody < 0) return false;
    const inner = [rowsOf(this.tree, body), rowsOf(this.old, oldBody)] as const;
    return this.addArea({ ...this.withThose(row), inner, isFunction: true });
  }

  /** The statement of the file, or the member of a class, that holds a row. */
  private addStatement(row: number): boolean {
    const { tree } = this;
    let at = row;
    while (at > 0 && !(isList(tree, tree.parent[at]!) && isStatement(tree, at))) at = tree.parent[at]!;
    if (at <= 0) return false;
    if (this.found.some(({ inner: [now] }) => isIn(at, now))) return true;
    const { from: first, to: end } = together(tree, tree.parent[at]!, at);
    const oldFirst = this.change.oldRow(first);
    const isKept = oldFirst >= 0 && this.change.oldRow(end - 1) === oldFirst + end - 1 - first;
    if (!isKept || jumps(tree, first, end)) return false;
    return this.addArea(statements(first, end, oldFirst, oldFirst + end - first, tree.parent[at]!));
  }

  /** A row that is not new, in both trees, with those beside it that stand at the same place, as accessors do. */
  private withThose(row: number): Area {
    const { tree, old, change } = this;
    const parent = tree.parent[row]!;
    const { from, to } = together(tree, parent, row);
    let last = from;
    while (last + tree.size[last]! < to) last += tree.size[last]!;
    const [oldFrom, oldLast] = [change.oldRow(from), change.oldRow(last)];
    return { from, to, oldFrom: oldLast < 0 ? -1 : oldFrom, oldTo: rowsOf(old, oldLast).to, parent };
  }

  private addArea(area: Found): boolean {
    if (area.oldFrom < 0) return false;
    const [now] = area.inner;
    const others = this.found.filter((other) => other.from >= other.to || !isIn(other.from, now));
    this.found = [...others, area].sort((a, b) => a.from - b.from);
    return true;
  }

  /** Whether what a function's body says changes nothing that is known in the function around it. */
  private isApart(row: number): boolean {
    const { tree } = this;
    return !this.language.scoping.lambdasShare || tree.kind[row] !== Kind.Lambda;
  }

  /** The statement that is little more than a lambda: patterns name what stands around one. */
  private statementOf(row: number): number {
    const { tree } = this;
    if (tree.kind[row] !== Kind.Lambda) return row;
    let at = row;
    while (at > 0 && tree.role[at] !== Role.Statement && tree.role[at] !== Role.Member) at = tree.parent[at]!;
    return at > 0 && tree.size[at]! <= 64 + 1.5 * tree.size[row]! ? at : row;
  }

  /** Bodies may be new themselves, as one of Python is where its first statement is; the function is not. */
  private oldBody(body: number): number {
    return bodyOf(this.old, this.change.oldRow(this.tree.parent[body]!));
  }
}

/** Rows of statements, now and as they were: all that they hold may be new. */
function statements(from: number, to: number, oldFrom: number, oldTo: number, parent: number): Found {
  const inner = [
    { from, to },
    { from: oldFrom, to: oldTo },
  ] as const;
  return { from, to, oldFrom, oldTo, parent, inner, isFunction: false };
}

export const isFunction = (tree: Tree, row: number): boolean =>
  tree.kind[row] === Kind.Function || tree.kind[row] === Kind.Lambda;

export const isWithin = (tree: Tree, row: number, around: number): boolean =>
  row >= around && row < around + tree.size[around]!;

export const isIn = (row: number, { from, to }: Rows): boolean => row >= from && row < to;

const rowsOf = (tree: Tree, row: number): Rows => ({ from: row, to: row + (tree.size[row] ?? 0) });

const isStatement = (tree: Tree, row: number): boolean =>
  tree.role[row] === Role.Statement || tree.role[row] === Role.Member;

/** Whether a row is a list of statements or members, none of which is run as often as the flow of a function says. */
const isList = (tree: Tree, row: number): boolean =>
  row === 0 ||
  tree.kind[row] === Kind.Class ||
  (tree.kind[row] === Kind.Block && tree.role[row] === Role.Body && isMadeOfFunctions(tree, tree.parent[row]!));

/** A lambda with fewer rows is a function like others, whatever it is made of. */
const LEAST_MODULE = 1000;

const modules = new WeakMap<Tree, Map<number, boolean>>();

/**
 * Whether a row is a large lambda more than half of which is functions: that of a module, or of a suite of tests. Its
 * statements count as the file's.
 */
export function isMadeOfFunctions(tree: Tree, row: number): boolean {
  if (tree.kind[row] !== Kind.Lambda || tree.size[row]! < LEAST_MODULE) return false;
  const known = modules.get(tree) ?? new Map<number, boolean>();
  modules.set(tree, known);
  let isModule = known.get(row);
  if (isModule === undefined) {
    isModule = functionsIn(tree, row) > tree.size[row]! / 2;
    known.set(row, isModule);
  }
  return isModule;
}

/** How many rows of another one are in functions within it. */
function functionsIn(tree: Tree, row: number): number {
  let inner = 0;
  for (let at = row + 1; at < row + tree.size[row]!; at++) {
    if (!isFunction(tree, at)) continue;
    inner += tree.size[at]!;
    at += tree.size[at]! - 1;
  }
  return inner;
}

function areStatements(tree: Tree, from: number, to: number): boolean {
  for (let row = from; row < to; row += tree.size[row]!) if (!isStatement(tree, row)) return false;
  return true;
}

/** The rows in another one that stand at the same place as one of them: a statement that declares several names is several. */
function together(tree: Tree, list: number, row: number): Rows {
  const end = list + tree.size[list]!;
  let [from, last] = [list + 1, -1];
  for (let at = list + 1; at < end; at += tree.size[at]!) {
    if (tree.start[at]! >= last) {
      if (at > row) return { from, to: at };
      from = at;
    }
    last = Math.max(last, tree.end[at]!);
  }
  return { from, to: end };
}

/** Whether what follows some statements may not be reached. */
function jumps(tree: Tree, from: number, to: number): boolean {
  for (let row = from; row < to; row++) {
    if (JUMPS.has(tree.kind[row]!)) return true;
    if (isFunction(tree, row)) row += tree.size[row]! - 1;
  }
  return false;
}

const JUMPS: ReadonlySet<number> = new Set([Kind.Return, Kind.Throw, Kind.Break, Kind.Continue, Kind.Yield]);

/** The block that is the body of a function; -1 for other rows, and where its statements count as the file's. */
export function bodyOf(tree: Tree, row: number): number {
  const body = row < 0 || !isFunction(tree, row) || isMadeOfFunctions(tree, row) ? -1 : childIn(tree, row, Role.Body);
  return body >= 0 && tree.kind[body] === Kind.Block ? body : -1;
}

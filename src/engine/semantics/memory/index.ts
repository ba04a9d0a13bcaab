// Memory of one tree: what is surely wrong with the places that pointers lead to, by function, when first asked for.
import type { MemoryFacts } from "../../languages/memory-facts";
import { Kind } from "../../tree/kinds";
import type { Tree } from "../../tree/tree";
import type { Names } from "../names";
import type { Atoms } from "../variables";
import { unitAround } from "../variables";
import type { Fault } from "./places";
import { Sizes } from "./sizes";
import { State } from "./values";
import { Walk } from "./walk";

export type { Fault } from "./places";

const NONE: ReadonlyMap<number, Fault> = new Map();

export class Memory {
  private readonly sizes: Sizes;
  private readonly known = new Map<number, ReadonlyMap<number, Fault>>();

  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    private readonly names: Names,
    facts: MemoryFacts,
  ) {
    this.sizes = new Sizes(tree, atoms, facts);
  }

  /** What is wrong, whenever it is come to, with what the operand of this row leads to. */
  faultOf(row: number): Fault | undefined {
    const unit = unitAround(this.tree, row);
    let faults = this.known.get(unit);
    if (!faults) {
      faults = this.walked(unit);
      this.known.set(unit, faults);
    }
    return faults.get(row);
  }

  /** Only functions that hold no others. */
  private walked(unit: number): ReadonlyMap<number, Fault> {
    const { tree } = this;
    if (tree.kind[unit] !== Kind.Function) return NONE;
    for (let row = unit + 1; row < unit + tree.size[unit]!; row++) {
      if (tree.kind[row] === Kind.Lambda || tree.kind[row] === Kind.Error) return NONE;
    }
    const walk = new Walk(tree, this.atoms, this.names, this.sizes, new State(), unit);
    walk.walk();
    return walk.faults;
  }
}

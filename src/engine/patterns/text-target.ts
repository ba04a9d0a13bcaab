// A text without a tree: only regular expressions find something in it.
import type { Binding, Match, Target } from "./match";

export class TextTarget implements Target {
  readonly floats = false;

  constructor(readonly text: string) {}

  find(): readonly Match[] {
    return [];
  }

  findIn(): readonly Match[] {
    return [];
  }

  same(left: Binding, right: Binding): boolean {
    return left.text === right.text;
  }

  hasType(): boolean {
    return false;
  }

  constant(): undefined {
    return undefined;
  }
}

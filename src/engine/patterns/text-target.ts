// A text without a tree: only regular expressions find something in it.
import type { Range } from "../tree/tree";
import type { Binding, Match, Piece, Target } from "./match";

export class TextTarget implements Target {
  readonly language = "regex";
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

  bindingAt({ start, end }: Range): Binding {
    return { start, end, text: this.text.slice(start, end), kind: "text", row: -1, count: 0 };
  }

  pieces({ text }: Binding): readonly Piece[] {
    return [{ text, kind: "other" }];
  }

  constant(): undefined {
    return undefined;
  }
}

// Texts of which parts are known: where they are cut, taken apart and asked.
import assert from "node:assert/strict";
import {
  between,
  betweenFromEnd,
  cut,
  foldStrands,
  type Strand,
  textOf,
  without,
} from "../../../src/engine/dataflow/strands";
import { NOTHING, type Value } from "../../../src/engine/dataflow/values";

const known = (text: string): Strand => ({ known: text, taints: [] });
/** What an attacker wrote: nothing is known of it. */
const open: Strand = { taints: [] };
const text = (value: string): Value => ({ taints: [], constant: { type: "string", value } });
const number = (value: number): Value => ({ taints: [], constant: { type: "number", value: BigInt(value) } });

const saysOf = (value: Value | undefined): unknown =>
  value?.constant && "value" in value.constant ? value.constant.value : undefined;

describe("texts that are known in parts", () => {
  const id = [known("id:"), open, known(";end")];

  it("are cut where the place is known", () => {
    assert.deepEqual(cut(id, 0, 2), [known("id")]);
    assert.deepEqual(cut(id, 3), [open, known(";end")]);
    assert.deepEqual(cut(id, 1, 9), [known("d:"), { taints: [] }]);
    assert.equal(cut([open, known("x")], 1), undefined);
  });

  it("lose what stands between two places", () => {
    assert.deepEqual(without(id, 0, 3), [open, known(";end")]);
    assert.deepEqual(without(id, 3), [known("id:")]);
    assert.equal(without([open], 1), undefined);
  });

  it("are taken apart up to the first part that is not known", () => {
    const { pieces, rest } = between([known("a|b|c"), open], "|");
    assert.deepEqual(pieces, [[known("a")], [known("b")]]);
    assert.deepEqual(rest, [known("c"), open]);
    assert.deepEqual(between([known("a|b|c")], "|", 2).pieces, [[known("a")], [known("b|c")]]);
  });

  it("have all that is left in the last of so many pieces, whatever it is", () => {
    assert.deepEqual(between([known("a|b"), open, known("|c")], "|", 2), {
      pieces: [[known("a")], [known("b"), open, known("|c")]],
    });
  });

  it("are taken apart from their end", () => {
    assert.deepEqual(betweenFromEnd([open, known("a::b::c")], "::", 2), {
      pieces: [[open, known("a::b")], [known("c")]],
    });
    const { pieces, rest } = betweenFromEnd([known("a|b"), open, known("c|d")], "|");
    assert.deepEqual(pieces, [[known("d")]]);
    assert.deepEqual(rest, [known("a|b"), open, known("c")]);
  });

  it("answer what their beginning tells, and nothing else", () => {
    const ask = (name: string, ...given: readonly Value[]): unknown => saysOf(foldStrands(name, id, given));
    assert.equal(ask("startsWith", text("id")), true);
    assert.equal(ask("startsWith", text("ix")), false);
    assert.equal(ask("startsWith", text("id:more")), undefined);
    assert.equal(ask("charAt", number(0)), "i");
    assert.equal(ask("charAt", number(5)), undefined);
    assert.equal(ask("indexOf", text(":")), 2n);
    assert.equal(ask("indexOf", text("?")), undefined);
    assert.equal(ask("equals", text("other")), false);
    assert.equal(ask("contains", text("end")), true);
    assert.equal(ask("isEmpty"), false);
    assert.equal(ask("substring", number(0), number(2)), "id");
    assert.equal(ask("substring", NOTHING), undefined);
    assert.equal(ask("before", text(":")), "id");
  });

  it("are a known text where all of it is", () => {
    assert.equal(saysOf(textOf([known("a"), known("b")])), "ab");
    assert.equal(saysOf(textOf([known("a"), open])), undefined);
  });
});

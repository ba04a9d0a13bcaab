import assert from "node:assert/strict";
import { runInNewContext } from "node:vm";
import { javascript } from "../../../src/engine/languages/javascript";
import { type Language, loweringOf } from "../../../src/engine/languages/language";
import { python } from "../../../src/engine/languages/python";
import { tsx, typescript } from "../../../src/engine/languages/typescript";
import { Semantics } from "../../../src/engine/semantics";
import { applyChanges } from "../../../src/engine/syntax";
import { REAL_FILES, random, randomChanges } from "../syntax/support";
import { arguments_, grammarOf, snippet, written } from "./support";

/** Writes random programs that note their variables by `f(variable, place)` and branch on `x()`. */
class Programs {
  private places = 0;
  private labels = 0;
  private open: { readonly name: string; readonly loop: boolean }[] = [];

  constructor(private readonly next: () => number) {}

  program(): string {
    this.places = 0;
    // Each variable has two values at least: what is assigned once is not the walk's business.
    return `function main() { let k = "a", j = "b"; k = "c"; j = "d"; ${this.statements(4)} } main();`;
  }

  private pick<T>(...of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)]!;
  }

  private statements(depth: number): string {
    return Array.from({ length: 1 + Math.floor(this.next() * 4) }, () => this.statement(depth)).join(" ");
  }

  private expression(): string {
    const text = this.pick('"a"', '"b"', '"a"', "k", "j");
    return this.pick(text, text, text, text, text, `${text} + "a"`, `(x() ? ${text} : "b")`, `(k = ${text})`, "u()");
  }

  private statement(depth: number): string {
    const variable = this.pick("k", "j");
    if (depth === 0 || this.next() < 0.45) {
      return this.pick(
        `f(${variable}, ${this.places++});`,
        `f(${variable}, ${this.places++});`,
        `${variable} = ${this.expression()};`,
        `${variable} = "a";`,
        `x() && (${variable} = ${this.expression()});`,
        `({ ${variable} } = { ${variable}: ${this.expression()} });`,
        this.leave(),
      );
    }
    const kind = this.pick("if", "else", "while", "do", "for", "switch", "try", "finally", "label", "lambda");
    return this.compound(kind, depth - 1);
  }

  private leave(): string {
    const around = this.pick(undefined, ...this.open);
    if (!around) return this.pick("", `if (x()) throw 1;`);
    const jump = `${this.pick("break", around.loop ? "continue" : "break")} ${around.name};`;
    return `if (x()) { ${this.pick("k", "j")} = ${this.expression()}; ${jump} }`;
  }

  private inside(name: string, loop: boolean, depth: number): string {
    this.open.push({ name, loop });
    const body = this.statements(depth);
    this.open.pop();
    return body;
  }

  private compound(kind: string, depth: number): string {
    const label = `l${this.labels++}`;
    const block = () => `{ ${this.statements(depth)} }`;
    switch (kind) {
      case "if":
        return `if (x()) ${block()}`;
      case "else":
        return `if (x()) ${block()} else ${block()}`;
      case "while":
        return `${label}: while (x()) { ${this.inside(label, true, depth)} }`;
      case "do":
        return `${label}: do { ${this.inside(label, true, depth)} } while (x());`;
      case "for":
        return `${label}: for (k = ${this.expression()}; x(); j = ${this.expression()}) { ${this.inside(label, true, depth)} }`;
      case "switch": {
        const branch = (test: string) => `${test}: ${this.inside(label, false, depth)} ${this.pick("", "break;")}`;
        const branches = [branch("case true"), branch("case 1"), branch(this.pick("default", "case 2"))];
        return `${label}: switch (x()) { ${branches.join(" ")} }`;
      }
      case "try":
        return `try ${block()} catch ${block()}`;
      case "finally":
        return `try ${block()} catch ${block()} finally ${block()}`;
      case "label":
        return `${label}: { ${this.inside(label, false, depth)} }`;
      default: {
        const around = this.open;
        this.open = [];
        // Most have variables of their own, as what they write of the function's is not followed.
        const own = this.next() < 0.9 ? 'let k = "e", j = "f"; k = "f"; j = "e";' : "";
        const lambda = `(() => { ${own} ${this.statements(depth)} })();`;
        this.open = around;
        return lambda;
      }
    }
  }
}

/** The values seen at each place in one run of a program; runs end early where their fuel does. */
function run(text: string, seed: number): [value: unknown, place: number][] {
  const next = random(seed);
  const seen: [unknown, number][] = [];
  let fuel = 150;
  const x = (): boolean => {
    if (fuel-- <= 0) throw new Error("no fuel");
    return next() < 0.5;
  };
  const u = (): string => `u${Math.floor(next() * 100)}`;
  try {
    runInNewContext(text, { f: (value: unknown, place: number) => seen.push([value, place]), x, u }, { timeout: 5000 });
  } catch (error) {
    if (error !== 1 && !(error instanceof Error && error.message === "no fuel")) throw error;
  }
  return seen;
}

/** Places in order of the text: calls are written in another order than they are numbered. */
function placesOf(text: string): number[] {
  return [...text.matchAll(/f\(\w+, (\d+)\)/g)].map((match) => Number(match[1]));
}

describe("semantics: what is said to be known is so", () => {
  it("holds in every run of random programs", async () => {
    const programs = new Programs(random(7));
    let checked = 0;
    for (let round = 0; round < 300; round++) {
      const text = programs.program();
      const made = await snippet("js", text);
      const places = placesOf(text);
      const known = new Map<number, string>();
      for (const [index, row] of arguments_(made).entries()) {
        known.set(places[index]!, written(made.semantics.constantOf(row)));
      }
      for (let seed = 0; seed < 8; seed++) {
        for (const [value, place] of run(text, seed)) {
          const claim = known.get(place);
          if (claim === "-") continue;
          checked++;
          const holds = claim === "string" ? typeof value === "string" : claim === JSON.stringify(value);
          assert.ok(holds, `${JSON.stringify(value)} is not ${claim} at ${place} in\n${text}`);
        }
      }
    }
    assert.ok(checked > 2000, `only ${checked} values`);
  });

  const languages: Record<keyof typeof REAL_FILES, Language> = { javascript, typescript, tsx, python };
  for (const [name, language] of Object.entries(languages)) {
    it(`answers for any text of ${name}`, async () => {
      const loaded = await grammarOf(language);
      const next = random(11);
      for (const original of REAL_FILES[name as keyof typeof REAL_FILES]()) {
        let text = original;
        for (let edit = 0; edit < 6; edit++) {
          const parsed = loaded.parse(text);
          const tree = loweringOf(language, loaded).lower(parsed);
          const semantics = new Semantics(tree, parsed.interner, language);
          for (let row = 0; row < tree.length; row++) {
            semantics.constantOf(row);
            semantics.canonicalPath(row);
            const declaration = semantics.declarationOf(row);
            if (declaration >= 0) assert.equal(semantics.declarationOf(declaration), declaration);
            assert.ok(semantics.initialiserOf(row) < tree.length);
          }
          text = applyChanges(text, randomChanges(next, text.length));
        }
      }
    });
  }
});

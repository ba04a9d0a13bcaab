// Times key presses on one file in the worker's own code, on this thread, so that the parser's share can be told apart.
// Run as a bundle: ROOT FILE LANGUAGE SECONDS SEED [RULES]; prints a Keystrokes.
import { readFileSync } from "node:fs";
import { Parser } from "web-tree-sitter";
import { seeded } from "../random";
import { asMeasurement } from "./child";
import { now, since } from "./clock";
import type { Conversation } from "./conversation";
import type { Keystroke, Keystrokes, State } from "./keystrokes";
import { randomLine } from "./typing";
import { workerHere } from "./worker-here";

/** Milliseconds that tree-sitter itself has parsed. */
let parsing = 0;
const { parse } = Parser.prototype;
Parser.prototype.parse = function (...given: Parameters<typeof parse>) {
  const started = now();
  try {
    return Reflect.apply(parse, this, given);
  } finally {
    parsing += since(started);
  }
};

/** The share of the time before key presses count, for V8 to compile what it will. */
const WARM_UP = 0.25;
/** Enough to tell the slowest twentieth. */
const MOST_LINES = 60;

async function press(worker: Conversation, file: string, at: number, letter: string): Promise<Keystroke> {
  parsing = 0;
  const started = now();
  const { hasSyntaxErrors, unsettled } = await worker.edit(file, at, at, letter);
  const whole = since(started);
  const after = at + letter.length;
  // The last range is the statement that was edited; the others hold the errors.
  const isHere = unsettled.slice(0, -1).every(({ start, end }) => start <= after && after <= end);
  const state: State = !hasSyntaxErrors ? "error-free" : isHere ? "error here" : "error elsewhere";
  return { state, whole, parsing };
}

asMeasurement(async (root, [file = "", language = "", seconds, seed, own]): Promise<Keystrokes> => {
  const worker = workerHere(root);
  const rules = await worker.start(own === undefined ? [] : [{ uri: own, path: own, text: readFileSync(own, "utf8") }]);
  const text = readFileSync(file, "utf8");
  const { findings } = await worker.open(file, language, text);
  const random = seeded(Number(seed));
  const keystrokes: Keystroke[] = [];
  const started = performance.now();
  const spent = (): number => (performance.now() - started) / (1000 * Number(seconds));
  for (let line = 0; line < MOST_LINES && spent() < 1; line++) {
    const { offset, letters } = randomLine(text, random);
    let at = offset;
    for (const letter of letters) {
      if (spent() >= 1) break;
      const one = await press(worker, file, at, letter);
      at += letter.length;
      if (spent() > WARM_UP) keystrokes.push(one);
    }
    await worker.edit(file, offset, at, "");
  }
  const lines = text.split("\n").length - 1;
  return { rules, lines, findings: findings.length, keystrokes, problems: [...worker.problems] };
});

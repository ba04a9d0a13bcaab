// Times key presses on one file, in the worker's own code, here on the main thread so that the parser's share can be
// told apart. Run as a bundle: FILE LANGUAGE LINES SEED; prints a Keystrokes as JSON.
import { readFileSync } from "node:fs";
import { Parser } from "web-tree-sitter";
import type { FromWorker, ToWorker } from "../../worker/protocol";
import { startWorker } from "../../worker/start";
import { seeded } from "../random";
import { Conversation } from "./conversation";
import type { Keystroke, Keystrokes } from "./keystrokes";
import { randomLine } from "./typing";

/** Milliseconds that tree-sitter itself has parsed. */
let parsing = 0;
const { parse } = Parser.prototype;
Parser.prototype.parse = function (...given: Parameters<typeof parse>) {
  const started = performance.now();
  try {
    return Reflect.apply(parse, this, given);
  } finally {
    parsing += performance.now() - started;
  }
};

/** The worker's code in this thread; messages are cloned as they would be on their way to another. */
function workerHere(asset: (path: string) => Uint8Array): Conversation {
  let toHost: (message: FromWorker) => void = () => {};
  let toWorker: (message: ToWorker) => void = () => {};
  const deliver = <Message>(message: Message, to: (message: Message) => void): void => {
    const copy = structuredClone(message);
    setImmediate(() => to(copy));
  };
  startWorker(
    {
      post: (message) => deliver(message, (copy) => toHost(copy)),
      onMessage: (listener) => {
        toWorker = listener;
      },
    },
    () => new Promise((resolve) => setImmediate(resolve)),
  );
  return new Conversation({
    post: (message) => deliver(message, (copy) => toWorker(copy)),
    onMessage: (listener) => {
      toHost = listener;
    },
    asset,
  });
}

/** Lines typed before the clock counts, for V8 to compile what it will. */
const WARM_UP = 4;

async function main([root, file, language, lines, seed]: readonly string[]): Promise<void> {
  const worker = workerHere((path) => readFileSync(`${root}/${path}`));
  const rules = await worker.start();
  const text = readFileSync(file!, "utf8");
  await worker.open("bench", language!, text);
  const random = seeded(Number(seed));
  const keystrokes: Keystroke[] = [];
  for (let line = -WARM_UP; line < Number(lines); line++) {
    const { offset, letters } = randomLine(text, random);
    let at = offset;
    for (const letter of letters) {
      parsing = 0;
      const started = performance.now();
      const { hasSyntaxErrors, unsettled } = await worker.edit("bench", at, at, letter);
      const whole = performance.now() - started;
      at += letter.length;
      // The last range is the statement that was edited; the others hold the errors.
      const isHere = unsettled.slice(0, -1).every(({ start, end }) => start <= at && at <= end);
      const state = !hasSyntaxErrors ? "error-free" : isHere ? "error here" : "error elsewhere";
      if (line >= 0) keystrokes.push({ state, whole, parsing });
    }
    await worker.edit("bench", offset, at, "");
  }
  const result: Keystrokes = { rules, lines: text.split("\n").length, keystrokes, problems: [...worker.problems] };
  console.log(JSON.stringify(result));
  process.exit(0);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

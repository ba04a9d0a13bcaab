// Opens documents and edits them, in a process that holds only the worker. Run as a bundle, with --expose-gc:
// ROOT LIST EDITS, where LIST names a JSON file of [path, language]; prints a Memory.
import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { pick, seeded } from "../random";
import { asMeasurement } from "./child";
import type { Held, Memory } from "./memory";
import { randomLine } from "./typing";
import { workerHere } from "./worker-here";

/**
 * What the process holds after what is garbage was freed: V8 keeps pages of it for what comes next. What a weak reference
 * was asked for lives until the turn ends, and what it held until it is collected: hence twice.
 */
async function held(): Promise<Held> {
  if (!global.gc) throw new Error("This measurement needs --expose-gc.");
  for (let times = 0; times < 2; times++) {
    await setImmediate();
    global.gc();
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { resident: rss, live: heapUsed + arrayBuffers };
}

asMeasurement(async (root, [list = "", edits]): Promise<Memory> => {
  const worker = workerHere(root);
  await worker.start();
  const started = await held();
  const files: readonly (readonly [path: string, language: string])[] = JSON.parse(readFileSync(list, "utf8"));
  const texts = files.map(([path]) => readFileSync(path, "utf8"));
  for (const [index, [path, language]] of files.entries()) await worker.open(path, language, texts[index]!);
  const opened = await held();
  const random = seeded(1);
  const edited: Held[] = [];
  const most = Number(edits);
  for (let done = 0; done < most; ) {
    const [path] = pick(random, files);
    const text = texts[files.findIndex(([name]) => name === path)]!;
    const { offset, letters } = randomLine(text, random);
    let at = offset;
    // A fast typist: the worker sees several letters before it answers.
    const typed: Promise<unknown>[] = [];
    for (const letter of letters) {
      typed.push(worker.edit(path, at, at, letter));
      at += letter.length;
      if (typed.length % 8 === 0) await typed.at(-1);
    }
    typed.push(worker.edit(path, offset, at, ""));
    await typed.at(-1);
    const before = Math.floor((4 * done) / most);
    done += letters.length + 1;
    if (Math.floor((4 * done) / most) > before) edited.push(await held());
  }
  return { documents: files.length, started, opened, edited };
});

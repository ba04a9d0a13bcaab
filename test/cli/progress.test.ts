import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { Progress } from "../../src/cli/progress";

/** What is written while two of three files are done, with a pause between them. */
async function written(isTTY: boolean): Promise<string> {
  let text = "";
  const stream = { isTTY, write: (part: string) => (text += part) } as unknown as NodeJS.WriteStream;
  const progress = new Progress(stream, 3);
  progress.step();
  await wait(120);
  progress.step();
  progress.end();
  return text;
}

describe("Progress", () => {
  it("updates one line of a terminal and takes it away", async () => {
    assert.match(await written(true), /\rScanning 2 of 3 files\r {21}\r$/);
  });

  it("writes nothing elsewhere", async () => {
    assert.equal(await written(false), "");
  });
});

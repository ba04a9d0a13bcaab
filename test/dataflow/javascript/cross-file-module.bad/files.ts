import { readFile } from "node:fs/promises";
import { join } from "node:path";

export async function load(name: string): Promise<string> {
  return readFile(join("/srv/manuals", name), "utf8"); // expect: CWE-22
}

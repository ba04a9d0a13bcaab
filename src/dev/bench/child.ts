// Measurements each run in a process of their own, from a bundle; what they find out comes back as JSON.
import { spawnSync } from "node:child_process";
import { root } from "../paths";

/** Runs a bundle with the project's folder as its first argument; throws an Error where it fails. */
export function measure<Result>(bundle: string, args: readonly string[], options: readonly string[] = []): Result {
  const { status, stdout } = spawnSync(process.execPath, [...options, bundle, root, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${bundle} ${args.join(" ")} ended with ${status ?? "a signal"}.`);
  return JSON.parse(stdout) as Result;
}

/** The whole of a measurement's process: prints what `main` finds out and ends, worker or not. */
export function asMeasurement(main: (root: string, args: readonly string[]) => Promise<unknown>): void {
  const [root = "", ...args] = process.argv.slice(2);
  main(root, args).then(
    (result) => process.stdout.write(JSON.stringify(result), () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

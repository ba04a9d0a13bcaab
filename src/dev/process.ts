// Child processes of the tasks.
import { spawn } from "node:child_process";
import { inRoot, root } from "./paths";

/**
 * Runs a program with its output passed through, in the project's root unless told where.
 * @returns its exit code; 1 where a signal ended it
 */
export function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd: string = root,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a tool of node_modules, named by its script's path inside there. */
export function runTool(script: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number> {
  return run(process.execPath, [inRoot("node_modules", script), ...args], env);
}

/** Runs a task as the process: its result is the exit code; a rejection is printed, and is 1. */
export function asTask(task: (args: readonly string[]) => Promise<number>): void {
  task(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}

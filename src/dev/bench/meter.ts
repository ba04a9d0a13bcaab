// The processor time of other programs.
import { spawnSync } from "node:child_process";

/** A program that has run. */
export interface Metered {
  readonly status: number;
  /** What it said on standard error. */
  readonly said: string;
  /** Of the processor, in the program and in what it started. */
  readonly milliseconds: number;
}

/** The shell's own time and its children's; two lines, the second is that of the children. */
const TIMES = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/;

/** Runs a program to its end, its output to a file. It is a shell that knows the time, so there has to be one. */
export function metered(program: readonly string[], cwd: string, output: string): Metered {
  const script = '"$@" >"$0"; status=$?; times; exit $status';
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script, output, ...program], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const times = TIMES.exec(stdout);
  if (status === null || times === null) throw new Error(`${program[0]} did not end: ${stderr.slice(-2_000)}`);
  const [minutes = 0, seconds = 0, more = 0, rest = 0] = times.slice(1).map(Number);
  return { status, said: stderr, milliseconds: 1000 * (60 * (minutes + more) + seconds + rest) };
}

/** Whether there is such a program on the PATH. */
export const isOnPath = (program: string): boolean =>
  spawnSync("sh", ["-c", 'command -v "$0"', program], { stdio: "ignore" }).status === 0;

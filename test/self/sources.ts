// The project's own files, as the self checks read them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inRoot, root } from "../../src/dev/paths";

/** Every file of the project that git does not ignore, as a path with `/` from its root, in order. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return [...new Set(listed.split("\0"))].filter((path) => path !== "" && existsSync(inRoot(path))).sort();
}

/** The text of a file of the project. */
export const read = (path: string): string => readFileSync(inRoot(path), "utf8");

/** Whether the file is TypeScript that we write, and not something for Caveat to look at. */
export const isOurTypeScript = (path: string): boolean =>
  /^(src|test)\/.*\.ts$/.test(path) &&
  !/^test\/(examples|recall|dataflow\/[^/]+)\/|\/(fixtures|workspace)\//.test(path);

export interface Import {
  /** As it is written. */
  readonly from: string;
  /** Whether nothing of it is left when types are taken away. */
  readonly typeOnly: boolean;
  /** Counted from 1. */
  readonly line: number;
}

const importForms =
  /^\s*(?:import|export)\s+(type\s+)?([^;"'`]*?)\s*from\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\b(?:import|require)\(\s*"([^"]+)"\s*\)/gm;

/** Every import of a file that our formatter has formatted, whichever way it is written. */
export function importsOf(text: string): Import[] {
  const withoutComments = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  return [...withoutComments.matchAll(importForms)].map((match) => {
    const [whole, type, names = "", from, bare, called] = match;
    const listed = /^\{([^}]*)\}$/
      .exec(names.trim())?.[1]
      .split(",")
      .filter((name) => name.trim() !== "");
    const onlyTypes = listed !== undefined && listed.length > 0 && listed.every((name) => /^\s*type\s/.test(name));
    const start = match.index + whole.length - whole.trimStart().length;
    return {
      from: from ?? bare ?? called,
      typeOnly: type !== undefined || onlyTypes,
      line: withoutComments.slice(0, start).split("\n").length,
    };
  });
}

// The language of a file, by its name and, failing that, by the interpreter that its first line names.

import { languages } from "../engine/languages";

/** The canonical name of the language; undefined when it is none that has a grammar. */
export function languageOf(path: string, firstLine = ""): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const byName = languages.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
  if (byName !== undefined || name.includes(".")) {
    return byName?.id;
  }
  const interpreter = /^#!.*?([^/\s]+?)[\d.]*(?:\s+-\S*)*\s*$/.exec(firstLine.trimEnd())?.[1];
  return languages.find(({ interpreters }) => interpreters.includes(interpreter ?? ""))?.id;
}

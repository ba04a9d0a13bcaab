// All `.caveat.yml` of a project, and which of them hold for a file.

import {
  CONFIGURATION_FILE,
  type Configuration,
  type Layer,
  parseConfiguration,
  type ResolvedConfiguration,
  resolveConfiguration,
} from "./configuration";
import type { ConfigurationProblem } from "./shape";

/** A configuration file; `path` relative to the project's root, with `/`. */
export interface ConfigurationText {
  readonly path: string;
  readonly text: string;
}

export class ConfigurationTree {
  /** Mistakes by the path of their file. */
  readonly problems: ReadonlyMap<string, readonly ConfigurationProblem[]>;
  readonly #layers = new Map<string, Configuration>();
  readonly #resolved = new Map<string, ResolvedConfiguration>();

  /** `below` are the editor's settings, `above` the command line's options. */
  constructor(
    files: readonly ConfigurationText[],
    private readonly below: Configuration = {},
    private readonly above: Configuration = {},
  ) {
    const problems = new Map<string, readonly ConfigurationProblem[]>();
    for (const { path, text } of files) {
      const parsed = parseConfiguration(text);
      this.#layers.set(folderOf(path), parsed.configuration);
      problems.set(path, parsed.problems);
    }
    this.problems = problems;
  }

  /** What holds for a file; the same object for all files with the same configuration. */
  forPath(path: string): ResolvedConfiguration {
    return this.#forFolder(folderOf(path));
  }

  /** Every configuration that holds somewhere, the root's among them. */
  all(): ResolvedConfiguration[] {
    return [...new Set(["", ...this.#layers.keys()])].map((folder) => this.#forFolder(folder));
  }

  #forFolder(folder: string): ResolvedConfiguration {
    const known = this.#resolved.get(folder);
    if (known !== undefined) {
      return known;
    }
    const own = folder === "" || this.#layers.has(folder);
    const resolved = own ? resolveConfiguration(this.#layersOf(folder), this.above) : this.#forFolder(folderOf(folder));
    this.#resolved.set(folder, resolved);
    return resolved;
  }

  #layersOf(folder: string): Layer[] {
    const parents = folder === "" ? [{ folder: "", configuration: this.below }] : this.#layersOf(folderOf(folder));
    const configuration = this.#layers.get(folder);
    return configuration === undefined ? parents : [...parents, { folder, configuration }];
  }
}

/** The folder of a path; "" at the top. */
function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** Whether a path names a configuration file. */
export function isConfigurationFile(path: string): boolean {
  return path === CONFIGURATION_FILE || path.endsWith(`/${CONFIGURATION_FILE}`);
}

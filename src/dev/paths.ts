// Where things stand in the project and in its cache.
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");

/** What may be downloaded again: VS Code's server, its Node, a browser. Kept outside the tree by CAVEAT_CACHE. */
export const cacheFolder = process.env.CAVEAT_CACHE ? resolve(process.env.CAVEAT_CACHE) : join(root, ".cache");

/** Screenshots and other things that a test run leaves to look at. */
export const artifactsFolder = join(root, "artifacts");

/** A path inside the project. */
export const inRoot = (...parts: string[]): string => join(root, ...parts);

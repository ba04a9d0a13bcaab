// Globs as people write them: `test`, `*.spec.js`, `src/**/vendor`, `/build`, `**/*.{js,ts}`.
import picomatch from "picomatch";

const cache = new Map<string, (path: string) => boolean>();

/**
 * Whether any glob fits a path, which has `/` and no leading one. A glob names a file or a folder with all that is in
 * it, at any depth; with a leading `/` only from the top.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const key = globs.join("\u0000");
  let matcher = cache.get(key);
  if (matcher === undefined) {
    matcher = globs.length === 0 ? () => false : picomatch(globs.flatMap(variants), { dot: true, posix: true });
    cache.set(key, matcher);
  }
  return matcher;
}

function variants(glob: string): string[] {
  const plain = glob.replace(/^\.\//, "").replace(/\/+$/, "");
  const top = plain.startsWith("/");
  const name = plain.replace(/^\/+/, "");
  return top ? [name, `${name}/**`] : [name, `${name}/**`, `**/${name}`, `**/${name}/**`];
}

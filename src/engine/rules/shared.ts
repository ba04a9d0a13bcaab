// Shared texts of the built-in rules: a part that many rules need is written once and put where a rule names it.
import { type Located, LocatedError, type LocatedMap, mapOf, readLocated, textOf } from "./located";

/** By name: a list (its items take the place's), or any other value. */
export type SharedTexts = ReadonlyMap<string, Located>;

/** The key that names a shared text: `- shared: request-data`. */
const KEY = "shared";

/** Reads files that map names to values; throws LocatedError at the first mistake, a name given twice among them. */
export function readSharedTexts(texts: readonly string[]): SharedTexts {
  const shared = new Map<string, Located>();
  for (const text of texts) {
    for (const [name, { at, value }] of mapOf(readLocated(text), "A file of shared texts").entries) {
      if (shared.has(name)) throw new LocatedError(`The shared text \`${name}\` is given twice.`, at);
      shared.set(name, value);
    }
  }
  return shared;
}

/** The value with every shared text in its place; one may name others. Throws LocatedError for a name that there is not. */
export function withShared(node: Located, shared: SharedTexts, open: readonly string[] = []): Located {
  if (node.type === "scalar") return node;
  if (node.type === "map") {
    const used = sharedName(node);
    if (used !== undefined) return resolve(used, node, shared, open);
    const entries = [...node.entries].map(
      ([key, { at, value }]) => [key, { at, value: withShared(value, shared, open) }] as const,
    );
    return { ...node, entries: new Map(entries) };
  }
  const items = node.items.flatMap((item) => {
    const expanded = withShared(item, shared, open);
    const spliced = item.type === "map" && sharedName(item) !== undefined && expanded.type === "list";
    return spliced ? expanded.items : [expanded];
  });
  return { ...node, items };
}

function sharedName(map: LocatedMap): string | undefined {
  const entry = map.entries.get(KEY);
  return entry && map.entries.size === 1 ? textOf(entry.value, `\`${KEY}\``) : undefined;
}

function resolve(name: string, at: Located, shared: SharedTexts, open: readonly string[]): Located {
  const value = shared.get(name);
  if (!value) throw new LocatedError(`There is no shared text \`${name}\`.`, at.at);
  if (open.includes(name)) throw new LocatedError(`The shared text \`${name}\` contains itself.`, at.at);
  return withShared(value, shared, [...open, name]);
}

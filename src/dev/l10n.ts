// Collects the texts that the editor shows, for translators: src/editor/media/l10n/bundle.l10n.json.
import { readFileSync, writeFileSync } from "node:fs";
import { filesUnder } from "./files";
import { inRoot } from "./paths";
import { asTask } from "./process";

export const bundleFile = inRoot("src/editor/media/l10n/bundle.l10n.json");

/** Every text that the sources of the editor room hand to `t`, in order. */
export function collectTexts(): string[] {
  const texts = new Set<string>();
  for (const file of filesUnder(inRoot("src/editor")).filter((name) => name.endsWith(".ts"))) {
    for (const [, literal] of readFileSync(file, "utf8").matchAll(/\bt\(\s*("(?:[^"\\]|\\.)*")/g)) {
      texts.add(JSON.parse(literal));
    }
  }
  return [...texts].sort();
}

/** What the bundle is to hold. */
export function bundleText(): string {
  return `${JSON.stringify(Object.fromEntries(collectTexts().map((text) => [text, text])), null, 2)}\n`;
}

if (require.main === module) {
  asTask(async () => {
    writeFileSync(bundleFile, bundleText());
    return 0;
  });
}

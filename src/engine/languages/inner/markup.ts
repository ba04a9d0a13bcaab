// Scripts of a page, and code in its attributes; single-file components of Vue and Svelte have the same form.
import type { InnerLanguages, InnerRegion } from "../language";
import { RawView } from "./raw-view";

const SCRIPT_LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/^(?:text\/)?(?:typescript|ts)$/i, "typescript"],
  [/^tsx$/i, "tsx"],
  [
    /^$|^module$|^(?:text|application)\/(?:java|ecma|x-java)script$|^(?:text\/)?(?:javascript|js|jsx|babel)$/i,
    "javascript",
  ],
];

/** Attributes whose value is code: event handlers, and Vue's listeners and bindings. */
const CODE = /^(?:on[a-z]+|(?:@|v-on:|:|v-bind:)[\w.:-]+|v-(?:if|else-if|show|html|text|model))$/i;

const languageOf = (name: string): string | undefined =>
  SCRIPT_LANGUAGES.find(([expression]) => expression.test(name.trim()))?.[1];

export const scripts: InnerLanguages = {
  languages(text) {
    if (!/<script|\bon[a-z]+\s*=|[\s"'](?:@|:|v-)[\w.:-]+\s*=/i.test(text)) return [];
    return /lang\s*=\s*["']?tsx/i.test(text)
      ? ["javascript", "typescript", "tsx"]
      : /(?:lang|type)\s*=\s*["']?[\w/]*(?:ts|typescript)\b/i.test(text)
        ? ["javascript", "typescript"]
        : ["javascript"];
  },

  regions(parsed, grammar) {
    const view = new RawView(parsed, grammar);
    const regions: InnerRegion[] = [];
    let script = "javascript";
    for (const row of view.rowsOf("script_element")) {
      const attributes = new Map(attributesOf(view, view.child(row, "start_tag")));
      const language = languageOf(attributes.get("lang") ?? attributes.get("type") ?? "");
      const content = view.child(row, "raw_text");
      if (language === undefined || content < 0) continue;
      script = language;
      regions.push({ language, ranges: [view.range(content)] });
    }
    for (const row of view.rowsOf("attribute")) {
      const name = view.child(row, "attribute_name");
      const value = valueRow(view, row);
      if (name < 0 || value < 0 || !CODE.test(view.textOf(name))) continue;
      const text = view.textOf(value).trimStart();
      // An object would be read as a block.
      if (text === "" || text.startsWith("{")) continue;
      // Browsers know JavaScript alone; a component's template is in the language of its script.
      const language = /^on/i.test(view.textOf(name)) ? "javascript" : script;
      regions.push({ language, ranges: [view.range(value)] });
    }
    return regions;
  },
};

function* attributesOf(view: RawView, tag: number): Generator<[string, string]> {
  if (tag < 0) return;
  for (const row of view.children(tag)) {
    if (view.kind(row) !== "attribute") continue;
    const value = valueRow(view, row);
    yield [view.textOf(view.child(row, "attribute_name")).toLowerCase(), value < 0 ? "" : view.textOf(value)];
  }
}

function valueRow(view: RawView, attribute: number): number {
  const quoted = view.child(attribute, "quoted_attribute_value");
  return view.child(quoted < 0 ? attribute : quoted, "attribute_value");
}

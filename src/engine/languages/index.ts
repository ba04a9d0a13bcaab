// Every language the engine knows. Adding one: its file here, its grammar in `grammars/`, its folder in `src/rules`.
import { bash } from "./bash";
import { c } from "./c";
import { cpp } from "./cpp";
import { csharp } from "./csharp";
import { dockerfile } from "./dockerfile";
import { go } from "./go";
import { html, svelte, vue } from "./html";
import { java } from "./java";
import { javascript } from "./javascript";
import { json } from "./json";
import { kotlin } from "./kotlin";
import type { Language } from "./language";
import { php } from "./php";
import { powershell } from "./powershell";
import { properties } from "./properties";
import { python } from "./python";
import { ruby } from "./ruby";
import { rust } from "./rust";
import { scala } from "./scala";
import { solidity } from "./solidity";
import { swift } from "./swift";
import { terraform } from "./terraform";
import { tsx, typescript } from "./typescript";
import { xml } from "./xml";
import { yaml } from "./yaml";

export const languages: readonly Language[] = [
  javascript,
  typescript,
  tsx,
  python,
  bash,
  java,
  kotlin,
  go,
  rust,
  swift,
  terraform,
  php,
  ruby,
  powershell,
  csharp,
  c,
  cpp,
  scala,
  solidity,
  yaml,
  dockerfile,
  json,
  html,
  vue,
  svelte,
  xml,
  properties,
];

const byName = new Map<string, Language>();
for (const language of languages) for (const name of [language.id, ...language.aliases]) byName.set(name, language);

/** By canonical name, Semgrep's alias or VS Code's language id; undefined where no grammar is at hand. */
export function languageNamed(name: string): Language | undefined {
  return byName.get(name.toLowerCase());
}

export type { Language } from "./language";

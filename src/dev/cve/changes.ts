// What a commit changed, and whether the list can take it for a repair.
import { basename, extname } from "node:path";
import { type CveLanguage, LANGUAGES } from "./advisories";

/** First and last of some lines, counted from one. */
export type Lines = readonly [first: number, last: number];

/** A file of a repair, with the lines that differ in the text before and in the text after. */
export interface ChangedFile {
  readonly path: string;
  readonly before: readonly Lines[];
  readonly after: readonly Lines[];
}

/** Endings of files that hold code or templates, in any language. */
const SOURCE = new Set(
  (
    "astro bash c cc cfm cgi cjs clj coffee cpp cs cshtml cts dart ejs erb erl ex exs ftl go gohtml groovy gsp h haml " +
    "handlebars hbs hpp htm html inc j2 java jinja jinja2 jelly js jsp jspx jsx kt liquid lua mjs mts mustache njk " +
    "phtml php pl pm ps1 pug pxi py pyx razor rb rs scala sh slim svelte swift tag tmpl tpl ts tsx twig vb vm volt vue " +
    "xhtml xq xsl zpt"
  )
    .split(" ")
    .map((ending) => `.${ending}`),
);

/** Folders and files that are no part of what runs: tests, examples, documents, and what is built or copied in. */
const ASIDE =
  /(^|[/._-])(tests?|specs?|__tests__|__mocks__|testing|testdata|fixtures?|mocks?|examples?|samples?|demos?|docs?|documentation|vendor|third[_-]party|node_modules|dist|e2e|cypress|benchmarks?)(?=[/._-]|$)/i;
const ASIDE_NAME =
  /(Tests?|Spec|TestCase|IT)\.(java|cs|php|kt|groovy)$|^(test|conftest|setup)(_.*)?\.py$|\.min\.js$|\.d\.ts$/;
const VERSION_NAME = /^_{0,2}(version|about)_{0,2}\.\w+$/i;

/** Whether the file is source code (or a template) of what runs. */
export function isSource(path: string): boolean {
  return (
    SOURCE.has(extname(path).toLowerCase()) &&
    !ASIDE.test(path) &&
    !ASIDE_NAME.test(basename(path)) &&
    !VERSION_NAME.test(basename(path))
  );
}

/** A file as `git diff --name-status` names it. */
export interface Change {
  readonly status: string;
  readonly path: string;
}

const MOST_FILES = 3;

/**
 * The files in which the language's repair stands: those that were there before.
 * @returns why the list cannot take it, where it touches more than three source files or others than the language's
 */
export function filesOfRepair(changes: readonly Change[], language: CveLanguage): string[] | string {
  const sources = changes.filter(({ path }) => isSource(path));
  const extensions: readonly string[] = LANGUAGES[language].extensions;
  if (sources.length === 0) return "no source file";
  if (sources.length > MOST_FILES) return "more than three source files";
  if (!sources.every(({ path }) => extensions.includes(extname(path).toLowerCase()))) return "other source files";
  const files = sources.filter(({ status }) => status === "M").map(({ path }) => path);
  return files.length > 0 ? files : "no source file that stays";
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm;

/** Where nothing stands on this side, the lines around the gap are meant. */
function span(start: string | undefined, count: string | undefined): Lines {
  const [first, length] = [Number(start), Number(count ?? 1)];
  return length === 0 ? [Math.max(1, first), first + 1] : [first, first + length - 1];
}

/** The lines that a diff without context changes. */
export function linesOfDiff(path: string, diff: string): ChangedFile {
  const hunks = [...diff.matchAll(HUNK)];
  return {
    path,
    before: hunks.map(([, start, count]) => span(start, count)),
    after: hunks.map(([, , , start, count]) => span(start, count)),
  };
}

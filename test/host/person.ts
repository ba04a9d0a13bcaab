// Works in a VS Code as a person does: keys, palettes and what can be seen in the window.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { filesUnder } from "../../src/dev/files";
import { artifactsFolder, inRoot } from "../../src/dev/paths";
import { launchBrowser } from "../../src/dev/vscode/browser";
import { type Server, startServer } from "../../src/dev/vscode/server";
import { copyWorkspace, type WorkspaceCopy } from "./workspace";

/** Everything a person waits for; the extension host's first start takes seconds. */
const patience = 30_000;

export type Squiggle = "error" | "warning" | "info" | "hint";

export interface PersonOptions {
  /** Begins the names of the window's screenshots. */
  readonly name: string;
  /** A path in the project, of which a copy is opened. Default the examples. */
  readonly workspace?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Default true. */
  readonly trusted?: boolean;
  /** The folder of the extension under development; default the project. `none` where it is installed instead. */
  readonly extension?: string | "none";
  /** A folder of installed extensions; default an empty one. */
  readonly extensionsFolder?: string;
}

/** Opens a window and waits until its workbench stands. */
export async function openWindow(options: PersonOptions): Promise<Window> {
  const workspace = copyWorkspace(options.workspace ?? "test/examples");
  const server = await startServer(options);
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(patience);
    const extension = options.extension === "none" ? undefined : (options.extension ?? inRoot());
    await page.goto(server.url({ workspace: workspace.toOpen, extension }));
    await page.locator(".monaco-workbench .part.statusbar").waitFor();
    mkdirSync(artifactsFolder, { recursive: true });
    return new Window(options.name, page, workspace, browser, server);
  } catch (error) {
    await browser?.close();
    await server.close();
    workspace.remove();
    throw error;
  }
}

/** What is open now; for the pictures of failures. */
const windows = new Set<Window>();

// A root hook of whatever suite imports this file.
afterEach(async function () {
  if (this.currentTest?.state !== "failed") return;
  const title = this.currentTest.fullTitle().replace(/\W+/g, "-");
  for (const window of windows) await window.screenshot(`failed-${title}`);
});

export class Window {
  /** The path of the file opened last, as it was given. */
  private opened = "";

  constructor(
    readonly name: string,
    /** For what the methods below do not cover. */
    readonly page: Page,
    private readonly workspace: WorkspaceCopy,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {
    windows.add(this);
  }

  /** The copy of the workspace, on disk. */
  get folder(): string {
    return this.workspace.folder;
  }

  /** Opens a file by quick open; `file` is its path in the workspace, or its name. */
  async openFile(file: string): Promise<void> {
    this.opened = file;
    const name = file.split("/").at(-1) ?? file;
    await this.pick("Control+p", file, `.monaco-list-row:has-text("${name}")`);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.waitFor();
    await this.editor.click({ position: { x: 300, y: 10 } });
  }

  /** Moves the cursor; line and column count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press("Control+g");
    await this.page.locator(".quick-input-widget input").waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Types with real key presses into what has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** Presses a key, in Playwright's names: `Control+s`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Runs a command by its title, from the palette. */
  async command(title: string): Promise<void> {
    // The row's label is the title, then perhaps its key: "Undo" must not take "Undo Last Commit".
    await this.pick("F1", title, `.monaco-list-row[aria-label="${title}"], .monaco-list-row[aria-label^="${title},"]`);
  }

  /** How many squiggles of that severity are drawn in the visible editors. */
  squiggles(severity: Squiggle): Promise<number> {
    return this.page.locator(`.cdr.squiggly-${severity}`).count();
  }

  /** Waits until at least `count` squiggles are drawn, or exactly 0. */
  async waitForSquiggle(severity: Squiggle, { count = 1, timeout = patience } = {}): Promise<void> {
    await this.page
      .locator(`.cdr.squiggly-${severity}`)
      .nth(count - 1)
      .waitFor({ state: "attached", timeout });
  }

  /** Waits until no squiggle of that severity is drawn. */
  async waitForNoSquiggle(severity: Squiggle, { timeout = patience } = {}): Promise<void> {
    const squiggles = this.page.locator(`.cdr.squiggly-${severity}`);
    await this.page.waitForFunction((css) => document.querySelectorAll(css).length === 0, `.cdr.squiggly-${severity}`, {
      timeout,
    });
    if ((await squiggles.count()) > 0) throw new Error(`A ${severity} squiggle is drawn again.`);
  }

  /** The texts of the rows in the Problems view, which it opens. */
  async problems(): Promise<string[]> {
    const view = this.page.locator(".markers-panel");
    if (!(await view.isVisible())) await this.command("Problems: Focus on Problems View");
    await view.waitFor();
    return view.locator(".monaco-list-row").allInnerTexts();
  }

  /** The titles in the lightbulb's menu at the cursor; the menu stays open. */
  async quickFixes(): Promise<string[]> {
    await this.page.keyboard.press("Control+.");
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** Takes the quick fix whose title holds `title`. */
  async quickFix(title: string): Promise<void> {
    await this.quickFixes();
    await this.page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first().click();
    await this.page.locator(".action-widget:not(.action-list-submenu-panel)").waitFor({ state: "hidden" });
  }

  /** Rests the mouse on the first place where the editor shows `word` as a token, and returns what the hover says. */
  async hover(word: string): Promise<string> {
    await this.editor.locator(".view-line span span", { hasText: word }).last().hover();
    const hover = this.page.locator(
      ".monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .hover-row",
    );
    await hover.first().waitFor();
    return (await hover.allInnerTexts()).join("\n");
  }

  /** Saves the file opened last and returns what then stands on disk. */
  async editorText(): Promise<string> {
    await this.page.keyboard.press("Control+s");
    await this.page.locator(".tab.active.dirty").waitFor({ state: "hidden" });
    const matches = filesUnder(this.folder).filter((path) => path.endsWith(`/${this.opened}`));
    if (matches.length !== 1) throw new Error(`${matches.length} files are named ${this.opened}`);
    return readFileSync(matches[0], "utf8");
  }

  /** Keeps a picture among the artefacts, to be looked at. @returns its path */
  async screenshot(what: string): Promise<string> {
    const path = join(artifactsFolder, `${this.name}-${what}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Ends the window, its browser and its server, and removes the copy of the workspace. */
  async close(): Promise<void> {
    windows.delete(this);
    await this.browser.close();
    await this.server.close();
    this.workspace.remove();
  }

  private get editor(): Locator {
    return this.page.locator(".editor-group-container.active .monaco-editor").first();
  }

  /** Opens a palette, types, and takes the row only once it is there. */
  private async pick(key: string, text: string, row: string): Promise<void> {
    const widget = this.page.locator(".quick-input-widget");
    await this.page.keyboard.press(key);
    await widget.locator("input").first().waitFor();
    await this.page.keyboard.type(text);
    const wanted = widget.locator(row).first();
    await wanted.waitFor();
    await wanted.click();
    await widget.waitFor({ state: "hidden" });
  }
}

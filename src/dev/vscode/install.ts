// Brings a VS Code server, the Node it needs and a browser into the cache, from npm alone and without root.
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cacheFolder } from "../paths";
import { run } from "../process";

const codeServer = "4.139.1";
const nodeForServer = "24.21.0";
const bundledBrowser = "153.0.0";

export interface ServerProgram {
  /** The Node to run it with. */
  readonly node: string;
  /** The server's script. */
  readonly main: string;
}

/** A browser to drive, and what must be in its environment. */
export interface BrowserProgram {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Fills a folder of the cache once; an attempt that broke off is begun again. */
async function once(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder, name);
  const marker = join(folder, ".complete");
  if (existsSync(marker)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fill(folder);
  writeFileSync(marker, "");
  return folder;
}

async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  const args = [
    "install",
    "--omit=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...packages,
  ];
  const code = await run("npm", args, {}, folder);
  if (code !== 0) throw new Error(`npm could not install ${packages.join(" ") || `what ${folder} names`}`);
}

/** VS Code's own server, as the package code-server carries it, and the Node that it is made for. */
export async function installServer(): Promise<ServerProgram> {
  const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = await once(`vscode-${codeServer}`, async (target) => {
    console.log("Installing a VS Code server into the cache ...");
    writeFileSync(join(target, "package.json"), '{ "private": true }\n');
    await npmInstall(target, [`code-server@${codeServer}`, `${nodePackage}@${nodeForServer}`]);
    await npmInstall(join(target, "node_modules/code-server/lib/vscode"), []);
  });
  return {
    node: join(folder, "node_modules", nodePackage, "bin/node"),
    main: join(folder, "node_modules/code-server/lib/vscode/out/server-main.js"),
  };
}

/** A Chromium of this machine, else the one that the package @sparticuz/chromium carries (Linux on x64). */
export async function installBrowser(): Promise<BrowserProgram> {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const present = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  if (present && !process.env.CAVEAT_BUNDLED_BROWSER) return { executable: present, env: {} };

  const folder = await once(`chromium-${bundledBrowser}`, async (target) => {
    console.log("Installing a browser into the cache ...");
    writeFileSync(join(target, "package.json"), '{ "private": true }\n');
    await npmInstall(target, [`@sparticuz/chromium@${bundledBrowser}`]);
    const packed = join(target, "node_modules/@sparticuz/chromium/bin");
    for (const file of readdirSync(packed).filter((name) => name.endsWith(".br"))) {
      const unpacked = join(target, file.replace(/\.br$/, ""));
      await pipeline(
        createReadStream(join(packed, file)),
        createBrotliDecompress(),
        createWriteStream(unpacked, { mode: 0o755 }),
      );
      if (unpacked.endsWith(".tar") && (await run("tar", ["-xf", unpacked], {}, target)) !== 0) {
        throw new Error(`tar could not unpack ${unpacked}`);
      }
    }
    // A bare machine has no font either.
    writeFileSync(join(target, "fonts.conf"), `<fontconfig><dir>${join(target, "fonts")}</dir></fontconfig>\n`);
  });
  // The few libraries that a bare machine lacks came with it.
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executable: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries.join(delimiter), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

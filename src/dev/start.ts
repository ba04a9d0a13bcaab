// Opens the examples in a VS Code with the extension: `npm start`.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { build } from "./build";
import { inRoot } from "./paths";
import { asTask, run } from "./process";
import { startServer } from "./vscode/server";

const examples = inRoot("test/examples");

asTask(async () => {
  await build();
  const code = onPath("code");
  if (code !== undefined) {
    // `--wait`: the command stays until the window is closed, as the served one does until it is stopped.
    return run(code, ["--wait", "--new-window", `--extensionDevelopmentPath=${inRoot()}`, examples]);
  }
  const server = await startServer();
  console.log("\nVS Code, with Caveat and some examples, is at\n");
  console.log(`  ${server.url({ workspace: examples, extension: inRoot() })}\n`);
  console.log("It is served on this machine only. Ctrl+C ends it.");
  await new Promise((resolve) => {
    // Kept while the server is closed: Ctrl+C comes twice, from the terminal and from the script that started this one.
    process.on("SIGINT", resolve);
    process.on("SIGTERM", resolve);
  });
  await server.close();
  return 0;
});

/** The program of that name on the user's PATH. */
function onPath(name: string): string | undefined {
  const names = process.platform === "win32" ? [`${name}.cmd`, `${name}.exe`] : [name];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((each) => join(folder, each))).find((path) => existsSync(path));
}

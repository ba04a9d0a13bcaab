// Scripts of ours bundled as the worker is. Measurements are of what ships: under tsx every enum is a getter, and the
// engine takes three times as long.
import { build } from "esbuild";
import { bundles } from "./build";
import { inRoot } from "./paths";

/**
 * Bundles `src/dev/<name>.ts` for Node.
 * @returns the bundle's path, two folders below the root as the source is, which `paths.ts` relies on
 */
export async function bundled(name: string): Promise<string> {
  const outfile = inRoot("out/dev", `${name.replaceAll("/", "-")}.js`);
  await build({ ...bundles["worker.node.js"], entryPoints: [`src/dev/${name}.ts`], outfile });
  return outfile;
}

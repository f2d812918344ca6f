import { createRequire } from "node:module";
import { resolve } from "node:path";

const [work, out] = process.argv.slice(2).map((path) => resolve(path));
const { build } = createRequire(work + "/")("esbuild");

await build({
  entryPoints: ["suggest.js", "table.js", "graph.js", "editor.js", "graph.css", "editor.css"].map((name) => resolve(import.meta.dirname, name)),
  outdir: out,
  nodePaths: [resolve(work, "node_modules")],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "inline",
  define: { global: "globalThis" },
  logLevel: "warning",
});

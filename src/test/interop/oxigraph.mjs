// usage: node oxigraph.mjs DUMP.nt|DUMP.ttl QUERY...  prints the number of triples, then for each query its sorted rows.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.env.INTEROP_MODULES + "/");
const { Store } = require("oxigraph");
const [dump, ...queries] = process.argv.slice(2);
const store = new Store();
store.load(readFileSync(dump, "utf8"), { format: dump.endsWith(".ttl") ? "text/turtle" : "application/n-triples" });
console.log(store.size);
for (const file of queries) {
  const text = readFileSync(file, "utf8");
  const answer = JSON.parse(store.query(text, { results_format: "json" }));
  const rows = answer.results.bindings.map((row) =>
    answer.head.vars.map((v) => (row[v] === undefined ? "" : row[v].value)).join("|").replaceAll("\n", " "));
  console.log("== " + file);
  rows.sort().forEach((row) => console.log(row));
}

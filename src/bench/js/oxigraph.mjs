// usage: node oxigraph.mjs DUMP.nt PORT   Oxigraph's JavaScript edition behind SPARQL over HTTP, for the comparison of stores
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const require = createRequire(process.env.INTEROP_MODULES + "/");
const { Store } = require("oxigraph");
const [dump, port] = process.argv.slice(2);
const store = new Store();
store.load(readFileSync(dump), { format: "application/n-triples", no_transaction: true });
createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    try {
      const answer = store.query(new URLSearchParams(body).get("query"), { results_format: "json" });
      response.writeHead(200, { "Content-Type": "application/sparql-results+json" }).end(answer);
    } catch (e) {
      response.writeHead(500).end(String(e));
    }
  });
}).listen(Number(port), "127.0.0.1");

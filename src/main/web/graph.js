// Neighbours as a graph: a thing, its relations with their counts, and, 20 at a time, where they lead.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);

const box = document.getElementById("graph");
box.hidden = false;
box.setAttribute("role", "application");
box.setAttribute("aria-label", "Graph of neighbours; the table below holds the same");
const panel = document.createElement("div");
panel.className = "panel";
panel.setAttribute("role", "status");
panel.textContent = "Click a relation to unfold it, a line to see its sentences, a thing to see its relations.";
box.after(panel);

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const cy = cytoscape({
  container: box,
  maxZoom: 1.4,
  style: [
    { selector: "node", style: { label: "data(label)", color: color("--ink"), "background-color": color("--link"), "font-size": 11, "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "ellipsis", "text-max-width": 130, width: 18, height: 18 } },
    { selector: "node.start", style: { width: 30, height: 30, "font-weight": "bold" } },
    { selector: "node.relation", style: { shape: "round-rectangle", width: (node) => 12 + 6.2 * Math.min(32, node.data("label").length), height: 20, "text-valign": "center", "text-margin-y": 0, "background-color": color("--tint"), "border-width": 1, "border-color": color("--soft"), "text-max-width": 210 } },
    { selector: "node.follows", style: { "border-style": "dashed", "border-color": color("--follow") } },
    { selector: "edge", style: { width: 1.5, "line-color": color("--line"), "curve-style": "bezier" } },
    { selector: "edge.fact", style: { "line-color": color("--soft"), "target-arrow-color": color("--soft"), "target-arrow-shape": "triangle", "arrow-scale": 0.8 } },
    { selector: "edge.incoming", style: { "target-arrow-shape": "none", "source-arrow-shape": "triangle", "source-arrow-color": color("--soft") } },
  ],
});

const arrange = () => cy.layout({ name: "fcose", animate: false, randomize: cy.nodes().length < 60, nodeSeparation: 120, idealEdgeLength: 110, nodeRepulsion: 9000, padding: 20 }).run();

async function json(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("The server answers " + answer.status);
  return answer.json();
}

const put = (thing, classes = "") => {
  if (cy.getElementById(thing.id).empty()) cy.add({ data: { ...thing }, classes });
};
const join = (source, target, data = {}, classes = "") => {
  const id = source + " " + target;
  if (cy.getElementById(id).empty()) cy.add({ data: { id, source, target, ...data }, classes });
};

/** Counts of a thing's relations. */
async function relations(address, classes) {
  const thing = await json(address);
  put(thing, classes);
  for (const relation of thing.relations) {
    const id = thing.id + " " + relation.address;
    const label = (relation.incoming ? "… " : "") + relation.label + " (" + relation.total + ")";
    put({ id, label, name: relation.label, incoming: relation.incoming, address: relation.address, page: 0 }, "relation" + (relation.follows ? " follows" : ""));
    join(thing.id, id);
  }
  arrange();
}

/** The next 20 of one relation. */
async function unfold(relation) {
  const next = relation.data("page") + 1;
  if (next > (relation.data("pages") ?? 1)) return;
  const found = await json(relation.data("address") + "&page=" + next);
  relation.data({ page: next, pages: found.pages });
  for (const thing of found.things) {
    put(thing);
    join(relation.id(), thing.id, { why: thing.why, far: thing.label }, "fact" + (relation.data("incoming") ? " incoming" : ""));
  }
  const shown = Math.min(next * 20, found.total);
  relation.data("label", `${relation.data("name")} (${shown} of ${found.total})`);
  panel.textContent = `${shown} of ${found.total}` + (next < found.pages ? ". Click the relation again for more." : ".");
  arrange();
}

/** The sentences behind a fact, or the way to its proof. */
async function sentences(edge) {
  const proof = await json(edge.data("why") + "&format=json");
  const heading = document.createElement("p");
  const link = document.createElement("a");
  link.href = edge.data("why");
  link.textContent = proof.asserted ? "All about this fact" : "This follows; see its proof";
  heading.append(link);
  const quotes = (proof.steps ?? []).flatMap((step) => step.evidence ?? []).map((evidence) => evidence.quote);
  panel.replaceChildren(
    heading,
    ...[...new Set(quotes)].slice(0, 5).map((quote) => {
      const block = document.createElement("blockquote");
      block.textContent = quote;
      return block;
    }),
    ...(quotes.length ? [] : ["No article states it: it is background."]),
  );
}

const said = (work) => work.catch((error) => (panel.textContent = error.message + "; try again."));
cy.on("tap", "node.relation", (event) => said(unfold(event.target)));
cy.on("tap", "node[href]", (event) => {
  const href = event.target.data("href");
  if (href.startsWith("/page/")) said(relations(href.replace("/page/", "/neighbours/") + "?format=json", ""));
});
cy.on("tap", "edge.fact", (event) => said(sentences(event.target)));

// For tests, and for those who look under the hood.
box.graph = cy;
said(relations(box.dataset.start, "start"));

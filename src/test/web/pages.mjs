// The pages in a real browser: node pages.mjs ADDRESS WORK SCREENSHOTS, with npm's packages in WORK.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";

const [address, work, screenshots] = process.argv.slice(2);
const need = createRequire(work + "/");
const { chromium } = need("playwright-core");
const { HtmlValidate } = need("html-validate");

mkdirSync(screenshots, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
after(() => browser.close());

const SIZES = {
  desktop: { viewport: { width: 1200, height: 900 }, colorScheme: "light" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true, isMobile: true },
};

/** A tab that complains of foreign requests, script errors and breaches of the content policy. */
async function tab(size, options = {}) {
  const context = await browser.newContext({ ...SIZES[size], ...options, baseURL: address });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const complaints = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== address && url.protocol !== "data:") complaints.push("asks " + request.url());
  });
  page.on("pageerror", (error) => complaints.push("fails: " + error.message));
  page.on("dialog", (dialog) => complaints.push("opens a dialog: " + dialog.message()));
  page.on("console", (message) => message.type() === "error" && complaints.push("logs: " + message.text()));
  // A click does not wait for the page it leads to.
  page.follow = async (link) => {
    const loaded = page.waitForEvent("load");
    await link.click();
    await loaded;
  };
  page.fine = async () => {
    assert.deepEqual(complaints, []);
    await context.close();
  };
  return page;
}

const PAGES = {
  home: "/",
  search: "/search?q=huawei",
  articles: "/articles",
  entity: "/page/actor/huawei",
  policy: "/page/policy/us-entity-list",
  hostile: "/page/actor/hostile",
  hub: "/page/actor/hub",
  neighbours: "/neighbours/actor/huawei",
  relation: "/neighbours/actor/hub?relation=https%3A%2F%2Fw3id.org%2Fchokepoint%2Fontology%23respondsTo",
  questions: "/questions",
  question: "/questions/08-nvidia-rivals",
  counts: "/questions/37-most-mentioned",
  exposures: "/exposure",
  changes: "/changes",
  exposure: "/exposure/us-entity-list",
  ontology: "/ontology",
  history: "/history/actor/huawei",
  crowd: "/page/actor/crowd?claimed=2",
  dated: "/questions/20-events-by-date",
  joined: "/questions/03-models-and-developers",
  spo: "/query?query=" + encodeURIComponent("SELECT ?s ?p ?o { VALUES ?p { cp:competesWith cp:develops } ?s ?p ?o } LIMIT 40"),
  query: "/query",
  answer: "/query?query=" + encodeURIComponent("SELECT ?s ?o { ?s a ?o } LIMIT 50"),
  missing: "/page/actor/huawey",
};

// Pages whose addresses are hashes are found by following links.
{
  const page = await tab("desktop", { javaScriptEnabled: false });
  await page.goto("/articles");
  await page.follow(page.locator("ul.rows a").first());
  PAGES.article = new URL(page.url()).pathname;
  await page.follow(page.locator(".claim .why").first());
  PAGES.claim = new URL(page.url()).pathname;
  await page.goto("/page/actor/huawei");
  PAGES.event = await page.locator(".timeline a").first().getAttribute("href");
  PAGES.proof = await page.locator("li.inferred .why").first().getAttribute("href");
  await page.fine();
}

// Rules of taste, and what the template engine leaves behind, are no faults of a page.
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "no-trailing-whitespace": "off", "doctype-style": "off", "void-style": "off", "long-title": "off", "attribute-boolean-style": "off", "no-implicit-button-type": "off", "prefer-native-element": "off", "svg-focusable": "off", "require-sri": "off", "valid-id": ["error", { relaxed: true }], "tel-non-breaking": "off" },
});

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name}: valid HTML, small, accessible, within the window, at both sizes`, async () => {
    const answer = await fetch(address + path, { headers: { Accept: "text/html" } });
    assert.equal(answer.status, name === "missing" ? 404 : 200);
    const html = await answer.text();
    assert.ok(Buffer.byteLength(html) < 200_000, `${Buffer.byteLength(html)} bytes`);
    const report = await validator.validateString(html);
    const faults = report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`));
    assert.deepEqual(faults.slice(0, 5), []);
    for (const size of Object.keys(SIZES)) {
      const page = await tab(size);
      if (name === "missing") page.removeAllListeners("console");
      await page.goto(path);
      if (name === "neighbours") await page.waitForFunction(() => document.getElementById("graph").graph?.nodes().length > 2);
      if (name === "query") await page.locator(".CodeMirror").waitFor();
      await page.evaluate(need("node:fs").readFileSync(need.resolve("axe-core/axe.min.js"), "utf8"));
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map((v) => `${size} ${v.id}: ${v.nodes[0].html.slice(0, 200)}`), []);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wider <= 0, `${size}: ${wider} pixels too wide`);
      await page.screenshot({ path: `${screenshots}/${name}-${size}.png` });
      await page.fine();
    }
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  const size = javaScriptEnabled ? "desktop" : "phone";

  test(`search finds a misspelt and a Chinese name, by kind, ${how}`, async () => {
    const page = await tab(size, { javaScriptEnabled });
    await page.goto("/");
    await page.getByLabel("Find a company").fill("huawai");
    await page.follow(page.getByRole("main").getByRole("button", { name: "Search" }));
    assert.equal(await page.locator("ul.rows a").first().textContent(), "Huawei");
    await page.follow(page.locator(".filters a", { hasText: "policy" }));
    assert.match(await page.locator("ul.rows a").first().getAttribute("href"), /^\/page\/policy\//);
    await page.goto("/search?q=" + encodeURIComponent("华为"));
    await page.follow(page.locator("ul.rows a").first());
    assert.equal(await page.locator("h1").textContent(), "Huawei");
    await page.fine();
  });

  test(`a fact leads to its sentence, an inference to its proof, a claim to its reading, ${how}`, async () => {
    const page = await tab(size, { javaScriptEnabled });
    await page.goto("/page/actor/huawei");
    const told = page.locator("li.asserted", { has: page.locator("summary") }).first();
    await told.locator("summary").click();
    const sentence = await told.locator("blockquote p").first().textContent();
    await page.follow(told.locator("blockquote p a").first());
    assert.equal(await page.locator(".sentence:target .quote").textContent(), sentence);
    assert.ok((await page.locator(".sentence:target a.mention").count()) > 0);
    await page.goto(PAGES.proof);
    assert.ok((await page.locator(".proof .fact").count()) > 1);
    await page.goto(PAGES.claim);
    await page.getByText("How it was read").waitFor();
    assert.ok((await page.locator(".quote.stated").count()) > 0);
    await page.fine();
  });

  test(`a question is asked about another company, ${how}`, async () => {
    const page = await tab(size, { javaScriptEnabled });
    await page.goto(PAGES.question);
    await page.getByLabel("Actor").fill("huawei");
    await page.follow(page.getByRole("button", { name: "Ask" }));
    assert.equal(await page.locator("h1").textContent(), "Who competes with Huawei?");
    await page.locator(".answer td", { hasText: "Nvidia" }).first().waitFor();
    const link = await page.getByRole("link", { name: "permanent link" }).getAttribute("href");
    assert.equal(link, PAGES.question + "?actor=huawei");
    const csv = await page.request.get(await page.getByRole("link", { name: "CSV" }).first().getAttribute("href"));
    assert.match(await csv.text(), /^rival\r\n.*nvidia/s);
    await page.getByLabel("Actor").fill("zzzz qqqq");
    await page.follow(page.getByRole("button", { name: "Ask" }));
    await page.getByText("Nothing here is called").waitFor();
    await page.fine();
  });

  test(`a query is written and run, ${how}`, async () => {
    const page = await tab(size, { javaScriptEnabled });
    const query = "SELECT ?x { ?x a cp:Company } LIMIT 3";
    await page.goto("/query");
    if (javaScriptEnabled) {
      await page.locator(".CodeMirror").waitFor();
      await page.evaluate((text) => document.querySelector(".yasqe").parentElement.editor.setValue(text), query);
    } else {
      await page.locator("textarea").fill(query);
    }
    await page.follow(page.getByRole("button", { name: "Run" }));
    assert.equal(await page.locator(".answer tbody tr").count(), 3);
    await page.fine();
  });

  test(`from the home page to the sentence behind an exposure in five clicks, ${how}`, async () => {
    const page = await tab(size, { javaScriptEnabled });
    let clicks = 0;
    const click = async (locator) => {
      await page.follow(locator.first());
      clicks++;
    };
    await page.goto("/");
    await click(page.getByRole("link", { name: /Whom does the Entity List reach.*subsidiaries/ }));
    const subsidiaries = page.getByRole("region", { name: /through a parent/ });
    assert.ok((await subsidiaries.locator("tbody tr").count()) > 1);
    await click(subsidiaries.getByRole("link", { name: "why?" }));
    const sentence = page.locator("blockquote p a").first();
    const words = await sentence.textContent();
    await click(sentence);
    assert.equal(await page.locator(".sentence:target .quote").textContent(), words);
    assert.ok(clicks <= 5, `${clicks} clicks`);
    await page.fine();
  });

  test(`hostile labels are text, and many statements are paged, ${how}`, async () => {
    const page = await tab(size, { javaScriptEnabled });
    await page.goto(PAGES.hostile);
    assert.match(await page.locator("h1").textContent(), /^<script>alert\(1\)<\/script>/);
    assert.equal(await page.locator("a[href^='javascript' i]").count(), 0);
    await page.goto(PAGES.hub);
    await page.getByText("20 of 100000").first().waitFor();
    await page.goto(PAGES.relation);
    const first = await page.locator("main ul > li > a").allTextContents();
    await page.follow(page.getByRole("link", { name: "Next page" }));
    const second = await page.locator("main ul > li > a").allTextContents();
    assert.equal(new Set([...first, ...second]).size, 40);
    await page.follow(page.getByRole("link", { name: "Earlier page" }));
    assert.deepEqual(await page.locator("main ul > li > a").allTextContents(), first);
    await page.fine();
  });
}

for (const javaScriptEnabled of [true, false]) {
  for (const size of Object.keys(SIZES)) {
    const how = `${size}, ${javaScriptEnabled ? "with" : "without"} JavaScript`;

    test(`the history of a thing names the articles that changed it, ${how}`, async () => {
      const page = await tab(size, { javaScriptEnabled });
      await page.goto("/page/actor/huawei");
      await page.follow(page.getByRole("link", { name: "History" }));
      const held = page.getByRole("region", { name: /^Newly held/ }).first();
      assert.match(await held.locator("li").first().textContent(), /Huawei.*article: /s);
      const gone = page.getByRole("region", { name: /^No longer held/ }).first();
      assert.match(await gone.locator("li").textContent(), /Huawei supplies.*Nvidia.*article: An article withdrawn/s);
      assert.equal(await gone.getByRole("link", { name: "An article withdrawn" }).count(), 0);
      const [now, before] = await page.locator(".stands tbody tr td:nth-child(2)").allTextContents();
      assert.ok(Number(now) > 1);
      assert.equal(before, "1");
      await held.locator(".small a").first().click();
      await page.locator(".sentence").first().waitFor();
      await page.fine();
    });

    test(`long lists go on, each by itself, and events lie on a line of time, ${how}`, async () => {
      const page = await tab(size, { javaScriptEnabled });
      await page.goto("/page/actor/crowd");
      const claims = () => page.locator(".claim .why").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const seen = [...(await claims())];
      for (let n = 2; n <= 3; n++) {
        await page.follow(page.getByRole("link", { name: "Next claims" }));
        seen.push(...(await claims()));
      }
      assert.equal(new Set(seen).size, 120);
      assert.equal(await page.getByRole("link", { name: "Next claims" }).count(), 0);
      await page.follow(page.getByRole("link", { name: "Next events" }));
      assert.equal((await claims()).length, 40);
      assert.equal(await page.locator(".when rect").count(), 50);
      assert.equal(await page.locator(".timeline li").count(), 50);
      await page.follow(page.getByRole("link", { name: "Earlier claims" }));
      assert.deepEqual(await claims(), seen.slice(40, 80));
      await page.fine();
    });

    test(`an answer is drawn as its columns suggest, ${how}`, async () => {
      const page = await tab(size, { javaScriptEnabled });
      await page.goto(PAGES.dated);
      assert.ok((await page.locator(".when rect").count()) > 1);
      const event = page.locator(".when a").first();
      assert.match(await event.getAttribute("href"), /^\/page\/event\//);
      await page.goto(PAGES.spo);
      assert.ok((await page.locator(".reach rect").count()) > 5);
      assert.ok((await page.locator(".reach path title").first().textContent()).length > 3);
      await page.goto(PAGES.counts);
      assert.ok((await page.locator("meter").count()) > 2);
      assert.equal(await page.locator(".when, .reach").count(), 0);
      await page.goto("/ontology");
      await page.locator(".classes a", { hasText: "export control" }).first().click();
      assert.equal(new URL(page.url()).hash, "#ExportControl");
      await page.fine();
    });
  }
}

test("an answer is sorted by any column", async () => {
  const page = await tab("phone");
  await page.goto(PAGES.counts);
  const numbers = () => page.locator(".answer tbody td:nth-child(3)").evaluateAll((cells) => cells.map((cell) => parseInt(cell.textContent)));
  const sorted = [...(await numbers())].sort((a, b) => a - b);
  const button = page.locator(".answer thead th").nth(2).getByRole("button");
  await button.click();
  assert.deepEqual(await numbers(), sorted);
  assert.equal(await page.locator("th[aria-sort=ascending]").count(), 1);
  await button.press("Enter");
  assert.deepEqual(await numbers(), sorted.reverse());
  await page.fine();
});

test("a policy is picked on the exposure page", async () => {
  const page = await tab("phone");
  await page.goto(PAGES.exposure);
  const other = page.getByLabel("Another policy");
  const last = await other.locator("option").last().getAttribute("value");
  await other.selectOption(last);
  await page.follow(page.getByRole("button", { name: "Show" }));
  assert.equal(new URL(page.url()).pathname, "/exposure/" + last);
  assert.ok((await page.locator(".reach rect").count()) > 1);
  const proof = page.getByRole("link", { name: /^the whole proof for DeepSeek/ }).first();
  await page.goto(PAGES.exposure);
  assert.match(await proof.getAttribute("href"), /^\/explain\?s=.*deepseek.*ExposedTo/);
  await page.fine();
});

test("names are suggested while typing", async () => {
  const page = await tab("desktop");
  await page.goto("/");
  await page.getByLabel("Find a company").pressSequentially("nvid");
  await page.locator("main datalist option[value='Nvidia']").waitFor({ state: "attached" });
  await page.fine();
});

test("a graph unfolds a relation by one request, and a line shows its sentences", async () => {
  const page = await tab("desktop");
  await page.goto(PAGES.neighbours);
  await page.waitForFunction(() => document.getElementById("graph").graph?.nodes(".relation").length > 1);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const tap = (selector) =>
    page.evaluate((wanted) => {
      document.getElementById("graph").graph.$(wanted)[0].emit("tap");
    }, selector);
  await tap("node.relation[name = 'develops'][!incoming]");
  await page.getByText(/^20 of [0-9]+/).waitFor();
  assert.equal(requests.length, 1);
  await tap("edge.fact[far = 'Ascend']");
  await page.locator(".panel blockquote").first().waitFor();
  assert.equal(requests.length, 2);
  await page.screenshot({ path: `${screenshots}/graph-unfolded.png` });
  await page.fine();
});

test("the editor completes our classes and asks nobody else", async () => {
  const page = await tab("desktop");
  await page.goto("/query");
  await page.locator(".CodeMirror").waitFor();
  await page.evaluate(() => {
    const editor = document.querySelector(".yasqe").parentElement.editor;
    editor.setValue("PREFIX cp: <https://w3id.org/chokepoint/ontology#>\nSELECT * { ?s a cp:Exp");
    editor.setCursor(1, 100);
    editor.focus();
  });
  await page.keyboard.press("Control+Space");
  await page.locator(".CodeMirror-hint", { hasText: "ExportControl" }).first().waitFor();
  await page.fine();
});

test("everything that can be reached by keyboard shows where it is", async () => {
  const page = await tab("desktop");
  await page.goto("/page/actor/huawei");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.getElementById("main").contains(document.activeElement)));
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
  await page.fine();
});

// Each heading of an answer becomes a button that sorts by its column: numbers as numbers, a second
// click the other way. Nothing is fetched: the rows are those of the page.
const words = new Intl.Collator(document.documentElement.lang, { numeric: true });

for (const table of document.querySelectorAll("table.answer")) {
  const headings = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  headings.forEach((heading, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const text = (row) => row.cells[at].textContent.trim();
      const rows = [...body.rows].sort((a, b) => words.compare(text(a), text(b)));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}

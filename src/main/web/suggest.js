// Suggestions while typing, as options of the search field; picking one leads to its page.
for (const input of document.querySelectorAll('form[role="search"] input[list]')) {
  const list = input.list;
  let asked = "";
  let timer;
  const places = new Map();

  const ask = async () => {
    const words = input.value.trim();
    if (words === asked || words.length < 2) return;
    asked = words;
    const answer = await fetch("/suggest?q=" + encodeURIComponent(words));
    if (!answer.ok || input.value.trim() !== words) return;
    places.clear();
    list.replaceChildren(
      ...(await answer.json()).map(({ label, href, kind }) => {
        places.set(label, href);
        const option = document.createElement("option");
        option.value = label;
        option.label = kind;
        return option;
      }),
    );
  };

  input.addEventListener("input", (event) => {
    // A browser that picks from the list replaces the text, or reports no typing at all.
    const picked = !event.inputType || event.inputType === "insertReplacementText";
    const place = places.get(input.value);
    if (picked && place) {
      location.assign(place);
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
}

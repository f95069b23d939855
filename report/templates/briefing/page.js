// What the page can do beyond reading: a drawer for the evidence, tables that sort, filter, and give CSV, contents that
// follow the scroll, light or dark. Without this script every link still leads to its place in the page.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

  // Light and dark: the reader's system decides until the button is used.
  const isDark = () => (document.documentElement.dataset.theme
    || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const theme = make("button", { type: "button", class: "theme", onclick: () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    name();
  } });
  const name = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  name();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  document.querySelector("header").append(theme);

  // The drawer: a passage with its words marked, its neighbours, and how it was coded.
  const title = make("h2", { id: "drawer-title", tabindex: "-1" });
  const shown = make("div");
  const drawer = make("div", { id: "drawer", role: "dialog", "aria-labelledby": "drawer-title", hidden: "" },
    title, make("button", { type: "button", class: "close", onclick: () => close() }, "Close"), shown);
  document.body.append(drawer);
  const passages = all(".evidence > li");
  let opener = null;
  const close = () => {
    drawer.hidden = true;
    document.body.classList.remove("reading");
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  };
  const fact = (term, value) => [make("dt", {}, term), make("dd", {}, value)];
  const step = (entry, label) => make("button", { type: "button", ...(entry ? {} : { disabled: "" }),
    onclick: () => open(entry.querySelector("ul li")) }, label);
  const open = (claim) => {
    const entry = claim.closest(".evidence > li");
    const claims = all("ul li", entry);
    const number = claims.indexOf(claim);
    title.textContent = "Evidence " + words(entry.querySelector(".number"));
    const quote = entry.querySelector("blockquote").cloneNode(true);
    for (const mark of all("mark", quote)) {
      if (mark.dataset.m.split(" ").includes(String(number))) mark.className = "on";
      else mark.replaceWith(...mark.childNodes);
    }
    const others = claims.length > 1 ? fact("Also read here", `${claims.length - 1} more`) : [];
    const [coded, said, rule, review] = parts(claim);
    const at = passages.indexOf(entry);
    shown.replaceChildren(quote,
      make("dl", {}, ...fact("Source", words(entry.closest("section").querySelector("h3"))), ...fact("Coded as", coded),
        ...fact("Who says so", said), ...fact("Rule", rule), ...fact("Checked", review), ...others),
      make("p", { class: "steps" }, step(passages[at - 1], "Previous"), step(passages[at + 1], "Next"),
        make("a", { href: "#" + claim.id, "data-list": "" }, "Show in the list")));
    drawer.hidden = false;
    drawer.scrollTop = 0;
    document.body.classList.add("reading");
    title.focus({ preventScroll: true });
  };
  // What was coded, who says so, the rule, the review: the marked-up parts of a claim.
  const parts = (claim) => {
    const [kind, coded, said, rule, review] = [...claim.children].map(words);
    return [`${kind}: ${coded}`, said, rule, review];
  };
  const plain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || !plain(event)) return;
    if (link.dataset.rows !== undefined) {
      const table = tables.get(link.hash.slice(1));
      if (table) { event.preventDefault(); table.only(link.dataset.rows.split(" ").map(Number), words(link)); }
    } else if (link.hash.startsWith("#ev-") && link.dataset.list === undefined) {
      const claim = document.getElementById(link.hash.slice(1));
      if (!claim) return;
      event.preventDefault();
      if (!drawer.contains(link)) opener = link;
      open(claim);
    } else if (link.dataset.list !== undefined) {
      opener = null;
      close();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !drawer.hidden) close(); });

  // Tables.
  const LEAST = 4;
  const quoted = (cell) => {
    const safe = /^[=+\-@\t\r]/.test(cell) ? "'" + cell : cell;
    return /[",\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const toCsv = (table, rows) => [table.tHead.rows[0], ...rows]
    .map((row) => [...row.cells].map((cell) => quoted(words(cell) === "–" ? "" : words(cell))).join(",")).join("\n") + "\n";
  const download = (csv, file) => {
    const url = URL.createObjectURL(new Blob(["\ufeff" + csv], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: url, download: file + ".csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  const copy = async (csv) => {
    try { await navigator.clipboard.writeText(csv); return true; } catch { /* not allowed here: the old way */ }
    const area = make("textarea", { class: "skip" });
    area.value = csv;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const value = (row, at) => row.cells[at].dataset.v ?? words(row.cells[at]);
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const compare = (a, b) => {
    if (a === b) return 0;
    if (a === "–" || b === "–") return a === "–" ? 1 : -1;
    return collator.compare(a, b);
  };
  const tables = new Map();
  const equip = (box) => {
    const table = box.querySelector("table");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const label = words(table.caption);
    const texts = rows.map((row) => words(row).toLowerCase());
    const said = make("output");
    let chosen = null;
    const search = make("input", { type: "search", placeholder: "Search", "aria-label": "Search: " + label, oninput: () => show() });
    const choices = ["source", "country", "side"].map((key) => [key, choice(key)]).filter(([, select]) => select);
    const days = rows.some((row) => row.dataset.from)
      ? ["from", "until"].map((edge) => make("input", { type: "date", "aria-label": `${edge === "from" ? "From" : "Until"} day: ${label}`, oninput: () => show() }))
      : [];
    function choice(key) {
      const values = new Set(rows.flatMap((row) => (row.dataset[key] || "").split("|").filter(Boolean)));
      if (values.size < 2) return null;
      const select = make("select", { "aria-label": `${key}: ${label}`, onchange: () => show() },
        make("option", { value: "" }, { source: "All sources", country: "All countries", side: "All sides" }[key]));
      select.append(...[...values].sort(collator.compare).map((one) => make("option", { value: one }, one)));
      return select;
    }
    const holds = (row, index) => {
      if (chosen && !chosen.includes(index)) return false;
      if (search.value && !texts[index].includes(search.value.trim().toLowerCase())) return false;
      if (choices.some(([key, select]) => select.value && !(row.dataset[key] || "").split("|").includes(select.value))) return false;
      const [from, until] = days.map((day) => day.value);
      if (from && (row.dataset.to || "") < from) return false;
      return !(until && (row.dataset.from || "9999") > until);
    };
    const kept = () => [...body.rows].filter((row) => !row.classList.contains("out"));
    const clear = () => {
      chosen = null;
      for (const field of [search, ...days, ...choices.map(([, select]) => select)]) field.value = "";
      show();
    };
    function show() {
      rows.forEach((row, index) => row.classList.toggle("out", !holds(row, index)));
      const number = kept().length;
      said.textContent = number === rows.length ? "" : `${number} of ${rows.length} rows. `;
      if (number !== rows.length) said.append(make("button", { type: "button", onclick: clear }, "Show all"));
    }
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      const button = make("button", { type: "button", class: "sort" }, ...head.childNodes);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        all("[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sign = down ? -1 : 1;
        const sorted = rows.map((row) => [value(row, at), row]).sort(([a], [b]) =>
          (a === "–" || b === "–" ? compare(a, b) : sign * compare(a, b)));
        body.append(...sorted.map(([, row]) => row));
      });
    });
    const file = box.id.replace(/^(table|data)-/, "");
    const csv = () => toCsv(table, kept());
    const copying = make("button", { type: "button", onclick: async () => {
      copying.textContent = (await copy(csv())) ? "Copied" : "Not allowed";
      setTimeout(() => { copying.textContent = "Copy"; }, 1500);
    } }, "Copy");
    const saving = make("button", { type: "button", onclick: () => download(csv(), file) }, "CSV");
    for (const [button, act] of [[copying, "Copy as CSV"], [saving, "Download as CSV"]]) {
      button.title = act;
    }
    const filters = rows.length >= LEAST && box.classList.contains("table") ? [search, ...choices.map(([, select]) => select),
      ...days.map((day, index) => make("label", {}, index ? "to" : "from", day))] : [];
    box.prepend(make("div", { class: "tools", role: "group", "aria-label": "Tools: " + label }, ...filters, copying, saving, said));
    if (table.tHead.rows[0].cells.length < 5) box.classList.add("narrow");
    tables.set(box.id, { only: (indices, counted) => {
      clear();
      chosen = indices;
      show();
      said.prepend(`Counted as “${counted}”: `);
      box.scrollIntoView({ block: "start" });
      box.querySelector(".scroll").focus({ preventScroll: true });
    } });
  };
  all(".table").forEach(equip);
  all("details.data").forEach((details) => details.addEventListener("toggle", () => {
    if (details.open && !details.querySelector(".tools")) {
      const box = make("div", { id: "table-" + details.querySelector("table").id });
      box.append(details.querySelector(".scroll"));
      details.append(box);
      equip(box);
    }
  }));

  // The contents follow the scroll.
  const entries = new Map(all("nav a").map((link) => [document.getElementById(link.hash.slice(1)), link]));
  const headings = [...entries.keys()].filter(Boolean);
  const follow = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
    const current = entries.get(passed.at(-1) || headings[0]);
    for (const link of entries.values()) {
      if (link === current) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
    if (current && current.closest("nav").scrollHeight > current.closest("nav").clientHeight) current.scrollIntoView({ block: "nearest" });
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });
  follow();
})();

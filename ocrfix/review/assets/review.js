// The editor's hands: keys, buttons, filters; after each verdict everything is computed and drawn again.
let current = 0; // the number of the decision in view
let line = null; // or the slug in view
let editing = null; // the reader of the open form

function draw() {
  source.draw();
  articles.draw();
  list.draw();
  const judged = data.decisions.filter((d) => store.rows.has(d.id)).length, own = view.now.length - data.decisions.length;
  $("progress").max = Math.max(1, data.decisions.length);
  $("progress").value = judged;
  $("count").textContent = `${judged} of ${data.decisions.length} judged` + (own ? `, ${own} of your own` : "") + (view.unmatched.length ? `, ${view.unmatched.length} on no decision` : "");
  $("undo").disabled = !store.past.length;
  mark();
}

// The lines of the decision in view stand out in both panes.
function mark() {
  for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
  for (const old of $("list").querySelectorAll("[aria-selected]")) old.removeAttribute("aria-selected");
  const item = !line && list.items[current]?.element, spans = line ? [line] : view.now[current]?.spans || [];
  if (item) { item.setAttribute("aria-selected", "true"); $("list").setAttribute("aria-activedescendant", item.id); }
  for (const span of spans) {
    const slug = slugAt(span[0]);
    if (slug) for (const element of twins(slug[0])) element.classList.add("current");
  }
}
const twins = (s) => document.querySelectorAll(`[data-s="${s}"]`);

function show(reveal = true) {
  editing = null;
  $("form").hidden = true;
  const d = view.now[current];
  $("about").replaceChildren(...(line ? aboutLine() : d ? detail.decision(current) : [make("p", {}, "No decision was made on this page.")]));
  $("why").replaceChildren(...(line || !d ? [] : detail.evidence(d)));
  for (const id of ["accept", "reject"]) $(id).disabled = !!line || !d || d.own;
  $("edit").firstChild.textContent = line ? "Say what it is " : "Edit ";
  $("edit").disabled = !line && (!d || !detail.form(d));
  $("clear").disabled = !!line || !d || !store.rows.has(d.id);
  mark();
  if (!reveal) return;
  if (!line && list.items[current]?.element.isConnected) scroll($("list"), list.items[current].element, 0);
  for (const pane of ["source", "articles"]) {
    const element = $(pane).querySelector(".current");
    if (element) scroll($(pane), element, 120);
  }
}
// Scroll a pane, and nothing else, so that an element in it is in view.
function scroll(pane, element, margin) {
  const home = pane.getBoundingClientRect(), at = element.getBoundingClientRect(), room = Math.min(margin, home.height / 4);
  if (at.top < home.top + room) pane.scrollTop += at.top - home.top - room;
  else if (at.bottom > home.bottom - room) pane.scrollTop += Math.min(at.bottom - home.bottom + room, at.top - home.top - room);
}

function aboutLine() {
  const about = view.now.map((_, k) => k).filter((k) => view.now[k].spans.some((s) => s[0] < line[1] && s[1] > line[0] || (s[0] === s[1] && line[0] <= s[0] && s[0] <= line[1])));
  const buttons = about.map((k) => make("button", { type: "button", className: `jump ${stateOf(k)}`, onclick: () => go(k) }, question(view.now[k])));
  return [make("h3", {}, `Line ${lineOf(line[0])}`), make("p", { className: "t" }, quoted(text(...line))), ...buttons];
}

function go(k) { current = k; line = null; show(); }
function step(by) {
  const at = list.order.indexOf(current), next = list.order[at < 0 ? 0 : at + by];
  if (next !== undefined) go(next);
}

// Take down what was said, draw, and tell which decisions fall by it.
function say(rows, gone = [], told = "") {
  const before = new Set([...view.why.keys()].map((k) => view.said[k].id));
  store.change(rows, gone);
  after(before, told);
}
function after(before, told) {
  compute();
  const kept = store.save();
  const fell = [...view.why].filter(([k]) => !before.has(view.said[k].id)).map(([k, why]) => `${view.now[k].verb}, line ${view.now[k].spans.map((s) => lineOf(s[0])).join(" and ")}: ${data.falls[why]}`);
  draw();
  tell(told + (fell.length ? ` With that falls: ${fell.slice(0, 5).join("; ")}${fell.length > 5 ? `; and ${fell.length - 5} more` : ""}.` : ""));
  $("unkept").hidden = kept;
}
function tell(message) { $("status").textContent = message; }

function judge(word) {
  const d = view.said[current];
  if (line || !d || d.own) return;
  const at = list.order.indexOf(current), next = list.order[at + 1];
  say([verdictOn(data.decisions[current], word)], [], word === "accept" ? "Accepted." : "Rejected.");
  if (next !== undefined) current = next;
  show();
}
function edit() {
  const form = line ? detail.lineForm(line) : detail.form(view.now[current]);
  if (!form) return tell("A cut can only be accepted or rejected.");
  $("fields").replaceChildren(...form.fields);
  editing = form.read;
  $("form").hidden = false;
  $("fields").querySelector("input, select").focus();
}
function keepEdit() {
  const got = editing();
  if (typeof got === "string") return tell(got);
  if (/[\n\r\f\v\x85\u2028\u2029]/.test(got.text || "")) return tell("Text is one line.");
  const d = view.now[current];
  const old = !line && d.own && store.rows.get(d.id); // one of the editor's own is named by what it says
  const row = line ? got : old ? ownVerdict(d.verb, got.spans || old.spans, { ...old, ...got }) : verdictOn(data.decisions[current], "edit", got);
  say([row], old ? [old.id] : [], "Edited.");
  if (line || old) current = view.now.findIndex((x) => x.id === row.id);
  line = null;
  show();
  $("list").focus();
}
function clear() {
  const d = view.now[current];
  if (!line && d && store.rows.has(d.id)) { say([], [d.id], "Verdict taken back."); current = Math.min(current, view.now.length - 1); show(); }
}
function undo() {
  const before = new Set([...view.why.keys()].map((k) => view.said[k].id));
  if (!store.undo()) return tell("Nothing to undo.");
  after(before, "Undone.");
  current = Math.min(current, Math.max(0, view.now.length - 1));
  show();
}
function save() {
  const url = URL.createObjectURL(new Blob([store.file()], { type: "application/jsonl" }));
  make("a", { href: url, download: "verdicts.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  tell("verdicts.jsonl saved.");
}

function light(event) {
  const s = event.target.closest?.("[data-s]")?.dataset.s;
  for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
  if (s === undefined) return;
  for (const twin of twins(s)) {
    twin.classList.add("lit");
    if (event.type === "focusin" && !twin.contains(event.target)) scroll(twin.closest("main > section"), twin, 120);
  }
}

// Arrow keys go through the lines of a pane; Enter takes one up.
function walk(pane, selector) {
  pane.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key], here = event.target.closest(selector);
    if (event.key === "Enter" && here) { event.preventDefault(); return pick(here); }
    if (!by || !here) return;
    event.preventDefault();
    const all = [...pane.querySelectorAll(selector)], next = all[all.indexOf(here) + by];
    if (next) { rove(pane, next); next.focus(); }
  });
  pane.addEventListener("click", (event) => { const here = event.target.closest(selector); if (here) { rove(pane, here); pick(here); } });
  for (const type of ["pointerover", "focusin"]) pane.addEventListener(type, light);
}
function pick(element) { line = slugAt(Number(element.dataset.s)); show(false); tab("decisions"); }

const KEYS = { y: () => judge("accept"), n: () => judge("reject"), e: edit, x: clear, u: undo, j: () => step(1), k: () => step(-1), s: save, "?": () => $("keys").showModal() };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  if (event.key === "Escape" && editing) { show(false); return $("list").focus(); }
  if (event.target.closest("input, select, textarea")) return;
  const action = $("letters").checked ? KEYS[event.key] : undefined;
  if (action) { event.preventDefault(); action(); }
});
$("list").addEventListener("keydown", (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 }[event.key];
  if (!by) return;
  event.preventDefault();
  const at = Math.max(0, Math.min(list.order.length - 1, list.order.indexOf(current) + by));
  if (list.order[at] !== undefined) go(list.order[at]);
});
$("list").addEventListener("click", (event) => { const item = event.target.closest("[data-k]"); if (item) go(Number(item.dataset.k)); });
for (const [id, action] of Object.entries({ accept: KEYS.y, reject: KEYS.n, edit, clear, undo, save, help: KEYS["?"] })) $(id).onclick = action;
$("form").onsubmit = (event) => { event.preventDefault(); keepEdit(); };
$("cancel").onclick = () => { show(false); $("list").focus(); };
$("filters").onsubmit = (event) => event.preventDefault();
$("filters").onchange = () => { list.draw(); if (!list.order.includes(current) && list.order.length) current = list.order[0]; line = null; show(); tell(`${list.order.length} decisions.`); };

function tab(name) {
  document.querySelector("main").dataset.tab = name;
  for (const button of document.querySelectorAll("nav button")) button.setAttribute("aria-pressed", String(button.dataset.tab === name));
  if (document.querySelector("nav").offsetParent) $(name).querySelector(".current")?.scrollIntoView({ block: "center" });
}
for (const button of document.querySelectorAll("nav button")) button.onclick = () => tab(button.dataset.tab);

const rules = [...new Set(data.decisions.flatMap((d) => d.evidence.flatMap((e) => [e[0].split("/")[0], e[0]])))].sort();
$("rule").append(...rules.map((rule) => make("option", { value: rule }, shown(rule))));
walk($("source"), ".slug");
walk($("articles"), ".piece");
$("unkept").hidden = store.load();
compute();
draw();
if (list.order.length) current = list.order.find((k) => !store.rows.has(view.said[k].id)) ?? list.order[0];
show();
tab("decisions");

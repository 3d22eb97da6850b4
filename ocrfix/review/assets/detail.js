// What is said of one decision or one line: question, text before and after, evidence, and the form of an edit.
const detail = {
  decision(k) {
    const d = view.now[k], state = stateOf(k);
    const why = view.why.get(k);
    return [
      make("h3", { className: "t" }, question(d)),
      make("p", { className: `state ${state}` }, d.own ? "Your own. " : "", state === "open" ? `Not judged; ${d.status}.` : why ? `Falls: ${data.falls[why]}.` : `${state[0].toUpperCase()}${state.slice(1)} by you.`),
      make("div", { className: "rows" }, ...this.rows(d)),
    ];
  },
  evidence(d) {
    const total = make("tr", { className: "total" }, make("td", {}, String(d.weight)), make("td", {}, "in all"), make("td"));
    const rows = d.evidence.map(([rule, weight, because]) => make("tr", {}, make("td", {}, (weight > 0 ? "+" : "") + weight), make("td", { className: "t" }, shown(because)), make("td", {}, make("code", {}, shown(rule)))));
    return rows.length ? [make("table", {}, make("caption", {}, "Evidence, in decibans: 10 means ten to one"), make("tbody", {}, ...rows, total))] : [];
  },
  rows(d) {
    const [start, end] = d.spans[0], near = 60, slug = slugAt(start) || [start, end];
    const left = shown(text(Math.max(slug[0], start - near), start)), right = shown(text(end, Math.min(slug[1], end + near)));
    const row = (sign, ...parts) => make("p", { className: sign === "-" ? "found t" : sign === "+" ? "printed t" : "t" }, make("span", { className: "sign" }, sign), ...parts);
    const whole = (span) => shown(text(span[0], Math.min(span[1], span[0] + 2 * near)));
    if (d.verb === "mend") return [row("-", left, make("del", {}, shown(text(start, end))), right), row("+", left, make("ins", {}, shown(d.text)), right)];
    if (d.verb === "drop") return [row("-", left, make("del", {}, shown(text(start, end))), right)];
    if (d.verb === "cut") return [row("+", left, make("ins", {}, "┊"), shown(text(start, start + near)))];
    if (d.verb === "join") {
      const [a, b] = [text(Math.max(start, end - near), end), text(d.spans[1][0], Math.min(d.spans[1][1], d.spans[1][0] + near))].map(shown);
      return [row("-", a, make("del", {}, "⏎")), row("-", b), ...(d.glue === "\n" ? [] : [row("+", a, d.glue, b)])];
    }
    return d.spans.map((span, n) => row(n ? "of" : "", whole(span)));
  },
  // The fields of an edit; `read` gives the changes, or a text that says what is wrong.
  form(d) {
    if (d.verb === "mend") {
      const input = make("input", { value: d.text, name: "text" });
      return { fields: [field("Reads", input)], read: () => ({ text: input.value }) };
    }
    if (d.verb === "join") {
      const glue = select("glue", Object.entries(data.glues), d.glue);
      return { fields: [field("Between the lines stands", glue)], read: () => ({ glue: glue.value }) };
    }
    if (d.verb === "part") {
      const kind = select("kind", data.kinds.map((x) => [x, x]), d.kind || "article");
      return { fields: [field("It is", kind)], read: () => ({ kind: kind.value }) };
    }
    if (d.verb === "drop") {
      const role = select("role", data.pageRoles.map((x) => [x, x]), d.role || "furniture");
      return { fields: [field("It is", role)], read: () => ({ role: role.value }) };
    }
    if (d.verb === "place") {
      const { fields, read } = this.place(d.role, d.spans[1]);
      return { fields, read: () => { const { role, home } = read(); return { role, spans: home ? [d.spans[0], home] : [d.spans[0]] }; } };
    }
    return null;
  },
  place(role, home) {
    const roles = select("role", [...data.articleRoles, ...data.pageRoles.filter((x) => x !== "copy")].map((x) => [x, x]), role || "title");
    const parts = view.now.filter((d) => d.verb === "part" && d.status === "applied").map((d) => [Setting.key(d.spans[0]), `line ${lineOf(d.spans[0][0])}: ${quoted(text(...d.spans[0]))}`, d.spans[0]]);
    const homes = select("home", parts, home ? Setting.key(home) : "");
    const label = field("Of the article that begins in", homes);
    roles.onchange = () => { label.hidden = !data.articleRoles.includes(roles.value); };
    roles.onchange();
    const read = () => ({ role: roles.value, home: data.articleRoles.includes(roles.value) ? parts.find((p) => p[0] === homes.value)?.[2] : null });
    return { fields: [field("It is", roles), label], read };
  },
  // What an editor can make of a line on his own account: -> verdicts.
  lineForm(slug) {
    const here = text(...slug);
    const what = select("what", [["place", "is a headline, byline, credit, banner, furniture"], ["part", "begins an article"], ["join", "goes on after another line"], ["text", "reads differently"], ["drop", "is left out"]], "place");
    const place = this.place("title"), kind = select("kind", data.kinds.map((x) => [x, x]), "article");
    const from = make("input", { type: "number", min: 1, max: lines.length, name: "from" }), glue = select("glue", Object.entries(data.glues), "\n");
    const input = make("input", { value: here, name: "text" });
    const groups = { place: place.fields, part: [field("It is", kind)], join: [field("After line", from), field("Between them stands", glue)], text: [field("Reads", input)], drop: [] };
    const boxes = Object.entries(groups).map(([name, fields]) => make("div", { data: { name } }, ...fields));
    what.onchange = () => boxes.forEach((box) => { box.hidden = box.dataset.name !== what.value; });
    what.onchange();
    const read = () => {
      if (what.value === "part") return ownVerdict("part", [slug], { kind: kind.value });
      if (what.value === "drop") return ownVerdict("drop", [slug], { role: "furniture" });
      if (what.value === "text") return changed(slug, input.value);
      if (what.value === "place") { const { role, home } = place.read(); return ownVerdict("place", home ? [slug, home] : [slug], { role }); }
      const line = lines[from.value - 1], before = line && view.page.slugs.filter((s) => line[0] <= s[0] && s[1] <= line[1]).pop();
      return before ? ownVerdict("join", [before, slug], { glue: glue.value }) : "Name a line that has text.";
    };
    return { fields: [field("This line", what), ...boxes], read };
  },
};

// A line's new text as a mend of no more characters than differ.
function changed(slug, wanted) {
  const old = cp.slice(...slug), now = Array.from(wanted);
  let a = 0, b = 0;
  while (a < old.length && a < now.length && old[a] === now[a]) a++;
  while (b < old.length - a && b < now.length - a && old[old.length - 1 - b] === now[now.length - 1 - b]) b++;
  if (a === old.length && a === now.length) return "The text is the same.";
  if (a + b === old.length) { if (a) a--; else b--; } // what is put in needs a character to stand at
  return ownVerdict("mend", [[slug[0] + a, slug[1] - b]], { text: now.slice(a, now.length - b).join("") });
}

function select(name, options, value) {
  const element = make("select", { name }, ...options.map(([v, label]) => make("option", { value: v }, label)));
  element.value = value;
  if (element.selectedIndex < 0 && options.length) element.selectedIndex = 0;
  return element;
}
const field = (label, element) => make("label", {}, make("span", {}, label), element);

// The three panes: source, decisions, articles. Each draws again only what changed.
const $ = (id) => document.getElementById(id);
function make(tag, props = {}, ...children) {
  const { data: marks = {}, ...rest } = props, element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, marks);
  element.append(...children);
  return element;
}
const hue = (n) => Math.round((n * 137.5) % 360);

// Where each slug went: by its start, the number of its article and its role.
function places() {
  const found = new Map();
  const note = (runs, n, role) => {
    for (const run of runs) for (const p of run) {
      const slug = p[0] < p[1] && slugAt(p[0]);
      if (slug && !found.has(slug[0])) found.set(slug[0], { n, role });
    }
  };
  view.page.articles.forEach((a, n) => {
    for (const role of ["kicker", "title", "deck", "byline", "credit"]) note(a[role], n + 1, role);
    note(a.paragraphs, n + 1, "");
  });
  note(view.page.banners, 0, "banner");
  note(view.page.furniture, 0, "left out");
  note(view.page.removed, 0, "dropped");
  return found;
}

const source = {
  items: new Map(), // line number -> { element, signature }
  draw() {
    const where = places(), byLine = new Map(), edits = view.page.edits.slice().sort((a, b) => a.spans[0][0] - b.spans[0][0]);
    let e = 0;
    for (const slug of view.page.slugs) {
      const mine = [];
      for (; e < edits.length && edits[e].spans[0][0] < slug[1]; e++) mine.push(edits[e]);
      const n = lineOf(slug[0]);
      if (!byLine.has(n)) byLine.set(n, []);
      byLine.get(n).push([slug, where.get(slug[0]) || { n: 0, role: "" }, mine]);
    }
    const fragment = document.createDocumentFragment();
    for (const [n, slugs] of byLine) {
      const signature = JSON.stringify(slugs.map(([s, w, m]) => [s, w, m.map((d) => [d.verb, d.spans[0]])]));
      const old = this.items.get(n);
      if (old && old.signature === signature) continue;
      const gap = n > 1 && !byLine.has(n - 1) ? " gap" : "";
      const element = make("li", { className: "line" + gap, role: "presentation" }, make("span", { className: "no", ariaHidden: "true" }, String(n)), ...slugs.map((s) => this.slug(n, ...s)));
      if (old) old.element.replaceWith(element);
      else fragment.append(element);
      this.items.set(n, { element, signature });
    }
    $("lines").append(fragment);
    if (!$("lines").querySelector("[tabindex='0']")) rove($("lines"), $("lines").querySelector(".slug"));
  },
  slug(n, slug, where, edits) {
    const element = make("span", { className: "slug t", role: "option", tabIndex: -1, data: { s: slug[0] } });
    if (where.n) element.style.setProperty("--h", hue(where.n));
    else element.classList.add("loose");
    element.append(make("small", {}, where.n ? `${where.n}${where.role ? " " + where.role : ""}` : where.role));
    let at = slug[0];
    for (const d of edits) {
      element.append(shown(text(at, d.spans[0][0])), make(d.verb === "drop" ? "del" : "mark", {}, shown(text(...d.spans[0]))));
      at = d.spans[0][1];
    }
    element.append(shown(text(at, slug[1])));
    return element;
  },
};

const articles = {
  drawn: [], // signatures, banners first
  draw() {
    const page = view.page, home = $("pages"), blocks = [{ name: "Banners", runs: page.banners.map((r) => ["banner", r]) }];
    page.articles.forEach((a, n) => {
      const runs = ["kicker", "title", "deck", "byline"].flatMap((role) => a[role].map((r) => [role, r]));
      blocks.push({ n: n + 1, name: `Article ${n + 1}`, kind: a.kind, runs: [...runs, ...a.paragraphs.map((r) => ["", r]), ...a.credit.map((r) => ["credit", r])] });
    });
    blocks.push({ name: "Left out", out: true, runs: [...page.furniture, ...page.removed].map((r) => ["out", r]) });
    blocks.forEach((block, k) => {
      const signature = JSON.stringify(block);
      if (this.drawn[k] === signature) return;
      const element = this.block(block);
      if (home.children[k]) home.children[k].replaceWith(element);
      else home.append(element);
      this.drawn[k] = signature;
    });
    while (home.children.length > blocks.length) home.lastChild.remove();
    this.drawn.length = blocks.length;
    if (!home.querySelector("[tabindex='0']")) rove(home, home.querySelector(".piece"));
  },
  block({ n, name, kind, runs, out }) {
    const element = make("section", { className: n ? "article" : "article loose", hidden: !runs.length, ariaLabel: name });
    if (n) element.style.setProperty("--h", hue(n));
    element.append(make("h3", {}, name, kind ? make("small", {}, kind) : ""));
    for (const [role, run] of runs) element.append(this.run(role, run));
    if (out) element.classList.add("leftout");
    return element;
  },
  run(role, run) {
    const element = make(role === "title" ? "h4" : "p", { className: `run ${role}` });
    let part = null;
    for (const p of run) {
      const [start, end, mended] = p, slug = start < end ? slugAt(start) : null;
      if (slug && (!part || part.dataset.s !== String(slug[0]))) {
        part = make("span", { className: "piece t", tabIndex: -1, data: { s: slug[0] } });
        element.append(part);
      }
      const home = part || element;
      if (mended === null) home.append(shown(text(start, end)));
      else home.append(start < end ? make("mark", {}, shown(mended)) : mended);
    }
    return element;
  },
};

const list = {
  items: [], // of each decision, { element, signature }
  order: [], // indices of the decisions that the filters let through
  draw() {
    const home = $("list"), wanted = filters();
    view.now.forEach((d, k) => {
      const state = stateOf(k), ask = question(d), signature = `${d.id} ${d.weight} ${state} ${ask}`;
      const old = this.items[k];
      if (old && old.signature === signature) return;
      const element = make(
        "li", { id: `d${k}`, role: "option", className: state, data: { k } },
        make("span", { className: "ask t" }, ask), " ",
        make("small", {}, d.own ? "yours" : `${d.weight} dB ${state === "open" ? d.status : state}`),
      );
      if (old) old.element.replaceWith(element);
      this.items[k] = { element, signature };
    });
    for (const gone of this.items.splice(view.now.length)) gone.element.remove();
    const indices = view.now.map((_, k) => k).filter((k) => wanted(k));
    const sure = (k) => (view.now[k].own ? Infinity : view.now[k].weight), at = (k) => view.now[k].spans[0][0];
    indices.sort($("order").value === "sure" ? (a, b) => sure(a) - sure(b) || at(a) - at(b) : (a, b) => at(a) - at(b));
    if (indices.join() !== this.order.join() || home.children.length !== indices.length) home.replaceChildren(...indices.map((k) => this.items[k].element));
    this.order = indices;
    $("none").hidden = indices.length > 0;
  },
};

// The filters as a test of a decision's number.
function filters() {
  const verb = $("verb").value, rule = $("rule").value, state = $("state").value, [least, most] = $("sure").value.split(" ").map(Number);
  return (k) => {
    const d = view.now[k];
    return (!verb || view.said[k].verb === verb) && (!rule || d.evidence.some((e) => e[0] === rule || e[0].startsWith(rule + "/"))) &&
      (!state || stateOf(k) === state || (state === "proposed" && d.status === "proposed")) && (most === undefined || (!d.own && d.weight >= least && d.weight < most));
  };
}

// One tab stop for a pane of many: the element that the arrow keys reached.
function rove(pane, element) {
  if (!element) return;
  for (const old of pane.querySelectorAll("[tabindex='0']")) old.tabIndex = -1;
  element.tabIndex = 0;
}

// What is known of the page, what was said of it so far, and what comes of both.
const data = JSON.parse(document.getElementById("data").textContent);
const cp = Array.from(data.text);
const lines = Setting.lineSpans(cp);
const lineStarts = lines.map((s) => s[0]);
const text = (start, end) => cp.slice(start, end).join("");
const lineOf = (at) => Setting.bisectRight(lineStarts, at);

// Steering characters by number, as on a terminal (ocrfix/terminal.py).
const STEERING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b-\u200d\u2028\u2029\u2060\ufeff\u{e0000}-\u{e007f}\ud800-\udfff]/gu;
const shown = (s) => s.replace(STEERING, (c) => c.split("").map((u) => "\\u" + u.charCodeAt(0).toString(16).padStart(4, "0")).join(""));
const quoted = (s) => shown(Array.from(s).length > 24 ? Array.from(s).slice(0, 24).join("") + "…" : s);

// JSON as ocrfix.formats.dump writes it, so that both ways to review write the same file.
function dump(value) {
  if (Array.isArray(value)) return "[" + value.map(dump).join(", ") + "]";
  if (value && typeof value === "object") return "{" + Object.entries(value).map(([k, v]) => dump(k) + ": " + dump(v)).join(", ") + "}";
  const escape = (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0");
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029]/g, escape);
}

// SHA-256 (FIPS 180-4) of ASCII text, in hexadecimal: a decision of the editor's own is named by it.
function sha256(message) {
  const K = [], H = [];
  const root = (x, n) => ((Math.pow(x, 1 / n) % 1) * 4294967296) | 0;
  for (let x = 2; K.length < 64; x++) {
    if (Array.from({ length: x - 2 }, (_, i) => i + 2).some((d) => x % d === 0)) continue;
    if (H.length < 8) H.push(root(x, 2));
    K.push(root(x, 3));
  }
  const rotr = (x, n) => (x >>> n) | (x << (32 - n));
  const size = (((message.length + 8) >> 6) + 1) * 16, words = new Int32Array(size);
  for (let i = 0; i < message.length; i++) words[i >> 2] |= message.charCodeAt(i) << (24 - (i % 4) * 8);
  words[message.length >> 2] |= 0x80 << (24 - (message.length % 4) * 8);
  words[size - 1] = message.length * 8;
  for (let at = 0; at < size; at += 16) {
    const w = [...words.subarray(at, at + 16)];
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15], b = w[i - 2];
      w[i] = (w[i - 16] + (rotr(a, 7) ^ rotr(a, 18) ^ (a >>> 3)) + w[i - 7] + (rotr(b, 17) ^ rotr(b, 19) ^ (b >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = H;
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const t2 = ((rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => (H[i] = (H[i] + x) | 0));
  }
  return H.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
}
const idOf = (verb, spans) => sha256(`${data.source.sha256}:${verb}:${spans.map(Setting.key).join(",")}`).slice(0, 12);

// Verdicts, by decision, the last one last; kept in the browser as soon as they are given.
const store = {
  key: `ocrfix ${data.source.sha256}`,
  rows: new Map(data.verdicts.map((row) => [row.id, row])),
  past: [],
  load() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(this.key)); } catch { return false; }
    if (!Array.isArray(kept?.rows)) return true;
    if (kept.base !== sha256Of(data.verdicts)) kept.rows = [...this.rows.values(), ...kept.rows];
    this.rows = new Map();
    for (const row of kept.rows) { this.rows.delete(row.id); this.rows.set(row.id, row); }
    return true;
  },
  save() {
    try {
      localStorage.setItem(this.key, JSON.stringify({ base: sha256Of(data.verdicts), rows: [...this.rows.values()] }));
      return true;
    } catch { return false; }
  },
  change(rows, gone = []) {
    this.past.push(new Map(this.rows));
    for (const id of gone) this.rows.delete(id);
    for (const row of rows) { this.rows.delete(row.id); this.rows.set(row.id, row); }
  },
  undo() {
    if (!this.past.length) return false;
    this.rows = this.past.pop();
    return true;
  },
  file() {
    const { sha256, name, page } = data.source;
    return [{ schema: data.schema, sha256, name, page }, ...this.rows.values()].map((row) => dump(row) + "\n").join("");
  },
};
function sha256Of(rows) { return sha256(encodeURIComponent(dump(rows).replace(/[\ud800-\udfff]/g, "?"))); }

// A verdict on a decision, or one of the editor's own, as a row of the file; `changes` are what an edit changes.
function verdictOn(d, word, changes = {}) {
  const said = { verb: d.verb, role: undefined, kind: undefined, glue: undefined, text: undefined, spans: d.spans, ...changes };
  const row = { id: d.id, verdict: word };
  for (const key of ["verb", "role", "kind", "glue", "text", "spans"]) if (said[key] !== undefined) row[key] = said[key];
  const rules = [...new Set(d.evidence.map((e) => e[0]))];
  return rules.length ? { ...row, weight: d.weight, rules } : row;
}
const ownVerdict = (verb, spans, what) => verdictOn({ id: idOf(verb, spans), verb, spans, evidence: [] }, "edit", what);

// What comes of it: decisions as they stand (`now`, in order), why others fell, and the page.
let view;
function compute() {
  const { said, unmatched } = Setting.hear(data.decisions, [...store.rows.values()], idOf);
  const { now, why } = Setting.settle(cp, said);
  view = { said, now, why, unmatched, page: Setting.apply(cp, now) };
  view.slugStarts = view.page.slugs.map((s) => s[0]);
}
const slugAt = (at) => view.page.slugs[Setting.bisectRight(view.slugStarts, at) - 1];
compute();

function question(d) {
  const special = { join: d.glue === "\n" && "join paragraph", mend: !d.text && "mend nothing", place: d.spans.length < 2 && "place page" };
  const key = special[d.verb] || d.verb;
  const last = d.spans[d.spans.length - 1];
  const found = { a: lineOf(d.spans[0][0]), b: lineOf(last[0]), found: quoted(text(...d.spans[0])), text: quoted(d.text), role: d.role || (d.verb === "drop" ? "furniture" : "banner"), kind: d.kind || "article" };
  return data.questions[key].replace(/\{(\w+)\}/g, (_, name) => found[name]);
}
function stateOf(k) {
  if (view.why.has(k)) return "fallen";
  return view.now[k].said || "open";
}

// Decisions and verdicts applied to a source, as ocrfix/revise.py and ocrfix/articles.py do it, for one page in a browser.
// Positions are code points: `cp` is the text as an array of them. A span is [start, end], a piece [start, end, text or null].
"use strict";
const Setting = (() => {
  const SPACES = new Set("\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000");
  const BREAKS = new Set("\n\r\f\v\x85\u2028\u2029");
  const HYPHENS = new Set("-\u2010");
  const PAGE_ROLES = { furniture: "furniture", jump: "furniture", copy: "removed", banner: "banners" };
  const ARTICLE_ROLES = ["kicker", "title", "deck", "byline", "credit"];
  const SAID = { accept: "accepted", reject: "rejected", edit: "edited" };
  const key = (span) => span[0] + "-" + span[1];
  const bisectRight = (list, x) => {
    let lo = 0, hi = list.length;
    while (lo < hi) { const mid = (lo + hi) >> 1; if (x < list[mid]) hi = mid; else lo = mid + 1; }
    return lo;
  };

  function lineSpans(cp) {
    const spans = [];
    let start = 0;
    for (let i = 0; i < cp.length; i++) {
      if (!BREAKS.has(cp[i])) continue;
      spans.push([start, i]);
      if (cp[i] === "\r" && cp[i + 1] === "\n") i++;
      start = i + 1;
    }
    if (start < cp.length) spans.push([start, cp.length]);
    return spans;
  }

  function trim(cp, [start, end]) {
    while (start < end && SPACES.has(cp[start])) start++;
    while (start < end && SPACES.has(cp[end - 1])) end--;
    return [start, end];
  }

  function slugs(cp, cuts) {
    const at = [...cuts].sort((a, b) => a - b), found = [];
    let k = 0;
    for (const [first, end] of lineSpans(cp)) {
      let start = first;
      for (; k < at.length && at[k] < end; k++) { found.push([start, at[k]]); start = at[k]; }
      found.push([start, end]);
    }
    return found.map((s) => trim(cp, s)).filter(([a, b]) => a < b);
  }

  // Prints slugs: mends in place, drops left out. Edits do not overlap and lie within slugs.
  function setter(cp, decisions) {
    const edits = decisions.filter((d) => d.verb === "mend" || d.verb === "drop").sort((a, b) => a.spans[0][0] - b.spans[0][0]);
    const starts = edits.map((d) => d.spans[0][0]);
    const blank = (p) => { for (let i = p[0]; i < p[1]; i++) if (!SPACES.has(cp[i])) return false; return true; };
    return (slug) => {
      const pieces = [];
      let at = slug[0];
      for (let k = bisectRight(starts, slug[0] - 1); k < edits.length && starts[k] < slug[1]; k++) {
        const d = edits[k], [start, end] = d.spans[0];
        if (at < start) pieces.push([at, start, null]);
        if (d.verb === "mend") pieces.push([start, end, d.text]);
        else if (d.glue && pieces.length) pieces.push([start, start, d.glue]);
        at = end;
      }
      if (at < slug[1]) pieces.push([at, slug[1], null]);
      while (pieces.length && blank(pieces[pieces.length - 1])) pieces.pop();
      while (pieces.length && blank(pieces[0])) pieces.shift();
      if (!pieces.length) return pieces;
      const last = pieces.length - 1;
      if (pieces[0][2] === null) pieces[0] = [trim(cp, pieces[0])[0], pieces[0][1], null];
      if (pieces[last][2] === null) pieces[last] = [pieces[last][0], trim(cp, pieces[last])[1], null];
      return pieces;
    };
  }

  const render = (cp, run) => run.map((p) => (p[2] === null ? cp.slice(p[0], p[1]).join("") : p[2])).join("");

  // articles.apply: decisions that contradict nothing -> articles, banners, furniture, removed, and all slugs.
  function apply(cp, decisions) {
    const live = decisions.filter((d) => d.status === "applied");
    const all = slugs(cp, live.filter((d) => d.verb === "cut").map((d) => d.spans[0][0]));
    const run = setter(cp, live), runs = new Map(all.map((s) => [s[0], run(s)]));
    const starts = all.map((s) => s[0]).filter((s) => runs.get(s).length);
    const after = new Map(), before = new Set(), part = new Map(), place = new Map();
    for (const d of live) {
      const at = d.spans.map((s) => s[0]);
      if (d.verb === "join") { after.set(at[0], [at[1], d.glue]); before.add(at[1]); }
      else if (d.verb === "part") part.set(at[0], d.kind || "article");
      else if (d.verb === "place") place.set(at[0], [d.role || "banner", at.length > 1 ? at[1] : null]);
    }
    const follow = (start) => {
      const lines = [];
      let pieces = [...runs.get(start)];
      while (after.has(start)) {
        const [next, glue] = after.get(start);
        start = next;
        if (glue === "\n") { lines.push(pieces); pieces = []; }
        else if (glue) { const at = runs.get(start)[0][0]; pieces.push([at, at, glue]); }
        pieces.push(...runs.get(start));
      }
      lines.push(pieces);
      return lines;
    };
    const bodies = [], blocks = [];
    for (const start of starts) {
      if (before.has(start)) continue;
      const lines = follow(start);
      if (place.has(start)) blocks.push([start, ...place.get(start), lines]);
      else if (part.has(start) && !(bodies.length === 1 && bodies[0].start < 0)) bodies.push({ start, kind: part.get(start), lines });
      else if (part.has(start)) bodies[0] = { start, kind: part.get(start), lines: [...bodies[0].lines, ...lines] };
      else if (bodies.length) bodies[bodies.length - 1].lines.push(...lines);
      else bodies.push({ start: -1, kind: "article", lines });
    }
    const homes = new Map(bodies.map((b) => [b.start, {}]));
    const listed = { banners: [], furniture: [], removed: [] };
    for (const [start, role, target, lines] of blocks) {
      if (target === null || !homes.has(target)) listed[PAGE_ROLES[role] || "banners"].push(...lines.map((r) => [start, r]));
      else (homes.get(target)[role] ||= []).push(...lines);
    }
    for (const d of live) {
      const [start, end] = d.spans[0];
      if (d.verb === "drop") listed[PAGE_ROLES[d.role || "furniture"]].push([start, [[start, end, null]]]);
      else if (d.verb === "mend" && [...d.text].length < end - start) listed.removed.push([start, [[start, end, null]]]);
    }
    const articles = bodies.map((b) => {
      const a = { start: b.start, kind: b.kind, paragraphs: b.lines };
      for (const role of ARTICLE_ROLES) a[role] = homes.get(b.start)[role] || [];
      return a;
    });
    const lists = Object.fromEntries(Object.entries(listed).map(([name, found]) => [name, found.sort((a, b) => a[0] - b[0]).map((f) => f[1])]));
    return { articles, ...lists, slugs: all, edits: live.filter((d) => d.verb === "mend" || d.verb === "drop") };
  }

  function articleRuns(a) {
    const head = [...a.kicker, ...a.title, ...a.deck, ...a.byline], body = [...a.paragraphs, ...a.credit];
    return [...head, ...(head.length && body.length ? [[]] : []), ...body];
  }

  function pageText(cp, page) {
    const found = [...page.banners];
    for (const a of page.articles) { if (found.length) found.push([], []); found.push(...articleRuns(a)); }
    return found.map((run) => render(cp, run) + "\n").join("");
  }

  // revise.hear: decisions with the editor's word, the editor's own after them; `verdicts` are rows, the last the strongest.
  function hear(decisions, verdicts, id) {
    const said = decisions.map((d) => ({ ...d, strength: 0 })), where = new Map(said.map((d, k) => [d.id, k])), unmatched = [];
    verdicts.forEach((v, n) => {
      const k = where.get(v.id);
      if (k !== undefined) said[k] = judged(said[k], v, n + 1);
      else if (v.verdict === "edit" && v.verb && id(v.verb, v.spans || []) === v.id)
        said.push(judged({ id: v.id, verb: v.verb, spans: v.spans, status: "applied", weight: 0, role: null, kind: null, glue: "", text: "", evidence: [], own: true }, v, n + 1));
      else unmatched.push(v);
    });
    return { said, unmatched };
  }

  function judged(d, v, strength) {
    const now = { ...d, strength, said: SAID[v.verdict], status: v.verdict === "reject" ? "proposed" : "applied" };
    if (v.verdict !== "edit") return now;
    if (d.verb === "drop" && v.text !== undefined) now.verb = "mend";
    if (v.spans && v.spans.length) now.spans = v.spans;
    if (d.verb === "place" && PAGE_ROLES[v.role]) now.spans = now.spans.slice(0, 1);
    for (const field of ["role", "kind", "glue", "text"]) if (v[field] !== undefined) now[field] = v[field];
    return now;
  }

  function sound(d, length) {
    const n = d.spans.length, [start, end] = d.spans[0] || [0, 0];
    if (!(d.verb === "join" ? n === 2 : d.verb === "place" ? n === 1 || n === 2 : n === 1)) return false;
    if (d.spans.some(([a, b]) => !(0 <= a && a <= b && b <= length))) return false;
    if ((start === end) !== (d.verb === "cut")) return false;
    if (d.verb === "drop") return d.role === null || d.role in PAGE_ROLES;
    return d.verb !== "place" || n === 1 || ARTICLE_ROLES.includes(d.role);
  }

  // revise.settle: decisions as they stand, and why others fell (index -> name of a revise.Fall).
  function settle(cp, said) {
    const now = said.map((d) => ({ ...d })), why = new Map();
    const live = now.map((_, k) => k).filter((k) => now[k].status === "applied").sort((a, b) => now[b].strength - now[a].strength);
    for (const k of live) if (!sound(now[k], cp.length)) why.set(k, "SHAPE");
    const standing = (...verbs) => live.filter((k) => !why.has(k) && verbs.includes(now[k].verb));
    const names = (k) => now[k].spans.map((s) => s[0]);
    const all = markType(cp, now, why, standing), ends = new Map(all);
    const run = setter(cp, standing("mend", "drop").map((k) => now[k]));
    const printed = new Set(all.filter((s) => run(s).length).map((s) => s[0]));
    lift(now, why, standing, names, all, printed);
    link(now, why, standing, names, printed);
    keepHyphens(cp, now, why, standing, names, ends);
    for (const k of why.keys()) now[k].status = "proposed";
    return { now, why };
  }

  function markType(cp, now, why, standing) {
    const taken = new Uint8Array(cp.length + 1), inside = new Uint8Array(cp.length + 1), cut = new Uint8Array(cp.length + 1);
    const lines = lineSpans(cp), begins = lines.map((s) => s[0]);
    const any = (marks, a, b) => { for (let i = a; i < b; i++) if (marks[i]) return true; return false; };
    for (const k of standing("mend", "drop", "cut")) {
      const [start, end] = now[k].spans[0];
      if (now[k].verb === "cut") {
        const line = lines[bisectRight(begins, start) - 1];
        if (inside[start]) why.set(k, "TAKEN");
        else if (!line || !(line[0] < start && start < line[1])) why.set(k, "LINE");
        else cut[start] = 1;
      } else if (any(taken, start, end) || any(cut, start + 1, end)) why.set(k, "TAKEN");
      else { taken.fill(1, start, end); inside.fill(1, start + 1, end); }
    }
    const all = slugs(cp, standing("cut").map((k) => now[k].spans[0][0])), starts = all.map((s) => s[0]);
    for (const k of standing("mend", "drop")) {
      const [start, end] = now[k].spans[0], n = bisectRight(starts, start);
      if (!n || end > all[n - 1][1]) why.set(k, "LINE");
    }
    return all;
  }

  function lift(now, why, standing, names, all, printed) {
    const next = new Map(), prev = new Map(), part = new Map();
    for (const k of standing("join")) {
      const [a, b] = names(k);
      if (a !== b && !next.has(a) && !prev.has(b)) { next.set(a, k); prev.set(b, k); }
    }
    for (const k of standing("part")) if (!part.has(names(k)[0])) part.set(names(k)[0], k);
    const take = (map, line) => { const k = map.get(line); map.delete(line); return k; };
    const liftLine = (line, strength) => {
      const before = take(prev, line), named = take(part, line), after = next.get(line);
      if (before !== undefined) next.delete(names(before)[0]);
      if (after === undefined || now[after].strength >= strength) {
        for (const k of [before, named]) if (k !== undefined) why.set(k, "LIFTED");
        return;
      }
      const heir = now[after].spans[1];
      why.set(after, "LIFTED");
      next.delete(line);
      prev.delete(heir[0]);
      if (before !== undefined) {
        const d = now[before];
        d.glue = d.glue === "\n" || now[after].glue === "\n" ? "\n" : d.glue;
        if (key(d.spans[0]) !== key(heir)) { next.set(d.spans[0][0], before); prev.set(heir[0], before); }
        d.spans = [d.spans[0], heir];
      }
      if (named !== undefined) {
        now[named].spans = [heir];
        part.set(heir[0], named);
        for (const k of standing("place")) if (names(k)[1] === line) now[k].spans = [now[k].spans[0], heir];
      }
    };
    for (const [line] of all) if (!printed.has(line)) liftLine(line, Infinity);
    for (const k of standing("place")) {
      const line = names(k)[0], into = [prev.get(line), part.get(line)].filter((x) => x !== undefined);
      if (into.length && into.every((x) => now[x].strength < now[k].strength)) liftLine(line, now[k].strength);
    }
  }

  function link(now, why, standing, names, printed) {
    const after = new Map(), joined = new Set(), headed = new Set();
    for (const k of standing("join", "part", "place")) {
      const lines = names(k), first = lines[0], last = lines[lines.length - 1];
      if (!lines.every((line) => printed.has(line))) why.set(k, "LINE");
      else if (now[k].verb !== "join") { if (joined.has(first) || headed.has(first)) why.set(k, "ELSEWHERE"); else headed.add(first); }
      else if (after.has(first) || joined.has(last) || headed.has(last)) why.set(k, "ELSEWHERE");
      else {
        let end = last;
        while (after.has(end)) end = after.get(end);
        if (end === first) why.set(k, "RING"); else { after.set(first, last); joined.add(last); }
      }
    }
    const homes = new Set(standing("part").map((k) => names(k)[0]));
    for (const k of standing("place")) if (names(k).length > 1 && !homes.has(names(k)[1])) why.set(k, "ARTICLE");
  }

  function keepHyphens(cp, now, why, standing, names, ends) {
    const linked = new Set(now.map((d, k) => d.verb === "join" && d.spans.length ? ends.get(names(k)[0]) : undefined));
    const closed = new Set(standing("join").filter((k) => !now[k].glue).map((k) => ends.get(names(k)[0])));
    for (const k of standing("mend")) {
      const [start, end] = now[k].spans[0];
      if (!now[k].text && end - start === 1 && HYPHENS.has(cp[start]) && linked.has(end) && !closed.has(end)) why.set(k, "HYPHEN");
    }
  }

  return { lineSpans, slugs, trim, render, apply, articleRuns, pageText, hear, settle, key, bisectRight };
})();
if (typeof module !== "undefined") module.exports = Setting;

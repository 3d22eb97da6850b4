// Once the fonts are there: hyphens where lines end, frames told in ORDER, the paper as high as the page.
// The title of the document says what went wrong: text outside its frame, frames on one another.
const hyphenate = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (walker.currentNode.data.includes("\u00ad")) nodes.push(walker.currentNode);
  const range = document.createRange();
  const texts = nodes.map((node) => {
    let text = "";
    for (let k = 0; k < node.data.length; k++) {
      if (node.data[k] !== "\u00ad") { text += node.data[k]; continue; }
      range.setStart(node, k - 1);
      range.setEnd(node, k);
      const before = range.getBoundingClientRect();
      range.setStart(node, k + 1);
      range.setEnd(node, k + 2);
      const after = range.getBoundingClientRect();
      if (after.left < before.left || after.top > before.bottom || after.bottom < before.top) text += "-";
    }
    return text;
  });
  nodes.forEach((node, k) => { node.data = texts[k]; });
};
const faults = () => {
  const found = [], frames = [...document.querySelectorAll(".f")];
  const edge = document.querySelector(".sheet").getBoundingClientRect();
  const pieces = [];
  for (const f of frames) {
    const em = Math.max(...[f, ...f.children].map((e) => parseFloat(getComputedStyle(e).fontSize)));
    const upright = getComputedStyle(f).writingMode.startsWith("vertical");
    const [x, y] = upright ? [em * 0.3, 2] : [2, em * 0.3]; // the height of a letter may be more than that of its line
    if (f.scrollWidth > f.clientWidth + x + 1 || f.scrollHeight > f.clientHeight + y + 1) found.push(f.id + " overfull");
    for (const box of f.getClientRects()) pieces.push([f.id, box]);
  }
  pieces.forEach(([f, b], k) => {
    if (b.right > edge.right + 1 || b.left < edge.left - 1) found.push(f + " off the page");
    for (const [g, c] of pieces.slice(k + 1)) {
      const x = Math.min(b.right, c.right) - Math.max(b.left, c.left);
      const y = Math.min(b.bottom, c.bottom) - Math.max(b.top, c.top);
      if (x > 2 && y > 2 && f !== g) found.push(f + " on " + g);
    }
  });
  return found.join(", ");
};
document.fonts.ready.then(() => {
  hyphenate();
  ORDER.forEach((k, n) => { document.getElementById("f" + k).style.zIndex = n; }); // what lies higher is told later
  const b = document.querySelector(".sheet").getBoundingClientRect(), style = document.createElement("style");
  style.textContent = `@page { size: ${Math.ceil(b.width)}px ${Math.ceil(b.height) + 2}px; margin: 0 }
    body { height: ${Math.ceil(b.height)}px; overflow: hidden }`;
  document.head.append(style);
  document.title = faults() || document.title;
});

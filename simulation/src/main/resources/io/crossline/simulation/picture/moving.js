// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Moving
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let flight = 0;
function fly(a, b) {
  const from = { ...view }, start = performance.now(), mine = ++flight, LENGTH = 260;
  if (calm.matches) { view = { a, b }; clampView(); refresh(); return; }
  const tick = (now) => {
    if (mine !== flight) return;
    const t = Math.min(1, Math.max(0, now - start) / LENGTH), s = t * t * (3 - 2 * t);
    view = { a: from.a + (a - from.a) * s, b: from.b + (b - from.b) * s };
    clampView();
    draw();
    if (t < 1) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
function glide(u) { const half = (view.b - view.a) / 2; fly(u - half, u + half); }
function reveal(m) {
  const a = m.at[0], b = m.at[m.at.length - 1], span = view.b - view.a;
  const lane = AXIS + pitch * (row[m.steps[0].lane] + 0.5) - scroll;
  if (lane < AXIS || lane > height) { scroll += lane - height / 2; clampView(); }
  if (a >= view.a && b <= view.b && b - a > span / 60) { refresh(); return; }
  const wanted = Math.max((b - a) * 1.6, Math.min(span, (b - a) * 12), extent / 2000);
  fly((a + b - wanted) / 2, (a + b + wanted) / 2);
}
function zoom(factor, px) {
  flight++;
  const at = position(px);
  const span = Math.min(extent, Math.max((view.b - view.a) * factor, Math.min(extent, Math.max(extent / 20000, 200))));
  const share = (at - view.a) / (view.b - view.a);
  view = { a: at - share * span, b: at + (1 - share) * span };
  clampView();
  refresh();
}
function pan(by) { flight++; view = { a: view.a + by, b: view.b + by }; clampView(); refresh(); }
const middleOfPlot = () => gutter + (width - gutter) / 2;
const whole = () => fly(0, extent);

plot.addEventListener('wheel', (e) => {
  e.preventDefault();
  const LINE = 16, unit = e.deltaMode === 1 ? LINE : 1;
  if (e.shiftKey) { scroll += (e.deltaY || e.deltaX) * unit; clampView(); refresh(); return; }
  if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) { pan(((e.deltaX * unit) / width) * (view.b - view.a)); return; }
  zoom(Math.exp(Math.max(-120, Math.min(120, e.deltaY * unit)) * 0.0022), e.offsetX);
}, { passive: false });
const pointers = new Map();
let travelled = 0;
const local = (e) => { const box = plot.getBoundingClientRect(); return { x: e.clientX - box.left, y: e.clientY - box.top }; };
plot.addEventListener('pointerdown', (e) => {
  if (e.button !== 0) return;
  plot.setPointerCapture(e.pointerId);
  pointers.set(e.pointerId, local(e));
  if (pointers.size === 1) travelled = 0;
  tip.hidden = true;
});
plot.addEventListener('pointermove', (e) => {
  const now = local(e), before = pointers.get(e.pointerId);
  if (!before) { hover(now.x, now.y); return; }
  if (pointers.size === 1) {
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (travelled > 4) {
      plot.classList.add('moving');
      scroll -= now.y - before.y;
      pan((-(now.x - before.x) / (width - gutter)) * (view.b - view.a));
    }
  } else {
    travelled = Infinity;
    const other = [...pointers].find(([id]) => id !== e.pointerId)[1];
    const was = Math.abs(before.x - other.x), is = Math.abs(now.x - other.x);
    if (was > 8 && is > 8) zoom(was / is, (now.x + other.x) / 2);
  }
  pointers.set(e.pointerId, now);
});
const release = (e) => {
  if (!pointers.delete(e.pointerId)) return;
  plot.classList.remove('moving');
  if (e.type !== 'pointerup' || travelled > 4) return;
  const at = local(e), sign = signUnder(at.x, at.y);
  if (sign) { hover(at.x, at.y); return; }
  select(under(at.x, at.y));
};
plot.addEventListener('pointerup', release);
plot.addEventListener('pointercancel', release);
plot.addEventListener('pointerleave', () => { tip.hidden = true; if (hovered) { hovered = null; drawOver(); } });
plot.addEventListener('dblclick', (e) => zoom(0.4, e.offsetX));

let grip = null;
const overviewAt = (e) => ((e.clientX - overview.getBoundingClientRect().left - PAD) / (overview.clientWidth - 2 * PAD)) * extent;
overview.addEventListener('pointerdown', (e) => {
  overview.setPointerCapture(e.pointerId);
  flight++;
  const at = overviewAt(e), near = (extent * 9) / overview.clientWidth;
  if (Math.abs(at - view.a) < near) grip = { edge: 'a' };
  else if (Math.abs(at - view.b) < near) grip = { edge: 'b' };
  else {
    const half = (view.b - view.a) / 2;
    if (at < view.a || at > view.b) { view = { a: at - half, b: at + half }; clampView(); refresh(); }
    grip = { last: at };
  }
});
overview.addEventListener('pointermove', (e) => {
  if (!grip) return;
  const at = overviewAt(e);
  if (grip.edge === 'a') view = { a: Math.min(at, view.b - extent / 20000), b: view.b };
  else if (grip.edge === 'b') view = { a: view.a, b: Math.max(at, view.a + extent / 20000) };
  else { view = { a: view.a + at - grip.last, b: view.b + at - grip.last }; grip.last = at; }
  clampView();
  refresh();
});
['pointerup', 'pointercancel'].forEach((name) => overview.addEventListener(name, () => { grip = null; }));

plot.addEventListener('keydown', (e) => {
  const span = view.b - view.a;
  const act = { ArrowLeft: () => pan(-span / 8), ArrowRight: () => pan(span / 8), ArrowUp: () => { scroll -= 60; clampView(); refresh(); }, ArrowDown: () => { scroll += 60; clampView(); refresh(); }, Home: () => pan(-extent), End: () => pan(extent), PageUp: () => pan(-span * 0.9), PageDown: () => pan(span * 0.9) }[e.key];
  if (act && !e.ctrlKey && !e.metaKey && !e.altKey) { e.preventDefault(); act(); }
});
document.addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.target === byId('search')) {
    if (e.key === 'Escape') { byId('search').value = ''; filter(); plot.focus(); }
    if (e.key === 'Enter') walk(1);
    return;
  }
  const act = { '+': () => zoom(0.7, middleOfPlot()), '=': () => zoom(0.7, middleOfPlot()), '-': () => zoom(1 / 0.7, middleOfPlot()), 0: whole, n: () => walk(1), p: () => walk(-1), '/': () => byId('search').focus(), Escape: () => select(null) }[e.key.length === 1 ? e.key.toLowerCase() : e.key];
  if (act) { e.preventDefault(); act(); }
});
byId('in').addEventListener('click', () => zoom(0.6, middleOfPlot()));
byId('out').addEventListener('click', () => zoom(1 / 0.6, middleOfPlot()));
byId('fit').addEventListener('click', whole);
byId('compress').addEventListener('change', (e) => {
  const from = timeAt(view.a), to = timeAt(view.b);
  layTime(e.target.checked);
  view = { a: place(from), b: place(to) };
  clampView();
  if (!selected) showAll();
  change();
});

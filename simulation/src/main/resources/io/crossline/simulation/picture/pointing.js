// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- What lies under the pointer
const REACH = 7;
function distance(px, py, x0, y0, x1, y1, bent) {
  if (px < x0 - REACH || px > x1 + REACH) return Infinity;
  if (!bent || x1 - x0 < 1) {
    const low = Math.min(y0, y1), high = Math.max(y0, y1);
    const dy = py < low ? low - py : py > high ? py - high : 0;
    const dx = px < x0 ? x0 - px : px > x1 ? px - x1 : 0;
    return Math.hypot(dx, dy);
  }
  const t = Math.min(1, Math.max(0, (px - x0) / (x1 - x0)));
  let low = 0, high = 1;
  for (let i = 0; i < 14; i++) {
    const s = (low + high) / 2;
    if (1.5 * s * (1 - s) + s * s * s < t) low = s; else high = s;
  }
  const s = (low + high) / 2;
  const on = y0 + (y1 - y0) * (3 * s * s - 2 * s * s * s);
  const slope = ((y1 - y0) * 6 * s * (1 - s)) / Math.max(1e-6, (x1 - x0) * (1.5 - 3 * s + 3 * s * s));
  return Math.abs(py - on) / Math.hypot(1, slope);
}
function under(px, py) {
  if (px < gutter || py < AXIS) return null;
  let best = null, least = REACH;
  messages.forEach((m) => {
    if (!visible(m) || !m.match) return;
    for (let i = 0; i < m.steps.length; i++) {
      const x1 = x(m.at[i]), y1 = y(m, m.steps[i].lane);
      const k = Math.max(0, i - 1);
      const x0 = x(m.at[k]), y0 = y(m, m.steps[k].lane);
      let d = distance(px, py, x0, y0, x1, y1, m.steps[k].lane !== m.steps[i].lane);
      // Of lines on one another, the failed one is meant, then the one that is selected.
      if (d < REACH) d -= (m.failed ? 1.5 : 0) + (m === selected ? 1 : 0);
      if (d < least) { least = d; best = m; }
    }
  });
  return best;
}
const signUnder = (px, py) => clusters.find((c) => Math.abs(c.x - px) < 10 && Math.abs(c.y - py) < 10) || null;
function say(words, px, py) {
  tip.textContent = words;
  tip.hidden = false;
  const w = tip.offsetWidth, h = tip.offsetHeight;
  tip.style.left = Math.max(4, Math.min(px + 14, width - w - 6)) + 'px';
  tip.style.top = (py + 18 + h > height ? Math.max(4, py - h - 10) : py + 18) + 'px';
}
function summary(m) {
  const first = m.steps[0], last = m.steps[m.steps.length - 1];
  const way = [];
  m.steps.forEach((s) => { if (way[way.length - 1] !== s.lane) way.push(s.lane); });
  return m.name + ' · ' + m.status + (m.faulted ? ' · touched by a fault' : '') + '\n' + way.slice(0, 8).map(laneName).join(' → ') + (way.length > 8 ? ' …' : '') + '\n' + clock(first.time) + (last.time > first.time ? ', took ' + lasting(last.time - first.time) : '');
}
function hover(px, py) {
  const sign = signUnder(px, py);
  const m = sign ? null : under(px, py);
  plot.classList.toggle('over', m !== null || sign !== null);
  if (m !== hovered) { hovered = m; drawOver(); }
  if (sign) {
    const MOST = 6;
    const lines = sign.faults.slice(0, MOST).map((f) => clock(f.time) + '  ' + laneName(f.lane) + (f.other >= 0 ? ' – ' + laneName(f.other) : '') + ': ' + f.what);
    if (sign.faults.length > MOST) lines.push('and ' + (sign.faults.length - MOST) + ' more');
    say(lines.join('\n'), px, py);
  } else if (m) say(summary(m), px, py);
  else tip.hidden = true;
}

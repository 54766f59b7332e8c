// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Lines of messages
const visible = (m) => m.on && m.at[m.at.length - 1] >= view.a - margin() && m.at[0] <= view.b + margin();
const margin = () => ((view.b - view.a) * (gutter ? PAD : PAD + 2)) / Math.max(1, width - gutter);
function crossing(path, x0, y0, x1, y1) {
  const bend = (x1 - x0) / 2;
  path.moveTo(x0, y0);
  if (bend < 2) { path.lineTo(x1, y1); return; }
  path.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
}
/** Adds a message's line to two paths: where it crosses and where it stays. */
function trace(m, across, along) {
  for (let i = 1; i < m.steps.length; i++) {
    const x0 = x(m.at[i - 1]), x1 = x(m.at[i]);
    if (x1 < gutter - 4 || x0 > width + 4) continue;
    const from = m.steps[i - 1].lane, to = m.steps[i].lane;
    if (from !== to) crossing(across, x0, y(m, from), x1, y(m, to));
    else if (x1 - x0 > 0.7) { along.moveTo(x0, y(m, to)); along.lineTo(x1, y(m, to)); }
  }
}
function heads(pen, m, scale) {
  for (let i = 1; i < m.steps.length; i++) {
    const from = m.steps[i - 1].lane, to = m.steps[i].lane;
    const x1 = x(m.at[i]);
    if (from === to || x1 < gutter || x1 > width) continue;
    const x0 = x(m.at[i - 1]), y0 = y(m, from), y1 = y(m, to);
    // The way the curve comes in: from a point of it that is as far from its end as the head is long.
    let bx = x0, by = y0;
    for (let t = 0.98; t > 0; t -= 0.02) {
      bx = x0 + (x1 - x0) * (1.5 * t * (1 - t) + t * t * t);
      by = y0 + (y1 - y0) * (3 * t * t - 2 * t * t * t);
      if (Math.hypot(x1 - bx, y1 - by) > 6 * scale) break;
    }
    const steep = Math.atan2(y1 - by, x1 - bx);
    const long = 6.5 * scale, wide = 0.45;
    pen.moveTo(x1, y1);
    pen.lineTo(x1 - long * Math.cos(steep - wide), y1 - long * Math.sin(steep - wide));
    pen.lineTo(x1 - long * Math.cos(steep + wide), y1 - long * Math.sin(steep + wide));
    pen.closePath();
  }
}
const CHUNK = 120, BUCKET = 32;
/** How faint messages are: the more of them begin close to each other, the fainter, so that crowds stay readable. */
function crowd(group) {
  const most = Math.ceil(width / BUCKET);
  const buckets = group.map((m) => Math.max(0, Math.min(most, Math.floor(x(m.at[0]) / BUCKET))));
  const counts = new Float64Array(most + 3);
  buckets.forEach((b) => { counts[b + 1]++; });
  const alphas = Array.from({ length: most + 1 }, (_, b) => 0.28 * Math.sqrt(BUCKET / Math.max(1, (counts[b] + 2 * counts[b + 1] + counts[b + 2]) / 4)));
  return { buckets, alphas };
}
function strokeAll(pen, group, style) {
  const { buckets, alphas } = style.alpha ? { buckets: [], alphas: [] } : crowd(group);
  for (let start = 0, end; start < group.length; start = end) {
    const across = new Path2D(), along = new Path2D();
    for (end = start; end < group.length && end < start + CHUNK && buckets[end] === buckets[start]; end++) trace(group[end], across, along);
    const alpha = style.alpha || Math.min(0.95, Math.max(0.07, alphas[buckets[start]]) * style.weight);
    pen.strokeStyle = style.colour;
    pen.setLineDash(style.dash);
    pen.lineWidth = style.width * 0.9;
    pen.globalAlpha = alpha * 0.45;
    pen.stroke(along);
    pen.lineWidth = style.width;
    pen.globalAlpha = alpha;
    pen.stroke(across);
  }
  pen.setLineDash([]);
}
function cross(pen, px, py, r) {
  pen.moveTo(px - r, py - r); pen.lineTo(px + r, py + r);
  pen.moveTo(px + r, py - r); pen.lineTo(px - r, py + r);
}
function ends(pen, group, s, alpha, scale) {
  pen.globalAlpha = alpha;
  pen.beginPath();
  if (s.failed) {
    group.forEach((m) => { const k = m.at.length - 1; cross(pen, x(m.at[k]), y(m, m.steps[k].lane), 4 * scale); });
    pen.strokeStyle = s.colour;
    pen.lineWidth = 2 * scale;
    pen.stroke();
  } else {
    group.forEach((m) => {
      const k = m.at.length - 1, px = x(m.at[k]), py = y(m, m.steps[k].lane);
      pen.moveTo(px + 2.4 * scale, py);
      pen.arc(px, py, 2.4 * scale, 0, 7);
    });
    pen.fillStyle = s.colour;
    pen.fill();
  }
}

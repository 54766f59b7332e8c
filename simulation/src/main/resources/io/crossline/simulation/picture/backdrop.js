// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Chains, time and faults, on which the messages lie
function drawLanes(pen) {
  pen.font = '600 13px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  lanes.forEach((lane, i) => {
    const top = AXIS + pitch * i - scroll;
    if (top > height || top + pitch < AXIS) return;
    pen.globalAlpha = ink.dark ? 0.3 : 0.5;
    pen.fillStyle = i % 2 ? ink.card : ink.page;
    pen.fillRect(0, top, width, pitch);
    pen.globalAlpha = 1;
    pen.strokeStyle = ink.line;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(gutter, Math.round(top + pitch / 2) + 0.5);
    pen.lineTo(width, Math.round(top + pitch / 2) + 0.5);
    pen.stroke();
  });
}
const indent = (lane) => 14 + Math.min(lane.depth, 6) * 12;
function drawLabels(pen) {
  pen.globalAlpha = 1;
  if (gutter) {
    pen.fillStyle = ink.card;
    pen.fillRect(0, AXIS, gutter, height);
    pen.fillStyle = ink.line;
    pen.fillRect(gutter - 1, 0, 1, height);
  }
  pen.save();
  pen.beginPath();
  pen.rect(0, AXIS, gutter || width, height);
  pen.clip();
  pen.font = '600 13px system-ui, sans-serif';
  lanes.forEach((lane, i) => {
    const centre = AXIS + pitch * (i + 0.5) - scroll;
    const name = label(lane);
    if (!gutter) {
      const wide = pen.measureText(lane.name).width + 12;
      pen.globalAlpha = 0.85;
      pen.fillStyle = ink.card;
      pen.fillRect(4, centre - pitch / 2 + 3, wide, 18);
      pen.globalAlpha = 1;
      pen.fillStyle = ink.ink;
      pen.fillText(lane.name, 10, centre - pitch / 2 + 12);
      return;
    }
    if (lane.parent >= 0) {
      const up = AXIS + pitch * (lane.parent + 0.5) - scroll, left = indent(lanes[lane.parent]) + 3;
      pen.strokeStyle = ink.line;
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.moveTo(left, up + 10);
      pen.lineTo(left, centre);
      pen.lineTo(indent(lane) - 2, centre);
      pen.stroke();
    }
    pen.fillStyle = ink.ink;
    pen.fillText(name, indent(lane) + 2, centre);
  });
  pen.restore();
}
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 20 * DAY, 50 * DAY, 100 * DAY, 200 * DAY, 500 * DAY];
function drawAxis(pen) {
  pen.globalAlpha = 1;
  pen.fillStyle = ink.card;
  pen.fillRect(0, 0, width, AXIS);
  pen.fillStyle = ink.line;
  pen.fillRect(0, AXIS - 1, width, 1);
  pen.font = '11.5px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  const perPixel = (view.b - view.a) / Math.max(1, width - gutter);
  const step = STEPS.find((s) => s / perPixel >= 96) || 1000 * DAY;
  let free = gutter + 4;
  pieces.forEach((p) => {
    if (p.cut || p.u1 < view.a || p.u0 > view.b) return;
    const lowest = Math.max(p.t0, timeAt(Math.max(view.a, p.u0)));
    const highest = Math.min(p.t1, p.t0 + (view.b - p.u0));
    for (let t = Math.ceil(lowest / step) * step; t <= highest; t += step) {
      const px = x(p.u0 + (t - p.t0));
      pen.fillStyle = ink.line;
      pen.globalAlpha = 0.7;
      pen.fillRect(Math.round(px), AXIS, 1, height);
      pen.globalAlpha = 1;
      const words = clock(t), wide = pen.measureText(words).width;
      const left = Math.max(px - wide / 2, gutter + 4);
      if (left < free || left + wide > width - 4) continue;
      pen.fillStyle = ink.soft;
      pen.fillText(words, left, AXIS / 2);
      free = left + wide + 12;
    }
  });
}
function torn(pen, centre, half, top, bottom, tooth) {
  pen.beginPath();
  const edge = (offset, k, py) => pen.lineTo(centre + offset + (k % 2 ? 2 : -2), py);
  const teeth = Math.ceil((bottom - top) / tooth);
  for (let k = 0; k <= teeth; k++) edge(-half, k, top + k * tooth);
  for (let k = teeth; k >= 0; k--) edge(half, k, top + k * tooth);
  pen.closePath();
  pen.globalAlpha = 1;
  pen.fillStyle = ink.page;
  pen.fill();
  pen.strokeStyle = ink.soft;
  pen.lineWidth = 1;
  pen.globalAlpha = 0.5;
  pen.stroke();
}
/** Where quiet time was skipped: a torn strip, and how much. */
function drawCuts(pen) {
  const shown = cuts.filter((c) => x(c.u1) >= gutter && x(c.u0) <= width);
  shown.forEach((c) => torn(pen, (x(c.u0) + x(c.u1)) / 2, Math.min(6, Math.max(2, (x(c.u1) - x(c.u0)) / 4)), AXIS, height, 8));
  pen.font = '10.5px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  let free = -Infinity;
  shown.forEach((c) => {
    const centre = (x(c.u0) + x(c.u1)) / 2;
    if (centre < free) return;
    free = centre + 15;
    const words = lasting(c.t1 - c.t0) + ' skipped', wide = pen.measureText(words).width;
    pen.save();
    pen.translate(centre, height - 10);
    pen.rotate(-Math.PI / 2);
    pen.fillStyle = ink.card;
    pen.globalAlpha = 0.92;
    pen.beginPath();
    pen.roundRect(-4, -7, wide + 8, 14, 4);
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = ink.soft;
    pen.fillText(words, 0, 0);
    pen.restore();
  });
}
function drawFaultBands(pen) {
  const near = faults.filter((f) => f.to >= view.a && f.from <= view.b).length;
  const faint = Math.min(1, Math.sqrt(40 / Math.max(1, near)));
  faults.forEach((f) => {
    const left = x(f.from), right = x(f.to);
    if (right < gutter || left > width || row[f.lane] < 0) return;
    const top = AXIS + pitch * row[f.lane] - scroll;
    pen.fillStyle = ink.fault;
    if (f.lasting) {
      pen.globalAlpha = 0.09 * faint;
      pen.fillRect(left, top + 1, Math.max(2, right - left), pitch - 2);
      pen.globalAlpha = 0.75;
      pen.fillRect(left, top + 1, Math.max(2, right - left), 2.5);
    }
    pen.globalAlpha = 0.35 * faint;
    if (f.other >= 0 && row[f.other] >= 0) {
      const a = middle(f.lane), b = middle(f.other);
      for (let py = Math.min(a, b); py < Math.max(a, b); py += 8) pen.fillRect(left - 0.75, py, 1.5, 4);
    } else pen.fillRect(left - 0.5, top + 2, 1, pitch - 4);
  });
}
function warning(pen, px, py, r) {
  pen.beginPath();
  pen.moveTo(px, py - r);
  pen.lineTo(px + r, py + r * 0.8);
  pen.lineTo(px - r, py + r * 0.8);
  pen.closePath();
  pen.lineJoin = 'round';
  pen.lineWidth = 2;
  pen.fillStyle = ink.fault;
  pen.strokeStyle = ink.card;
  pen.stroke();
  pen.fill();
  pen.fillStyle = ink.card;
  pen.fillRect(px - 0.75, py - r * 0.35, 1.5, r * 0.6);
  pen.fillRect(px - 0.75, py + r * 0.4, 1.5, 1.5);
}
/** Faults that would lie on one another share a sign. */
function drawFaultSigns(pen) {
  clusters = [];
  const open = new Map();
  const CLOSE = 18;
  faults.forEach((f) => {
    const px = x(f.from);
    if (px < gutter - 6 || px > width + 6 || row[f.lane] < 0) return;
    const last = open.get(f.lane);
    if (last && px - last.first < CLOSE) { last.faults.push(f); return; }
    const made = { first: px, x: px, y: AXIS + pitch * row[f.lane] - scroll + 11, faults: [f] };
    open.set(f.lane, made);
    clusters.push(made);
  });
  pen.globalAlpha = 1;
  pen.font = '600 10px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  clusters.forEach((c) => {
    warning(pen, c.x, c.y, 6);
  });
}

// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Overview: when messages begin, over all time, and what part of it is seen
const toOverview = (u) => PAD + (u / extent) * (overview.clientWidth - 2 * PAD);
function drawOverview() {
  const pen = viewPen, w = overview.clientWidth, h = overview.clientHeight, floor = h - 12;
  pen.globalAlpha = 1;
  pen.clearRect(0, 0, w, h);
  const BAR = 4, bins = Math.max(1, Math.floor((w - 2 * PAD) / BAR));
  const stacks = statuses.map(() => new Float64Array(bins));
  const total = new Float64Array(bins);
  const order = new Map(statuses.map((s, i) => [s.name, i]));
  messages.forEach((m) => {
    if (!m.on || !m.match) return;
    const bin = Math.min(bins - 1, Math.floor((m.at[0] / extent) * bins));
    stacks[order.get(m.status)][bin]++;
    total[bin]++;
  });
  const top = Math.sqrt(Math.max(1, ...total));
  const base = new Float64Array(bins);
  const wide = (w - 2 * PAD) / bins;
  stacks.forEach((stack, k) => {
    pen.fillStyle = statuses[k].colour;
    stack.forEach((n, i) => {
      if (!n) return;
      const full = (Math.sqrt(total[i]) / top) * (floor - 8);
      const part = Math.max(1, (n / total[i]) * full);
      pen.fillRect(PAD + i * wide, floor - base[i] - part, Math.max(1, wide - 0.75), part);
      base[i] += part;
    });
  });
  pen.fillStyle = ink.fault;
  faults.forEach((f) => pen.fillRect(toOverview(f.from) - 0.5, floor + 3, Math.max(1.5, toOverview(f.to) - toOverview(f.from)), 5));
  pen.fillStyle = ink.soft;
  pen.globalAlpha = 0.5;
  cuts.forEach((c) => { for (let py = 2; py < h; py += 6) pen.fillRect((toOverview(c.u0) + toOverview(c.u1)) / 2, py, 1, 3); });
  const left = toOverview(view.a), right = toOverview(view.b);
  pen.fillStyle = ink.page;
  pen.globalAlpha = 0.72;
  pen.fillRect(0, 0, left, h);
  pen.fillRect(right, 0, w - right, h);
  pen.globalAlpha = 1;
  pen.strokeStyle = ink.strong;
  pen.lineWidth = 1.5;
  pen.strokeRect(left, 1, Math.max(2, right - left), h - 2);
  pen.fillStyle = ink.strong;
  [left, right].forEach((px) => { pen.beginPath(); pen.roundRect(px - 2.5, h / 2 - 9, 5, 18, 2.5); pen.fill(); });
}

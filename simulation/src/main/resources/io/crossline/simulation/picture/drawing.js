// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- The whole picture
const FEW = 40;
/** Where there is room: each step as a ring, and the name at the first one that is seen. */
function nameIt(pen, m, s) {
  pen.globalAlpha = 1;
  pen.strokeStyle = s.colour;
  pen.lineWidth = 1.5;
  m.steps.slice(0, -1).forEach((step, i) => {
    pen.beginPath();
    pen.arc(x(m.at[i]), y(m, step.lane), 2.6, 0, 7);
    pen.fillStyle = ink.card;
    pen.fill();
    pen.stroke();
  });
  const first = m.at.findIndex((u) => u >= view.a);
  if (first < 0) return;
  const px = x(m.at[first]) + 1, py = y(m, m.steps[first].lane) - 11;
  pen.font = '600 11.5px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = ink.card;
  pen.strokeText(m.name, px, py);
  pen.fillStyle = s.colour;
  pen.fillText(m.name, px, py);
}
/** All messages, as they are seen now. */
function drawMessages(pen) {
  pen.save();
  pen.beginPath();
  pen.rect(gutter, AXIS, width - gutter, height - AXIS);
  pen.clip();
  const many = messages.filter(visible).length;
  drawnCount = many;
  const thick = many < 60 ? 1.9 : many < 400 ? 1.4 : 1;
  const focus = selected !== null || asked !== '';
  const few = many <= FEW && !selected;
  statuses.forEach((s) => {
    const all = s.messages.filter(visible);
    const strong = selected ? [] : all.filter((m) => m.match);
    const weak = focus ? all.filter((m) => selected || !m.match) : [];
    if (weak.length) strokeAll(pen, weak, { colour: s.colour, dash: s.dash, width: 1, alpha: weak.length < 600 ? 0.1 : 0.06 });
    if (!strong.length) return;
    strokeAll(pen, strong, { colour: s.colour, dash: s.dash, width: s.failed ? thick + 0.5 : thick, weight: s.failed ? 1.7 : 1 });
    const bright = strong.length < 60 ? 0.95 : 0.7;
    if (strong.length < 700) {
      pen.fillStyle = s.colour;
      pen.beginPath();
      strong.forEach((m) => heads(pen, m, 1));
      pen.globalAlpha = bright;
      pen.fill();
    }
    if (s.failed || many < 900) ends(pen, strong, s, s.failed && strong.length < 200 ? 0.95 : bright, many < 400 ? 1 : strong.length < 200 ? 0.8 : 0.6);
    if (few) strong.forEach((m) => nameIt(pen, m, s));
  });
  pen.restore();
}
// Thousands of lines take a while. They are drawn on a sheet of their own, which moves with the view at once and is drawn anew
// when there is time.
const sheet = { canvas: document.createElement('canvas'), view: null, scroll: 0, change: -1, cost: 0, drawn: 0 };
const QUICK = 26, REST = 130;
let changes = 0, settling = 0;
function laySheet(pen) {
  const same = sheet.change === changes && sheet.view.a === view.a && sheet.view.b === view.b && sheet.scroll === scroll;
  const now = performance.now();
  const later = sheet.change === changes && sheet.cost > QUICK && now - sheet.drawn < REST + 3 * sheet.cost;
  if (!same && !later) {
    const own = sheet.canvas.getContext('2d');
    sheet.canvas.width = base.width;
    sheet.canvas.height = base.height;
    own.scale(base.width / width, base.height / height);
    drawMessages(own);
    Object.assign(sheet, { view: { ...view }, scroll, change: changes, drawn: now });
    // The browser draws after this; the next frame knows how long it took.
    requestAnimationFrame(() => { sheet.cost = performance.now() - now; sheet.drawn = performance.now(); });
  } else if (!same) {
    clearTimeout(settling);
    settling = setTimeout(() => { sheet.cost = 0; refresh(); }, REST);
  }
  const scale = (sheet.view.b - sheet.view.a) / (view.b - view.a);
  pen.globalAlpha = 1;
  pen.drawImage(sheet.canvas, x(sheet.view.a) - (gutter + PAD) * scale, sheet.scroll - scroll, width * scale, height);
}
function change() { changes++; refresh(); }
function draw() {
  if (width < 2 || height < 2) return;
  const pen = basePen;
  pen.globalAlpha = 1;
  pen.clearRect(0, 0, width, height);
  drawLanes(pen);
  drawAxis(pen);
  pen.save();
  pen.beginPath();
  pen.rect(gutter, AXIS, width - gutter, height - AXIS);
  pen.clip();
  drawFaultBands(pen);
  laySheet(pen);
  drawCuts(pen);
  drawFaultSigns(pen);
  pen.restore();
  drawLabels(pen);
  byId('none').hidden = messages.length > 0 && messages.some((m) => m.on && m.match);
  byId('none').textContent = messages.length ? 'No message matches. Clear the search or switch a status on.' : 'There was no message in this run.';
  drawOver();
  drawOverview();
}
function drawOver() {
  const pen = overPen;
  pen.clearRect(0, 0, width, height);
  pen.save();
  pen.beginPath();
  pen.rect(gutter, AXIS, width - gutter, height - AXIS);
  pen.clip();
  [hovered, selected].forEach((m) => {
    if (!m) return;
    const s = counted.get(m.status), chosen = m === selected;
    const across = new Path2D(), along = new Path2D();
    trace(m, across, along);
    pen.lineCap = 'round';
    [[ink.card, chosen ? 8 : 6, 0.9], [s.colour, chosen ? 3.2 : 2.6, 1]].forEach(([colour, thick, alpha]) => {
      pen.strokeStyle = colour;
      pen.globalAlpha = alpha;
      pen.lineWidth = thick;
      pen.stroke(along);
      pen.stroke(across);
    });
    pen.beginPath();
    heads(pen, m, 1.6);
    pen.fillStyle = s.colour;
    pen.fill();
    m.steps.forEach((step, i) => {
      pen.beginPath();
      pen.arc(x(m.at[i]), y(m, step.lane), chosen ? 4.5 : 3, 0, 7);
      pen.fillStyle = ink.card;
      pen.fill();
      pen.strokeStyle = s.colour;
      pen.lineWidth = 2;
      pen.stroke();
    });
    ends(pen, [m], s, 1, 1.5);
    const px = x(m.at[0]), py = y(m, m.steps[0].lane);
    pen.font = '600 12px system-ui, sans-serif';
    pen.textBaseline = 'middle';
    const wide = pen.measureText(m.name).width;
    const left = Math.max(gutter + 6, px - wide - 12);
    pen.fillStyle = s.colour;
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.roundRect(left - 5, py - 19, wide + 10, 17, 5);
    pen.fill();
    pen.fillStyle = ink.card;
    pen.fillText(m.name, left, py - 10);
  });
  pen.restore();
}

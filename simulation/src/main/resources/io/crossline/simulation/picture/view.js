// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- What is seen
const plot = byId('plot'), base = byId('base'), over = byId('over'), overview = byId('overview'), tip = byId('tip'), panel = byId('panel');
const basePen = base.getContext('2d'), overPen = over.getContext('2d'), viewPen = overview.getContext('2d');
const AXIS = 28, PAD = 14, LEAST_LANE = 34;
let width = 0, height = 0, gutter = 0, pitch = 0, scroll = 0, view = { a: 0, b: 1 };
let selected = null, hovered = null, asked = '', only = { failed: false, faulted: false };
let clusters = [], waiting = false, drawnCount = 0;

const x = (u) => gutter + PAD + ((u - view.a) / (view.b - view.a)) * (width - gutter - 2 * PAD);
const position = (px) => view.a + ((px - gutter - PAD) / (width - gutter - 2 * PAD)) * (view.b - view.a);
const middle = (lane) => AXIS + pitch * (row[lane] + 0.5) - scroll;
const spread = () => Math.min(pitch * 0.62, 210);
const y = (m, lane) => middle(lane) + m.off * spread();

function size(canvas, pen) {
  const ratio = Math.min(devicePixelRatio || 1, 2);
  const w = canvas.clientWidth, h = canvas.clientHeight;
  canvas.width = Math.round(w * ratio);
  canvas.height = Math.round(h * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return [w, h];
}
function measure() {
  [width, height] = size(base, basePen);
  size(over, overPen);
  size(overview, viewPen);
  basePen.font = '600 13px system-ui, sans-serif';
  const widest = Math.max(30, ...lanes.map((l) => basePen.measureText(label(l)).width + l.depth * 12));
  gutter = width < 620 ? 0 : Math.min(190, Math.ceil(widest) + 30);
  pitch = Math.max(LEAST_LANE, (height - AXIS - 6) / Math.max(1, lanes.length));
  clampView();
}
function label(lane) {
  const name = lane.parent >= 0 && gutterTree() ? lane.name.slice(lane.name.lastIndexOf('/') + 1) : lane.name;
  return name.length > 22 ? name.slice(0, 21) + '…' : name;
}
const gutterTree = () => lanes.some((l) => l.name.includes('/'));
function clampView() {
  const least = Math.min(extent, Math.max(extent / 20000, 200));
  const span = Math.min(Math.max(view.b - view.a, least), extent);
  const a = Math.min(Math.max(view.a, 0), extent - span);
  view = { a, b: a + span };
  scroll = Math.min(Math.max(scroll, 0), Math.max(0, AXIS + pitch * lanes.length + 6 - height));
}
function refresh() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; draw(); });
}

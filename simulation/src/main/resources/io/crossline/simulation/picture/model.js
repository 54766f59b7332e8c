// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- What there is to draw. Texts are untrusted: they only ever become text nodes and canvas text.
const data = JSON.parse(document.getElementById('data').textContent);
const byId = (id) => document.getElementById(id);
const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
const text = (number) => data.texts[number];
const STEP = 5;
const messages = data.messages.map((m, index) => {
  const steps = [];
  for (let i = 0; i < m[6].length; i += STEP) {
    steps.push({ time: m[6][i], lane: m[6][i + 1], block: text(m[6][i + 2]), status: text(m[6][i + 3]), what: text(m[6][i + 4]) });
  }
  return {
    index, name: m[0], id: m[1], kind: text(m[2]), status: text(m[3]), failed: (m[4] & 1) !== 0, faulted: (m[4] & 2) !== 0,
    missing: m[5], steps, key: (m[0] + ' ' + m[1]).toLowerCase(), at: new Float64Array(steps.length), on: true, match: true,
    off: ((index * 0.61803398875) % 1) - 0.5,
  };
});
const faults = data.faults.map((f) => ({ time: f[0], lane: f[1], other: f[2], lasting: f[3], what: text(f[4]), from: 0, to: 0 }));

// With very many chains, those on which nothing is drawn are left out.
const MANY_LANES = 40;
const used = new Set();
messages.forEach((m) => m.steps.forEach((s) => used.add(s.lane)));
faults.forEach((f) => { used.add(f.lane); if (f.other >= 0) used.add(f.other); });
const lanes = data.lanes.map((l, index) => ({ name: l[0], depth: l[1], index })).filter((l) => data.lanes.length <= MANY_LANES || used.has(l.index));
const row = new Int32Array(data.lanes.length).fill(-1);
lanes.forEach((lane, i) => { row[lane.index] = i; });
lanes.forEach((lane, i) => {
  lane.parent = -1;
  for (let j = i - 1; j >= 0 && lane.parent < 0; j--) if (lanes[j].depth === lane.depth - 1) lane.parent = j;
});
const laneName = (index) => data.lanes[index][0];

// ---- Statuses and their colours: after Okabe and Ito, told apart by dashes as well; red is for failures only.
const PALETTE = {
  light: { ok: ['#0072b2', '#00896a', '#b07900', '#7a52c7', '#3d9bd6', '#6b7280'], bad: ['#d3460a', '#b3266b'] },
  dark: { ok: ['#58aef0', '#2fc99d', '#f2b632', '#b79cff', '#a5dcff', '#aab3c0'], bad: ['#ff7d4d', '#ff74ab'] },
};
const darkness = matchMedia('(prefers-color-scheme: dark)');
const counted = new Map();
messages.forEach((m) => {
  const entry = counted.get(m.status) || { name: m.status, failed: false, count: 0, on: true };
  entry.count++;
  entry.failed = entry.failed || m.failed;
  counted.set(m.status, entry);
});
const statuses = [...counted.values()].sort((a, b) => Number(a.failed) - Number(b.failed) || b.count - a.count || (a.name < b.name ? -1 : 1));
const DASHES = [[], [6, 4], [2, 3]];
let next = { ok: 0, bad: 0 };
statuses.forEach((s) => {
  const kind = s.failed ? 'bad' : 'ok';
  s.number = next[kind]++;
  s.dash = DASHES[Math.floor(s.number / PALETTE.light[kind].length) % DASHES.length];
  s.messages = messages.filter((m) => m.status === s.name);
});
let ink = {};
function takeColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  ink = { page: read('--page'), card: read('--card'), ink: read('--ink'), soft: read('--soft'), line: read('--line'), strong: read('--strong'), fault: read('--fault'), back: read('--faultback'), dark: darkness.matches };
  const palette = darkness.matches ? PALETTE.dark : PALETTE.light;
  statuses.forEach((s) => {
    const colours = s.failed ? palette.bad : palette.ok;
    s.colour = colours[s.number % colours.length];
  });
}
const colourOf = (status) => (counted.has(status) ? counted.get(status).colour : ink.soft);

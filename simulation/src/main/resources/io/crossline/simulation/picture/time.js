// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Words for times
const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const two = (n) => String(n).padStart(2, '0');
function clock(ms) {
  const whole = Math.max(0, Math.round(ms));
  const days = Math.floor(whole / DAY);
  const rest = whole % SECOND;
  return (days ? days + 'd ' : '') + two(Math.floor(whole / HOUR) % 24) + ':' + two(Math.floor(whole / MINUTE) % 60) + ':' + two(Math.floor(whole / SECOND) % 60) + (rest ? '.' + String(rest).padStart(3, '0') : '');
}
function lasting(ms) {
  const units = [[DAY, 'd'], [HOUR, 'h'], [MINUTE, 'min'], [SECOND, 's'], [1, 'ms']];
  const first = units.findIndex(([size]) => ms >= size);
  if (first < 0) return '0 s';
  const [size, unit] = units[first];
  const whole = Math.floor(ms / size);
  const lower = units[first + 1];
  const rest = lower ? Math.floor((ms % size) / lower[0]) : 0;
  return whole + ' ' + unit + (rest && whole < 10 ? ' ' + rest + ' ' + lower[1] : '');
}

// ---- Virtual time to a position: straight, or with long quiet stretches made short
let pieces = [], cuts = [], extent = 1;
const times = [...new Set([0, ...messages.flatMap((m) => m.steps.map((s) => s.time)), ...faults.map((f) => f.time)])].sort((a, b) => a - b);
const lastTime = times[times.length - 1];
function layTime(compress) {
  const gaps = [];
  for (let i = 1; i < times.length; i++) gaps.push(times[i] - times[i - 1]);
  const median = gaps.length ? [...gaps].sort((a, b) => a - b)[gaps.length >> 1] : 0;
  let most = Infinity;
  for (let round = 0; compress && round < 6; round++) {
    const sum = gaps.reduce((total, gap) => total + (gap > 2 * most ? most : gap), 0);
    most = Math.max(sum / 60, 3 * median, 1);
  }
  pieces = []; cuts = [];
  let at = 0;
  for (let i = 1; i < times.length; i++) {
    const gap = times[i] - times[i - 1];
    const cut = gap > 2 * most;
    const size = cut ? most : gap;
    const last = pieces[pieces.length - 1];
    if (!cut && last && !last.cut) { last.t1 = times[i]; last.u1 = at + size; }
    else pieces.push({ t0: times[i - 1], t1: times[i], u0: at, u1: at + size, cut });
    if (cut) cuts.push(pieces[pieces.length - 1]);
    at += size;
  }
  extent = Math.max(at, 1);
  if (!pieces.length) pieces.push({ t0: 0, t1: 1, u0: 0, u1: 1, cut: false });
  messages.forEach((m) => m.steps.forEach((s, i) => { m.at[i] = place(s.time); }));
  faults.forEach((f) => { f.from = place(f.time); f.to = place(Math.min(f.time + f.lasting, Math.max(lastTime, f.time))); });
}
function pieceOf(value, start) {
  let low = 0, high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle][start] <= value) low = middle; else high = middle - 1;
  }
  return pieces[low];
}
function place(time) {
  const p = pieceOf(time, 't0');
  return p.u0 + (time - p.t0) * ((p.u1 - p.u0) / (p.t1 - p.t0));
}
function timeAt(position) {
  const p = pieceOf(position, 'u0');
  return p.t0 + (position - p.u0) * ((p.t1 - p.t0) / (p.u1 - p.u0));
}

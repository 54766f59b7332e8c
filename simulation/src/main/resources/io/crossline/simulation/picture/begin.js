// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Begin
function paint() {
  changes++;
  takeColours();
  showChips();
  if (selected) showTrace(selected); else showAll();
  draw();
}
layTime(true);
view = { a: 0, b: extent };
takeColours();
measure();
paint();
/** A link to the page may name a message. */
function follow() {
  const m = messages.find((candidate) => '#' + encodeURIComponent(candidate.name) === location.hash);
  if (m) { select(m); reveal(m); }
}
addEventListener('hashchange', follow);
const leftOut = data.lanes.length - lanes.length;
byId('span').textContent = '· ' + lasting(lastTime) + ' of virtual time' + (leftOut ? ' · ' + leftOut.toLocaleString('en') + ' chains without a message are left out' : '');
darkness.addEventListener('change', paint);
new ResizeObserver(() => { measure(); changes++; draw(); }).observe(plot);
follow();
document.body.dataset.drawn = String(drawnCount);
document.body.dataset.ready = 'true';

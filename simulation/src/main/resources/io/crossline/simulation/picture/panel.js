// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Side panel
function swatch(wide, high, paintIt) {
  const canvas = element('canvas', 'swatch');
  canvas.width = wide * 2;
  canvas.height = high * 2;
  canvas.style.width = wide + 'px';
  canvas.style.height = high + 'px';
  canvas.setAttribute('aria-hidden', 'true');
  const pen = canvas.getContext('2d');
  pen.scale(2, 2);
  paintIt(pen);
  return canvas;
}
function sample(s) {
  return swatch(18, 10, (pen) => {
    pen.strokeStyle = pen.fillStyle = s.colour;
    pen.lineWidth = 2;
    pen.setLineDash(s.dash.map((d) => d / 2));
    pen.beginPath();
    pen.moveTo(0, 5);
    pen.lineTo(s.failed ? 10 : 12, 5);
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    if (s.failed) { cross(pen, 14, 5, 3); pen.stroke(); } else { pen.arc(14, 5, 3.2, 0, 7); pen.fill(); }
  });
}
const warningSample = () => swatch(18, 14, (pen) => warning(pen, 9, 7, 6));
const button = (words, title, act) => {
  const made = element('button', '', words);
  made.type = 'button';
  made.title = title;
  made.setAttribute('aria-label', title);
  made.addEventListener('click', act);
  return made;
};
function showTrace(m) {
  const s = counted.get(m.status);
  const top = element('div', 'top'), nav = element('div', 'nav'), badges = element('div', 'badges');
  nav.append(button('‹', 'Previous message (P)', () => walk(-1)), button('›', 'Next message (N)', () => walk(1)), button('×', 'Let go (Esc)', () => select(null)));
  top.append(element('h2', '', m.name), nav);
  const badge = element('span', 'badge');
  badge.append(sample(s), m.status);
  badges.append(badge);
  if (m.kind) badges.append(element('span', 'badge', m.kind));
  if (m.failed) badges.append(element('span', 'badge bad', 'failed'));
  if (m.faulted) badges.append(element('span', 'badge bad', 'touched by a fault'));
  const parts = [top, badges];
  if (m.id) parts.push(element('p', 'id', m.id));
  const first = m.steps[0], last = m.steps[m.steps.length - 1];
  parts.push(element('p', 'soft', lasting(last.time - first.time) + ' from its first line to its last'));
  if (m.missing) parts.push(element('p', 'soft', m.missing === 1 ? 'Earlier steps were not kept.' : m.missing + ' steps were not kept.'));
  parts.push(element('h3', '', 'Trace'));
  const list = element('ol', 'trace');
  m.steps.forEach((step, i) => {
    const item = element('li', step.what.startsWith('fault: ') ? 'fault' : '');
    item.style.setProperty('--dot', colourOf(step.status));
    const when = element('button', 'when', clock(step.time) + ' · ' + laneName(step.lane) + ' · block ' + step.block + (i ? ' · +' + lasting(step.time - m.steps[i - 1].time) : ''));
    when.type = 'button';
    when.title = 'Show this moment';
    when.addEventListener('click', () => glide(m.at[i]));
    item.append(when, element('div', 'what', step.what), element('div', 'to', step.status));
    list.append(item);
  });
  parts.push(list);
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
}
const SHOWN = 60;
function list(items, make) {
  const made = element('ul', 'list');
  items.slice(0, SHOWN).forEach((item) => { const li = element('li'); li.append(make(item)); made.append(li); });
  const parts = [made];
  if (items.length > SHOWN) parts.push(element('p', 'soft', 'and ' + (items.length - SHOWN).toLocaleString('en') + ' more'));
  return parts;
}
function row3(first, second, third, act) {
  const made = element('button');
  made.type = 'button';
  made.append(element('span', first[1], first[0]), element('span', 'when', second), element('span', 'rest', third));
  made.title = third;
  made.addEventListener('click', act);
  return made;
}
function showAll() {
  const parts = [element('h2', '', 'How to read it')];
  const legend = element('dl', 'legend');
  const explain = (sign, words) => { const dt = element('dt'); dt.append(sign); legend.append(dt, element('dd', '', words)); };
  parts.push(element('p', 'soft', 'Time runs to the right. Each band is a chain, each line a message on its way between them. Select one to see its trace.'));
  const fine = statuses.find((s) => !s.failed), bad = statuses.find((s) => s.failed);
  if (fine) explain(sample(fine), 'a message and its last line, coloured by its final status');
  if (bad) explain(sample(bad), 'a failed message');
  if (faults.length) explain(warningSample(), 'faults; a shaded band is how long one lasts');
  if (cuts.length) explain(swatch(18, 14, (pen) => torn(pen, 9, 4, 0, 16, 4)), 'quiet time was skipped here');
  parts.push(legend);
  const failed = messages.filter((m) => m.failed), touched = messages.filter((m) => m.faulted && !m.failed);
  const entry = (m) => row3([m.name, 'name'], clock(m.steps[0].time), m.status + ' · ' + m.steps[m.steps.length - 1].what, () => { select(m); reveal(m); });
  if (failed.length) parts.push(element('h3', '', 'Failed · ' + failed.length.toLocaleString('en')), ...list(failed, entry));
  if (touched.length) parts.push(element('h3', '', 'Touched by a fault · ' + touched.length.toLocaleString('en')), ...list(touched, entry));
  if (faults.length) {
    parts.push(element('h3', '', 'Faults · ' + faults.length.toLocaleString('en')));
    parts.push(...list(faults, (f) => row3([laneName(f.lane), 'name'], clock(f.time), f.what, () => glide(f.from))));
  }
  if (!failed.length && !faults.length) parts.push(element('h3', '', 'Failed'), element('p', 'soft', 'Nothing failed, and there was no fault.'));
  const calmOnes = messages.filter((m) => !m.failed && !m.faulted);
  if (calmOnes.length) parts.push(element('h3', '', (failed.length || touched.length ? 'Other messages · ' : 'Messages · ') + calmOnes.length.toLocaleString('en')), ...list(calmOnes, entry));
  panel.replaceChildren(...parts);
}
function select(m) {
  selected = m;
  if (m) showTrace(m); else showAll();
  byId('said').textContent = m ? summary(m) : 'No message selected';
  change();
}
function walk(by) {
  const all = messages.filter((m) => m.on && m.match);
  if (!all.length) return;
  const here = selected ? all.indexOf(selected) : by > 0 ? -1 : 0;
  const m = all[(here + by + all.length) % all.length];
  select(m);
  reveal(m);
}

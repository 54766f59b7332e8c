// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
// ---- Filters
function filter() {
  asked = byId('search').value.trim().toLowerCase();
  messages.forEach((m) => {
    m.on = counted.get(m.status).on && (!only.failed || m.failed) && (!only.faulted || m.faulted);
    m.match = asked === '' || m.key.includes(asked);
  });
  if (selected && !(selected.on && selected.match)) select(null);
  const left = messages.filter((m) => m.on && m.match).length;
  byId('said').textContent = left + ' messages match';
  change();
}
function chip(className, words, count, sign, pressed, act) {
  const made = element('button', 'chip ' + className);
  made.type = 'button';
  made.setAttribute('aria-pressed', String(pressed));
  if (sign) made.append(sign);
  made.append(words + ' ', element('b', '', count.toLocaleString('en')));
  made.addEventListener('click', () => { made.setAttribute('aria-pressed', String(act())); filter(); });
  return made;
}
function showChips() {
  const chips = statuses.map((s) => chip('', s.name, s.count, sample(s), s.on, () => (s.on = !s.on)));
  const failed = messages.filter((m) => m.failed).length, touched = messages.filter((m) => m.faulted).length;
  if (failed) chips.push(chip('only', 'only failed', failed, null, only.failed, () => (only.failed = !only.failed)));
  if (touched) chips.push(chip('only', 'only touched by faults', touched, null, only.faulted, () => (only.faulted = !only.faulted)));
  byId('chips').replaceChildren(...chips);
}
byId('search').addEventListener('input', filter);

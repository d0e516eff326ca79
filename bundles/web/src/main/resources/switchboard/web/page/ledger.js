// Where the milliseconds of each turn went: one stacked bar a turn, and the numbers behind it.

import { milliseconds, owner, part } from './words.js';

export class Ledger {
  #list;
  #legend;
  #longestMs = 0;
  #known = new Set();
  #newest;

  constructor(list, legend) {
    this.#list = list;
    this.#legend = legend;
  }

  clear() {
    this.#list.replaceChildren();
    this.#legend.replaceChildren();
    this.#legend.hidden = true;
    this.#known.clear();
    this.#newest = undefined;
    this.#longestMs = 0;
  }

  /** The newest turn comes first, and open, unless somebody closes it. All bars have one scale, that of the longest turn. */
  add({ turn, total_ms: totalMs, parts }) {
    const row = create('details', 'turn');
    row.append(this.#summary(turn, totalMs, parts), table(parts));
    row.style.setProperty('--total', totalMs);
    if (this.#newest) this.#newest.open = false;
    row.open = true;
    this.#newest = row;
    row.firstElementChild.addEventListener('click', () => { this.#newest = this.#newest === row ? undefined : this.#newest; });
    this.#list.prepend(row);
    this.#longestMs = Math.max(this.#longestMs, totalMs);
    this.#list.style.setProperty('--longest', this.#longestMs);
    parts.forEach(({ name }) => this.#explain(name));
  }

  #summary(turn, totalMs, parts) {
    const summary = create('summary');
    const bar = create('span', 'bar');
    bar.setAttribute('aria-hidden', 'true');
    for (const { name, ms, owner: who } of parts) {
      const piece = create('span', 'piece');
      piece.dataset.part = name;
      piece.style.flexGrow = String(Math.max(ms, 0));
      piece.title = `${part(name)}: ${milliseconds(ms)}, ${owner(who)}`;
      bar.append(piece);
    }
    summary.append(create('span', 'number', `Turn ${turn}`), bar, create('span', 'total', milliseconds(totalMs)));
    return summary;
  }

  #explain(name) {
    if (this.#known.has(name)) return;
    this.#known.add(name);
    const item = create('li', '', part(name));
    item.dataset.part = name;
    this.#legend.append(item);
    this.#legend.hidden = false;
  }
}

function table(parts) {
  const table = create('table');
  const head = table.createTHead().insertRow();
  for (const title of ['Part', 'Time', 'By']) {
    const cell = create('th', '', title);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { name, ms, owner: who } of parts) {
    const row = body.insertRow();
    row.append(create('td', '', part(name)), create('td', 'total', milliseconds(ms)), create('td', 'owner', owner(who)));
  }
  return table;
}

function create(tag, className = '', text = '') {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

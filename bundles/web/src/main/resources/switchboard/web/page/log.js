// Everything that happened, in order: for the curious, for a report of a fault, and for tests.

const SHOWN = 300;
const KEPT = 10_000;

export class EventLog {
  /** Entries {at, type, …}; at is in milliseconds since the page was opened. */
  entries = [];
  #list;

  constructor(list) {
    this.#list = list;
  }

  add(type, values = {}) {
    // A message's own type, where it has one, must not hide what kind of event this is.
    const own = values.type === undefined ? {} : { of: values.type };
    const entry = { ...values, ...own, at: Math.round(performance.now() * 10) / 10, type };
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.shift();
    const item = document.createElement('li');
    item.textContent = `${(entry.at / 1000).toFixed(2)} s  ${type}  ${Object.keys(values).length ? JSON.stringify(values) : ''}`;
    this.#list.append(item);
    if (this.#list.childElementCount > SHOWN) this.#list.firstElementChild.remove();
  }

  /** Hands the browser a file with the log and what else belongs to it. */
  download(more) {
    const content = { opened: new Date(performance.timeOrigin).toISOString(), ...more, log: this.entries };
    const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `switchboard-call-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }
}

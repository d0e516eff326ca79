// What both sides say. Words that may still change are hidden from screen readers; when they are complete they become a
// new node, which is read out, once.

import { Pace } from './pace.js';

const WORDS_MS = 60;

export class Transcript {
  #log;
  #entry;
  #segments = new Map();
  #typed = [];
  #hasSegments = false;
  #pace = new Pace();
  #reading;

  constructor(log) {
    this.#log = log;
  }

  /** The words so far, [{side, text}]. */
  get entries() {
    return [...this.#log.children].map((entry) => ({
      side: entry.classList.contains('bot') ? 'assistant' : 'caller',
      text: [...entry.children].filter(({ className }) => !className.includes('unseen')).map(({ textContent }) => textContent).join('').trim(),
    }));
  }

  clear() {
    this.#log.replaceChildren();
    this.#entry = undefined;
    this.#segments.clear();
    this.#typed = [];
    this.#hasSegments = false;
    clearInterval(this.#reading);
  }

  /** A message of the assistant's side; those that say nothing of words are passed over. */
  take({ type, data }) {
    switch (type) {
      case 'user-started-speaking': return this.#callerBegins();
      case 'user-stopped-speaking': return this.#callerStops();
      case 'user-transcription': return this.#heard(String(data.text ?? ''), data.final !== false);
      case 'bot-output': return this.#segment(data);
      case 'bot-tts-text': return this.#hasSegments ? undefined : this.#spoken(String(data.text ?? ''));
      case 'bot-interrupted': return this.#interrupted();
      default: return undefined;
    }
  }

  /** Shown at once; if the server echoes it, that is not shown again. */
  type(text) {
    this.#typed.push(text.trim());
    this.#open('caller', true);
    this.#append(this.#entry, text);
    this.#entry.typed = true;
    this.#scroll();
  }

  #callerBegins() {
    // From now on the same words are said, not echoed.
    this.#typed = [];
    if (this.#entry?.side === 'caller' && this.#entry.finished) this.#entry = undefined;
  }

  #callerStops() {
    if (this.#entry?.side === 'caller') this.#entry.finished = true;
  }

  #heard(text, final) {
    const echo = this.#typed.indexOf(text.trim());
    if (final && echo >= 0) return void this.#typed.splice(echo, 1);
    if (!text.trim()) return;
    this.#open('caller');
    if (final) this.#append(this.#entry, text);
    this.#grow(this.#entry, final ? '' : text);
    this.#scroll();
  }

  /** A clause of the assistant: begun, under way, or heard to its end (RTVI 2, bot-output). */
  #segment({ text = '', segment_id: id, spoken_status: status, spoken_progress: progress, spoken, will_be_spoken: willBeSpoken }) {
    this.#hasSegments = true;
    const complete = status === 'completed' || spoken === true || willBeSpoken === false;
    let segment = this.#segments.get(id);
    if (!segment) {
      this.#open('bot');
      const node = this.#entry.element.insertBefore(growingSpan('coming'), this.#entry.growing);
      segment = { entry: this.#entry, node, text, since: performance.now(), said: textNode(), left: textNode() };
      segment.node.append(wrap('said', segment.said), wrap('left', segment.left));
      this.#segments.set(id, segment);
      this.#read();
    }
    if (complete) {
      if (willBeSpoken !== false) this.#pace.learn(segment.text, performance.now() - segment.since);
      segment.node.replaceWith(span('', `${text.trim()} `));
      this.#segments.delete(id);
    } else if (progress?.accumulated_text) {
      segment.told = true;
      split(segment, progress.accumulated_text, progress.remaining_text ?? '');
    }
    this.#scroll();
  }

  /** Shows the words of the open clauses as they are spoken, where the server does not tell. */
  #read() {
    const advance = () => {
      if (!this.#segments.size) clearInterval(this.#reading);
      for (const segment of this.#segments.values()) {
        if (segment.told) continue;
        const reached = this.#pace.reached(segment.text, performance.now() - segment.since);
        split(segment, segment.text.slice(0, reached), segment.text.slice(reached));
      }
    };
    clearInterval(this.#reading);
    this.#reading = setInterval(advance, WORDS_MS);
    advance();
  }

  /** Without segments: words, as they were spoken. */
  #spoken(text) {
    if (!text.trim()) return;
    this.#open('bot');
    this.#append(this.#entry, text);
    this.#scroll();
  }

  /** What was not heard to its end stays legible, but is marked. */
  #interrupted() {
    for (const { entry, node } of this.#segments.values()) {
      node.className = 'cut-off';
      node.removeAttribute('aria-hidden');
      if (!entry.cut) entry.element.append(span('cut', '(interrupted)'));
      entry.cut = true;
    }
    this.#segments.clear();
  }

  /** The call is over: what was not spoken by then is not to come any more. */
  end() {
    for (const { node, said } of this.#segments.values()) node.replaceWith(span('', said.data));
    this.#segments.clear();
  }

  #open(side, apart = false) {
    if (this.#entry?.side === side && !this.#entry.typed && !apart) return;
    const element = document.createElement('p');
    element.className = `entry ${side}`;
    element.append(span('who unseen', side === 'bot' ? 'Assistant: ' : 'You: '));
    const growing = growingSpan('interim');
    const growingText = textNode();
    growing.append(growingText);
    element.append(growing);
    this.#log.append(element);
    this.#entry = { side, element, growing, growingText, finished: false, cut: false, typed: false };
  }

  #append(entry, text) {
    entry.element.insertBefore(span('', `${text.trim()} `), entry.growing);
  }

  #grow(entry, text) {
    entry.growingText.data = text;
  }

  /** Only for those who read along at the end. */
  #scroll() {
    const log = this.#log;
    if (log.scrollHeight - log.scrollTop - log.clientHeight < 160) log.scrollTop = log.scrollHeight;
  }
}

function split(segment, said, left) {
  segment.said.data = said;
  segment.left.data = `${left} `;
}

const textNode = () => document.createTextNode('');

function growingSpan(className) {
  const element = span(className);
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function span(className, text = '') {
  const element = document.createElement('span');
  element.className = className;
  if (text) element.textContent = text;
  return element;
}

function wrap(className, node) {
  const element = span(className);
  element.append(node);
  return element;
}

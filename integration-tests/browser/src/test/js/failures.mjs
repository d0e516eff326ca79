// Everything that can go wrong for the caller, one after the other: what the page says then, and what is left to do.
//
//   node failures.mjs < script.json > report.json
//
// script: { server, company, solo, folder }
//   solo    a company with one line
//   folder  gets <state>-phone.png and <state>-desktop.png
// report: { phone: run, desktop: run }; run: { states: {name: {status, notice, call, violations, dark, …}}, problems }

import { text } from 'node:stream/consumers';
import { SIZES, failed, inspect, microphone, open, says, state } from './gallery.mjs';
import { launch } from './studio.mjs';

/** As often the page tries to open a line again. */
const ATTEMPTS = 3;
/** Also kept as pictures in dark. */
const IN_DARK = new Set(['lost', 'microphone-lost']);

const script = JSON.parse(await text(process.stdin));
const browser = await launch();
const report = {};
try {
  for (const [size, viewport] of Object.entries(SIZES)) report[size] = await run(size, viewport);
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(report));

async function run(size, viewport) {
  const found = { states: {}, problems: [] };
  const page = await open(browser, viewport, found.problems);
  await page.addInitScript(hurry);
  await page.addInitScript(ears);
  const look = async (name, tab = page) => {
    found.states[name] = await inspect(tab, script.folder, `${name}-${size}`);
    found.states[name].call = await tab.evaluate(() => {
      const { disabled, innerText } = document.querySelector('#call');
      return disabled ? '' : innerText.trim();
    });
    await tab.emulateMedia({ colorScheme: 'dark' });
    found.states[name].dark = (await inspect(tab, IN_DARK.has(name) ? script.folder : '', `${name}-dark-${size}`)).violations;
    await tab.emulateMedia({ colorScheme: 'light' });
  };
  await page.goto(`${script.server}/c/${script.company}`);
  await says(page, '#status', 'Press Call');

  await microphones(page, look);
  await beforeTheCall(page, look);
  await duringTheCall(page, look, found);
  await oneLine(page, viewport, look, found.problems);

  const old = await open(browser, viewport, found.problems);
  await old.addInitScript(() => { delete window.RTCPeerConnection; });
  await old.goto(`${script.server}/c/${script.company}`);
  await says(old, '#company', 'Tomatitos');
  await state(old, 'failed');
  await look('no-calls', old);
  await old.close();
  await page.close();
  return found;
}

/** A caller whom nobody can hear may type. */
async function microphones(page, look) {
  for (const [name, behaviour] of [['missing', 'NotFoundError'], ['busy', 'NotReadableError'], ['strange', 'UnknownError']]) {
    await microphone(page, behaviour);
    await connect(page);
    await look(`microphone-${name}`);
    await hangUp(page);
  }
  await microphone(page, 'works');
  await page.evaluate(() => Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true }));
  await connect(page);
  await look('microphone-insecure');
  await hangUp(page);
  await page.evaluate(() => Object.defineProperty(window, 'isSecureContext', { value: true }));

  await connect(page);
  await page.evaluate(() => window.wiretap.peers.at(-1).getSenders()[0].track.dispatchEvent(new Event('ended')));
  await says(page, '#notice', 'disconnected');
  await look('microphone-lost');
  await hangUp(page);
}

async function beforeTheCall(page, look) {
  await page.route('**/api/offer', () => {}); // never answered
  await Promise.all([page.waitForRequest('**/api/offer'), page.click('#call')]);
  await patienceEnds(page);
  await state(page, 'failed');
  await look('slow');
  await page.unroute('**/api/offer');

  await deadLine(page);
  let answers = await logged(page, 'answer');
  await page.click('#call');
  for (let attempt = 0; attempt <= ATTEMPTS; attempt++) {
    await logged(page, 'answer', ++answers);
    if (attempt === 2) await look('no-media-yet');
    await patienceEnds(page);
  }
  await state(page, 'failed');
  await look('no-media');
  await page.unroute('**/api/offer');

  await page.evaluate(() => { window.deafTo = 'bot-ready'; });
  const channels = await logged(page, 'channel');
  await page.click('#call');
  await logged(page, 'channel', channels + 1);
  await patienceEnds(page);
  await state(page, 'failed');
  await look('no-bot');
  await page.evaluate(() => { window.deafTo = ''; });
}

async function duringTheCall(page, look, found) {
  await connect(page);
  await deadLine(page);
  await page.evaluate(() => window.patience.end());
  let answers = await logged(page, 'answer');
  await breakLine(page);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await logged(page, 'answer', ++answers);
    await patienceEnds(page);
  }
  await state(page, 'failed');
  await look('lost');
  await page.unroute('**/api/offer');

  await connect(page);
  await page.route('**/api/offer', (route) => route.abort());
  await page.route('**/start', (route) => route.abort());
  await breakLine(page);
  await says(page, '#status', 'Reconnecting');
  await page.evaluate(() => { window.laterMs = 200_000; });
  await state(page, 'failed');
  await look('server-gone');
  await page.unroute('**/api/offer');
  await page.unroute('**/start');

  await connect(page);
  await hear(page, { label: 'rtvi-ai', type: 'error', data: { error: 'the answer could not be spoken', fatal: false } });
  await look('reported');
  await hangUp(page);

  await connect(page);
  await hear(page, { label: 'rtvi-ai', type: 'error', data: { error: 'This server is being stopped. Please call again in a moment.', fatal: true } });
  await state(page, 'failed');
  await look('fatal');
  found.states.fatal.coming = await page.locator('.coming').count();

  await connect(page);
  await hear(page, { type: 'signalling', message: { type: 'peerLeft' } });
  await state(page, 'ended');
  await look('peer-left');
}

/** The only line is taken: whoever calls next is kept waiting for a minute, and told so. */
async function oneLine(page, viewport, look, problems) {
  await page.goto(`${script.server}/c/${script.solo}`);
  await says(page, '#status', 'Press Call');
  await connect(page);
  const next = await open(browser, viewport, problems);
  await next.addInitScript(hurry);
  await next.goto(`${script.server}/c/${script.solo}`);
  await says(next, '#status', 'Press Call');
  await next.click('#call');
  await says(next, '#status', 'busy');
  await look('line-taken', next);
  await next.evaluate(() => { window.laterMs = 200_000; });
  await state(next, 'failed');
  await look('line-busy', next);
  await hangUp(page);
  await next.evaluate(() => { window.laterMs = 0; });
  await connect(next);
  await hangUp(next);
  await next.close();
}

async function connect(page) {
  await page.click('#call');
  await state(page, 'connected');
}

async function hangUp(page) {
  await page.click('#call');
  await state(page, 'ended');
}

/** Runs in the page: whatever waits for ten seconds or longer can be told that they are over; and clocks can be put forward. */
function hurry() {
  const { setTimeout: begin, clearTimeout: end } = window;
  const waiting = new Map();
  window.setTimeout = (work, ms, ...rest) => {
    const timer = begin(() => {
      waiting.delete(timer);
      work(...rest);
    }, ms);
    if (ms >= 10_000) waiting.set(timer, () => work(...rest));
    return timer;
  };
  window.clearTimeout = (timer) => {
    waiting.delete(timer);
    end(timer);
  };
  window.patience = {
    has: () => waiting.size > 0,
    end: () => [...waiting].forEach(([timer, work]) => {
      window.clearTimeout(timer);
      work();
    }),
  };
  const now = Date.now;
  window.laterMs = 0;
  Date.now = () => now() + window.laterMs;
}

/** As soon as the page waits for something, it has waited for long enough. */
async function patienceEnds(page) {
  await page.waitForFunction(() => window.patience.has());
  await page.evaluate(() => window.patience.end());
}

/** How often the page has logged something; not before it was so often. */
async function logged(page, type, least = 0) {
  const count = await page.waitForFunction(([wanted, times]) => {
    const found = window.switchboard.log.filter((entry) => entry.type === wanted).length;
    return found >= times && String(found);
  }, [type, least]);
  return Number(await count.jsonValue());
}

/** Runs in the page: it hears no message of the type that it is deaf to. */
function ears() {
  const { set, ...rest } = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, 'onmessage');
  Object.defineProperty(RTCDataChannel.prototype, 'onmessage', {
    ...rest,
    set(listener) {
      set.call(this, (event) => { if (!window.deafTo || !event.data.includes(window.deafTo)) listener.call(this, event); });
    },
  });
}

function hear(page, message) {
  return page.evaluate((data) => window.wiretap.channels.at(-1).dispatchEvent(new MessageEvent('message', { data })), JSON.stringify(message));
}

/** The server answers, but neither side learns where the other is: as behind a firewall that lets no call through. */
async function deadLine(page) {
  const withoutAddresses = (sdp) => sdp.replaceAll(/a=candidate:.*\r\n/g, '');
  await page.route('**/api/offer', async (route) => {
    if (route.request().method() !== 'POST') return route.abort();
    const offer = route.request().postDataJSON();
    const response = await route.fetch({ postData: { ...offer, sdp: withoutAddresses(offer.sdp) } });
    const answer = await response.json();
    return route.fulfill({ response, json: answer.sdp ? { ...answer, sdp: withoutAddresses(answer.sdp) } : answer });
  });
}

function breakLine(page) {
  return page.evaluate(() => {
    const peer = window.wiretap.peers.at(-1);
    Object.defineProperty(peer, 'iceConnectionState', { value: 'failed' });
    peer.dispatchEvent(new Event('iceconnectionstatechange'));
  });
}

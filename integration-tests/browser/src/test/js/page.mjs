// The caller's page in every state it can be in: what it says, whether everybody can use it, and what it looks like.
//
//   node page.mjs < script.json > report.json
//
// script: { server, company, question, typed, folder }
//   folder  gets <state>-phone.png and <state>-desktop.png
// report: { phone: run, desktop: run }; run: { states: {name: {status, notice, violations}}, … }

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { SIZES, failed, inspect, microphone, open, refuse, says, state } from './gallery.mjs';
import { recordUnderPolicy } from './recorder.mjs';
import { launch } from './studio.mjs';

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
  const page = await open(browser, viewport, found.problems, recordUnderPolicy);
  const companyPage = `${script.server}/c/${script.company}`;
  const look = async (name) => { found.states[name] = await inspect(page, script.folder, `${name}-${size}`); };

  await page.goto(script.server);
  await state(page, 'choosing');
  await look('choosing');

  await page.goto(companyPage);
  await page.waitForFunction(() => document.querySelector('#company').textContent !== 'Switchboard');
  await look('idle');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('idle-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await microphone(page, 'waits');
  found.tabs = await tabTo(page, 'call');
  await page.keyboard.press('Enter');
  await state(page, 'connecting');
  await look('microphone');
  await page.click('#call');

  await microphone(page, 'works');
  await refuse(page, 503, 'Tomatitos 2 cannot be called yet: it waits for TextToSpeech', { 'Retry-After': '1' });
  await page.evaluate(() => window.recorder.begin());
  await page.click('#call');
  await says(page, '#status', 'it waits for');
  await look('waiting');
  await page.unroute('**/start');
  await state(page, 'connected');
  found.levels = [await loud(page, '#level-bot')];
  found.words = await wordsAsSpoken(page);
  found.hushed = await hushed(page);
  await look('speaking');
  await silence(page, 0);

  const before = await page.evaluate(() => window.recorder.length());
  const wav = (await readFile(script.question)).toString('base64');
  await page.evaluate((audio) => { window.recorder.say(audio); }, wav);
  found.levels.push(await loud(page, '#level-caller'));
  await page.waitForFunction(() => document.querySelector('#phase').textContent === 'You are speaking');
  await page.waitForFunction(() => [...document.querySelectorAll('.interim')].some((words) => words.textContent));
  await look('hearing');
  await silence(page, before);
  await page.waitForFunction(() => document.querySelector('.turn'));
  const typedAt = await page.evaluate(() => window.recorder.length());
  await page.focus('#words');
  await page.keyboard.type(script.typed);
  await page.keyboard.press('Enter');
  await silence(page, typedAt);
  await look('answered');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('answered-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  found.line = await page.evaluate(() => ['line', 'round-trip', 'lost', 'buffer'].map((id) => document.getElementById(id).textContent));
  found.jitterBufferTarget = await page.evaluate(() => window.wiretap.peers.at(-1).getReceivers()[0].jitterBufferTarget);

  await page.click('#mute');
  await page.click('#sound > summary');
  await page.locator('#volume').fill('40');
  found.volume = await page.evaluate(() => document.querySelector('#voice').volume);
  found.microphones = await page.locator('#microphones option').allInnerTexts();
  await look('muted');
  await page.click('#sound > summary');
  await page.click('#mute');

  await page.route('**/api/offer', (route) => route.abort());
  await page.evaluate(() => {
    const peer = window.wiretap.peers.at(-1);
    Object.defineProperty(peer, 'iceConnectionState', { value: 'failed' });
    peer.dispatchEvent(new Event('iceconnectionstatechange'));
  });
  await says(page, '#status', 'Reconnecting');
  await look('reconnecting');
  await page.unroute('**/api/offer');
  await says(page, '#status', 'Connected again');
  await look('reconnected');

  await page.click('.log > summary');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
  found.download = JSON.parse(await readFile(await file.path(), 'utf8'));
  await page.click('.log > summary');
  await page.click('#call');
  await state(page, 'ended');
  await look('ended');

  await microphone(page, 'NotAllowedError');
  await page.click('#call');
  await state(page, 'connected');
  await look('typing-only');
  await page.click('#call');

  await microphone(page, 'works');
  await refuse(page, 503, 'all lines of Tomatitos 2 are busy, please call again in a moment');
  await failed(page);
  await look('busy');
  await page.unroute('**/start');
  await page.route('**/start', (route) => route.abort());
  await failed(page);
  await look('unreachable');
  await page.unroute('**/start');

  await page.goto(`${script.server}/c/nobody`);
  await state(page, 'choosing');
  await look('nobody');
  await page.close();
  return found;
}

/** The lengths of the assistant's words shown, while a clause is spoken. */
function wordsAsSpoken(page) {
  return page.evaluate(async () => {
    const lengths = new Set();
    for (let i = 0; i < 400 && lengths.size < 4; i++) {
      const said = document.querySelector('.coming .said');
      if (said?.textContent) lengths.add(said.textContent.length);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
    return [...lengths];
  });
}

/** Whether the assistant's voice is muted at once when the server says that it has paused, and no more a quarter of a second later. */
function hushed(page) {
  return page.evaluate(async () => {
    const data = JSON.stringify({ label: 'rtvi-ai', type: 'server-message', data: { type: 'bot-paused' } });
    const voice = document.querySelector('#voice');
    const muted = [voice.muted];
    window.wiretap.channels.at(-1).dispatchEvent(new MessageEvent('message', { data }));
    muted.push(voice.muted);
    await new Promise((resolve) => { setTimeout(resolve, 250); });
    return [...muted, voice.muted];
  });
}

/** The first level that a meter shows to those who look and to those who are read to, in percent. */
async function loud(page, meter) {
  const level = await page.waitForFunction((selector) => Number(document.querySelector(selector).getAttribute('aria-valuenow')), meter);
  return level.jsonValue();
}

/** Tabs until an element has the focus; returns how often. */
async function tabTo(page, id) {
  for (let tabs = 1; tabs < 20; tabs++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.id) === id) return tabs;
  }
  return -1;
}

function silence(page, from) {
  return page.waitForFunction((start) => window.recorder.answered(start), from, { polling: 50 });
}

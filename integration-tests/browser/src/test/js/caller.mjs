// A caller with a real browser: opens the page, calls, asks what it is told to ask, and writes down what was heard.
//
//   node caller.mjs < script.json > report.json
//
// script: { url, chromium, questions: [wav, …], interruptions: [[wav, wav], …], disturbances: [[wav, wav], …], typed: [text, …], folder, calls, width, height }
//   questions  16-bit WAV files, spoken one after the other, each when the assistant has fallen silent
//   interruptions  what is asked, and what is said when the assistant has been answering it for a second
//   disturbances   the same, but what disturbs is no speech: the answers are saved
//   folder     gets <call>-greeting.wav, <call>-answer-<n>.wav (16-bit, 24 kHz) and the screenshots
//   calls      how many calls, one after the other, in the same page (1)
// report: { calls: [{ state, notice, firstAudioMs, answers: [{ voiceToVoiceMs }], interruptions: [{ silencedMs }], transcript, log }] }
//
// The microphone is a stream that plays the questions; both sides are recorded on one clock, so voice to voice is
// measured where the caller's ear is: from the last sample spoken to the first sample heard.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright-core';
import { recordUnderPolicy } from './recorder.mjs';

const PATIENCE_MS = 30_000;

const script = JSON.parse(await text(process.stdin));
const browser = await chromium.launch({
  executablePath: script.chromium ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
    '--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection'],
});
try {
  const page = await browser.newPage({ viewport: { width: script.width ?? 390, height: script.height ?? 844 } });
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  await recordUnderPolicy(page);
  await page.goto(script.url);
  await page.waitForFunction(() => document.body.dataset.state);
  await page.waitForTimeout(300);
  await shot(page, 'idle');
  const calls = [];
  for (let call = 1; call <= (script.calls ?? 1); call++) calls.push(await makeCall(page, call));
  process.stdout.write(JSON.stringify({ calls, problems }));
} finally {
  await browser.close();
}

async function makeCall(page, call) {
  await page.evaluate(() => window.recorder.begin());
  await page.click('#call');
  await page.waitForFunction(() => ['connected', 'failed', 'ended'].includes(document.body.dataset.state), null, { timeout: PATIENCE_MS });
  const answers = [];
  const interruptions = [];
  let greeting = {};
  if (await state(page) === 'connected') {
    greeting = await heard(page, 0);
    await save(greeting, `${call}-greeting.wav`);
    await shot(page, `${call}-greeted`);
    for (const question of script.questions ?? []) {
      const answer = await ask(page, () => say(page, question), true);
      await save(answer, `${call}-answer-${answers.length + 1}.wav`);
      answers.push({ voiceToVoiceMs: answer.voiceToVoiceMs });
    }
    for (const [question, interruption] of script.interruptions ?? []) interruptions.push(await interrupt(page, question, interruption));
    for (const [question, noise] of script.disturbances ?? []) {
      const answer = await disturb(page, question, noise);
      await save(answer, `${call}-answer-${answers.length + 1}.wav`);
      answers.push({ disturbed: noise });
    }
    for (const words of script.typed ?? []) {
      const answer = await ask(page, () => page.fill('#words', words).then(() => page.press('#words', 'Enter')), false);
      await save(answer, `${call}-answer-${answers.length + 1}.wav`);
      answers.push({ typed: words });
    }
    await shot(page, `${call}-answered`);
  }
  const result = await page.evaluate(async () => ({
    stats: (await window.switchboard.stats()).filter((report) => ['inbound-rtp', 'remote-inbound-rtp'].includes(report.type)),
    state: document.body.dataset.state,
    notice: document.querySelector('#notice').textContent,
    status: document.querySelector('#status').textContent,
    transcript: document.querySelector('#transcript').innerText,
    firstAudioMs: window.switchboard.firstAudioMs,
    turns: window.switchboard.turns,
    log: window.switchboard.log,
  }));
  if (result.state === 'connected') {
    await page.click('#call');
    await page.waitForFunction(() => document.body.dataset.state !== 'connected');
  }
  await shot(page, `${call}-over`);
  return { ...result, connectToAudioMs: greeting.sinceBeginMs ?? null, answers, interruptions, stateAfter: await state(page) };
}

/** Does something, waits until the assistant has answered and fallen silent. */
async function ask(page, act, spoken, read = () => null) {
  const from = await page.evaluate(() => window.recorder.length());
  await act();
  const answer = await heard(page, from, spoken);
  return await read(from) ?? answer;
}

/** Asks, and waits until the assistant has been answering for a second; returns where in the recording the answer began to be waited for. */
async function beAnswered(page, question) {
  await say(page, question);
  const asked = await page.evaluate(() => window.recorder.length());
  await page.waitForFunction((from) => window.recorder.talks(from), asked, { timeout: PATIENCE_MS, polling: 20 });
  return asked;
}

async function disturb(page, question, noise) {
  const asked = await beAnswered(page, question);
  await say(page, noise, true);
  return heard(page, asked);
}

async function interrupt(page, question, interruption) {
  await beAnswered(page, question);
  return ask(page, () => say(page, interruption), true, (from) => page.evaluate((start) => ({ silencedMs: window.recorder.silencedMs(start) }), from));
}

function state(page) {
  return page.evaluate(() => document.body.dataset.state);
}

async function say(page, wav, aside = false) {
  const bytes = (await readFile(wav)).toString('base64');
  await page.evaluate(([audio, unheard]) => window.recorder.say(audio, unheard), [bytes, aside]);
}

/** What the assistant says from a sample on, until it has been silent for a while. */
async function heard(page, from, spoken) {
  await page.waitForFunction((start) => window.recorder.answered(start), from, { timeout: PATIENCE_MS, polling: 50 })
    .catch(() => { throw new Error(`the assistant was not heard within ${PATIENCE_MS / 1000} s`); });
  return page.evaluate(([start, asked]) => window.recorder.answer(start, asked), [from, spoken ?? false]);
}

async function save(answer, name) {
  if (script.folder && answer.wav) await writeFile(join(script.folder, name), Buffer.from(answer.wav, 'base64'));
}

async function shot(page, name) {
  if (script.folder) await page.screenshot({ path: join(script.folder, `${name}.png`), fullPage: true });
}

// A caller whose server is taken away in the middle of a call, and who does nothing about it.
//
//   node survivor.mjs URL
//
// Prints a line of JSON at each step: {"step":"greeted"} when the assistant was heard, {"step":"back", status} when the page
// has connected again by itself, {"step":"answered", transcript, said} when a question typed then was answered aloud, or
// {"step":"ended", status} when the server ended the call. After "greeted" it waits for what happens. A line "ask" on its
// input makes it type a question in the call that goes on; "hang up" makes it hang up.

import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const PATIENCE_MS = 120_000;
const QUESTION = 'What time do you open on Saturday?';

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
    '--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection'],
});
const tell = (step, more = {}) => process.stdout.write(`${JSON.stringify({ step, ...more })}\n`);
const page = await browser.newPage();
const until = (what, ...args) => page.waitForFunction(what, args, { timeout: PATIENCE_MS, polling: 100 });
const status = () => page.textContent('#status');
const said = () => page.evaluate(() => window.switchboard.log.filter(({ type }) => type === 'state').map(({ text }) => text));
const speeches = () => page.evaluate(() => window.switchboard.log.filter(({ type }) => type === 'bot-started-speaking').length);

try {
  await page.addInitScript(() => localStorage.clear());
  await page.goto(process.argv[2]);
  await page.click('#call');
  await until(() => window.switchboard.firstAudioMs !== null);
  // The microphone of this browser beeps; the caller is silent.
  await page.click('#mute');
  tell('greeted');
  follow(createInterface({ input: process.stdin }));
  await until(() => document.body.dataset.state !== 'connected');
  await until(() => ['connected', 'failed', 'ended'].includes(document.body.dataset.state));
  if (await page.evaluate(() => document.body.dataset.state) === 'connected') {
    tell('back', { status: await status(), said: await said() });
    await answer();
  } else {
    tell('ended', { status: await status(), said: await said() });
  }
} finally {
  await browser.close();
}
process.exit(0);

async function follow(lines) {
  for await (const line of lines) {
    if (line === 'ask') await answer();
    if (line === 'hang up') await page.click('#call');
  }
}

async function answer() {
  const before = await speeches();
  await page.fill('#words', QUESTION);
  await page.press('#words', 'Enter');
  await until(([count]) => window.switchboard.log.filter(({ type }) => type === 'bot-started-speaking').length > count
    && /saturday[^]*(five|5)/i.test(document.querySelector('#transcript').innerText.split('Saturday?').pop()), before);
  tell('answered', { transcript: await page.innerText('#transcript') });
}

// A caller with the example page and Pipecat's own clients.
//
//   node client.mjs < script.json > report.json
//
// script: { server, company, example, question, typed, folder }
//   example    the folder of the example page
//   question   16-bit WAV file, spoken once
//   typed      what is typed
//   folder     gets greeting.wav, spoken.wav, typed.wav, reconnected.wav and screenshots
// report: one member per step, see below; `frames` are all messages of the first call

import { writeFile, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { record } from './recorder.mjs';
import { bundle, launch, serve, wiretap } from './studio.mjs';

const PATIENCE_MS = 30_000;

const script = JSON.parse(await text(process.stdin));
const here = dirname(fileURLToPath(import.meta.url));
const site = await serve(script.example, {
  'bundle.js': await bundle(join(script.example, 'app.js')),
  'pipecat.js': await bundle(join(here, 'pipecat.js')),
});
const browser = await launch();
const report = {};
try {
  await theExamplePage(await open());
  await otherWaysIn(await open());
} finally {
  await browser.close();
  site.close();
}
process.stdout.write(JSON.stringify(report));

async function open() {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  report.problems ??= [];
  page.on('pageerror', (error) => report.problems.push(String(error)));
  await page.addInitScript(wiretap);
  await record(page);
  await page.addInitScript(latePackets);
  await page.goto(site.address);
  return page;
}

/**
 * Runs in the page: what a new connection receives counts as started a second late, as behind a slow network, so that the old
 * connection's track has always ended before. The first connection is left alone.
 */
function latePackets() {
  const Peer = window.RTCPeerConnection;
  let peers = 0;
  window.order = [];
  window.RTCPeerConnection = function LatePeer(...settings) {
    const peer = new Peer(...settings);
    const late = peers++ > 0;
    peer.addEventListener('track', ({ track }) => {
      if (track.kind !== 'audio') return;
      track.addEventListener('ended', () => window.order.push('ended'));
      const listen = track.addEventListener.bind(track);
      track.addEventListener = (type, listener, ...how) => listen(type, late && type === 'unmute'
        ? (event) => setTimeout(() => { window.order.push('started'); listener(event); }, 1000) : listener, ...how);
    });
    return peer;
  };
  window.RTCPeerConnection.prototype = Peer.prototype;
}

async function theExamplePage(page) {
  await page.fill('#server', script.server);
  await page.fill('#company', script.company);
  await page.evaluate(() => window.recorder.begin());
  await page.click('#call');
  await state(page, 'ready');
  await save('greeting.wav', await heard(page, 0));

  await save('spoken.wav', await after(page, async () => {
    const wav = (await readFile(script.question)).toString('base64');
    await page.evaluate((audio) => window.recorder.say(audio), wav);
  }));
  await save('typed.wav', await after(page, () => type(page)));
  await page.screenshot({ path: join(script.folder, 'example.png') });
  report.transcript = await page.locator('#talk').innerText();
  report.speed = await page.locator('#speed').innerText();

  report.config = await page.evaluate(() => window.client.sendClientRequest('get-config', {}));
  report.unknownRequest = await page.evaluate(() =>
    window.client.sendClientRequest('make-coffee', {}).then(() => null, (answer) => answer.data?.error ?? String(answer)));

  await page.click('#mute');
  report.muted = await page.locator('#mute').getAttribute('aria-pressed');
  await page.click('#mute');

  report.renegotiated = await renegotiate(page);
  report.reconnected = await reconnect(page);
  await save('reconnected.wav', await after(page, () => type(page)));
  report.reconnected.order = await page.evaluate(() => window.order);
  report.frames = await page.evaluate(() => window.wiretap.frames);

  await page.click('#call');
  await state(page, 'disconnected');
  report.hungUp = await page.locator('#state').innerText();

  await page.fill('#company', 'nobody');
  await page.click('#call');
  await page.waitForFunction(() => document.querySelector('#problem').textContent);
  report.refusedStart = { words: await page.locator('#problem').innerText(), state: await page.locator('#state').innerText() };
  await page.close();
}

/** The server's word to negotiate again, as the client would get it; this server never says it. */
async function renegotiate(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/api/offer')),
    page.evaluate(() => window.wiretap.channels.at(-1).dispatchEvent(new MessageEvent('message',
      { data: '{"type":"signalling","message":{"type":"renegotiate"}}' }))),
  ]);
  const asked = answer.request().postDataJSON();
  const given = await answer.json();
  await page.waitForTimeout(500);
  return {
    restart: asked.restart_pc, sameId: asked.pc_id === given.pc_id,
    signaling: await page.evaluate(() => window.wiretap.peers.at(-1).signalingState),
    peers: await page.evaluate(() => window.wiretap.peers.length),
  };
}

/** The browser finds that the network is gone: the client makes a new connection to the same conversation. */
async function reconnect(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/api/offer')),
    page.evaluate(() => {
      const peer = window.wiretap.peers.at(-1);
      Object.defineProperty(peer, 'iceConnectionState', { value: 'failed' });
      peer.dispatchEvent(new Event('iceconnectionstatechange'));
    }),
  ]);
  const asked = answer.request().postDataJSON();
  const given = await answer.json();
  await page.waitForFunction(() => window.wiretap.channels.at(-1).readyState === 'open', null, { timeout: PATIENCE_MS });
  return {
    restart: asked.restart_pc, before: asked.pc_id, after: given.pc_id, at: await page.evaluate(() => performance.now()),
    peers: await page.evaluate(() => window.wiretap.peers.length),
  };
}

async function otherWaysIn(page) {
  await page.addScriptTag({ url: 'pipecat.js', type: 'module' });
  await page.waitForFunction(() => window.newClient);
  const ways = {
    webrtcUrl: { webrtcUrl: `${script.server}/companies/${script.company}/api/offer` },
    requestData: { webrtcRequestParams: { endpoint: `${script.server}/api/offer`, requestData: { company: script.company } } },
    prefixedStart: { start: `${script.server}/companies/${script.company}/start` },
    nobody: { webrtcUrl: `${script.server}/companies/nobody/api/offer` },
  };
  report.ways = {};
  let offers = 0;
  page.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/api/offer')) offers++; });
  for (const [name, way] of Object.entries(ways)) {
    offers = 0;
    const call = await page.evaluate(async (how) => {
      const told = [];
      const client = window.newClient({
        onBotDisconnected: () => told.push('bot left'), onDisconnected: () => told.push('disconnected'),
      });
      try {
        // The prebuilt pages ask for exactly this.
        const ready = how.start
          ? await client.startBotAndConnect({ endpoint: how.start, requestData: { createDailyRoom: false, enableDefaultIceServers: true, transport: 'webrtc' } })
          : await client.connect(how);
        client.disconnectBot();
        await new Promise((resolve) => { setTimeout(resolve, 1500); });
        return { version: ready.version, told, state: client.state };
      } catch (error) {
        await new Promise((resolve) => { setTimeout(resolve, 2500); });
        return { error: error.message, status: error.status ?? null, state: client.state };
      } finally {
        await client.disconnect();
      }
    }, way);
    report.ways[name] = { ...call, offers };
  }
}

async function type(page) {
  await page.fill('#words', script.typed);
  await page.press('#words', 'Enter');
}

function state(page, name) {
  return page.waitForFunction((wanted) => document.querySelector('#state').textContent === wanted, name, { timeout: PATIENCE_MS });
}

async function after(page, act) {
  const from = await page.evaluate(() => window.recorder.length());
  await act();
  return heard(page, from);
}

async function heard(page, from) {
  await page.waitForFunction((start) => window.recorder.answered(start), from, { timeout: PATIENCE_MS, polling: 50 })
    .catch(async () => {
      const told = await page.evaluate(() => window.wiretap.frames.filter(({ text: words }) => !words.startsWith('ping')).slice(-12).map(({ from: side, text: words }) => `${side}: ${words.slice(0, 160)}`));
      const line = await page.evaluate(async () => {
        const peer = window.wiretap.peers.at(-1);
        const rtp = [...(await peer.getStats()).values()].find(({ type }) => type === 'inbound-rtp');
        const voice = document.querySelector('#voice');
        return { state: peer.connectionState, received: rtp?.packetsReceived, energy: rtp?.totalAudioEnergy, concealed: rtp?.concealedSamples,
          muted: peer.getReceivers()[0].track.muted, played: voice.srcObject?.getTracks()[0] === peer.getReceivers()[0].track, paused: voice.paused };
      });
      throw new Error(`the assistant was not heard within ${PATIENCE_MS / 1000} s: ${JSON.stringify(line)}; the last messages:\n${told.join('\n')}`);
    });
  return page.evaluate((start) => window.recorder.answer(start, false), from);
}

function save(name, { wav }) {
  return writeFile(join(script.folder, name), Buffer.from(wav, 'base64'));
}

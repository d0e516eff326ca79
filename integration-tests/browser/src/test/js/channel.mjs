// A caller without a client library: makes the connection by hand and sends frames of a table, one by one.
//
//   node channel.mjs < script.json > report.json
//
// script: { server, company, frames: [{ name, text | repeat | binary }], offers: [{ name, lines }] }
//   frames     each is sent on the data channel; `repeat` is how many kilobytes of a valid send-text
//   offers     more connections, each with these m-lines: audio, video, screen, or data
// report: { frames: {name: [answers]}, alive, http: {name: {status, body}}, offers: {name: {…}}, channels: {…} }

import { text } from 'node:stream/consumers';
import { launch, serve } from './studio.mjs';

const script = JSON.parse(await text(process.stdin));
const site = await serve('.', { 'index.html': '<!doctype html><title>By hand</title>' });
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.addInitScript(byHand);
  await page.goto(site.address);
  process.stdout.write(JSON.stringify(await page.evaluate((what) => window.byHand(what), script)));
} finally {
  await browser.close();
  site.close();
}

/** Runs in the page. */
function byHand() {
  const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
  const envelope = (type, data, id) => JSON.stringify({ label: 'rtvi-ai', type, id, data });

  async function request(method, url, body) {
    const response = await fetch(url, { method, headers: { 'Content-Type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) })
      .catch((error) => { throw new Error(`${method} ${url} ${String(JSON.stringify(body)).slice(0, 100)}: ${error.message}`); });
    const content = await response.text();
    return { status: response.status, body: content ? JSON.parse(content) : null };
  }

  async function connect(url, lines = ['audio', 'data'], hold = false) {
    const peer = new RTCPeerConnection();
    const line = { peer, candidates: [], answers: [], tracks: [] };
    peer.ontrack = ({ transceiver, track }) => { track.onunmute = () => line.tracks.push(transceiver.mid); };
    const keep = (message) => line.answers.push(JSON.parse(message.data));
    for (const kind of lines) {
      if (kind === 'audio') peer.addTransceiver('audio', { direction: 'sendrecv' });
      if (kind === 'video') peer.addTransceiver('video', { direction: 'sendrecv' });
      if (kind === 'screen') peer.addTransceiver('video', { direction: 'sendonly' });
      if (kind === 'data') {
        line.channel = peer.createDataChannel('chat', { ordered: true });
        line.channel.onmessage = keep;
      }
    }
    peer.onicecandidate = ({ candidate }) => {
      if (candidate) line.candidates.push({ candidate: candidate.candidate, sdp_mid: candidate.sdpMid, sdp_mline_index: candidate.sdpMLineIndex });
    };
    await peer.setLocalDescription();
    line.answer = await request('POST', url, { sdp: peer.localDescription.sdp, type: 'offer', pc_id: null, restart_pc: false });
    if (line.answer.status !== 200) return line;
    await peer.setRemoteDescription({ type: 'answer', sdp: line.answer.body.sdp });
    line.trickle = async () => {
      await wait(200);
      return request('PATCH', url, { pc_id: line.answer.body.pc_id, candidates: line.candidates.splice(0) });
    };
    if (!hold) await line.trickle();
    if (line.channel) await opened(line.channel);
    return line;
  }

  async function opened(channel) {
    for (let i = 0; i < 100 && channel.readyState !== 'open'; i++) await wait(50);
    if (channel.readyState !== 'open') throw new Error('the data channel did not open');
  }

  /** What is answered to something; events of the conversation are no answers. */
  async function answers(line, act) {
    const from = line.answers.length;
    act();
    // Messages are answered in order: when the request that follows has its answer, everything before has.
    const id = `end${from}`;
    line.channel.send(envelope('client-message', { t: 'get-config' }, id));
    const isEnd = (answer) => answer.type === 'server-response' && answer.id === id;
    for (let i = 0; i < 200 && !line.answers.some(isEnd); i++) await wait(25);
    if (!line.answers.some(isEnd)) throw new Error('the call does not answer any more');
    return line.answers.slice(from).filter((answer) => !isEnd(answer)
      && ['bot-ready', 'error-response', 'server-response'].includes(answer.type));
  }

  const bytes = ({ text: words, repeat, binary }) =>
    binary ? new Uint8Array(binary) : words ?? envelope('send-text', { content: 'x'.repeat(repeat * 1024) }, 'long');

  window.byHand = async ({ server, company, frames, offers }) => {
    const url = `${server}/companies/${company}/api/offer`;
    const report = { frames: {}, offers: {}, http: {}, channels: {} };

    const line = await connect(url);
    for (const frame of frames) report.frames[frame.name] = await answers(line, () => line.channel.send(bytes(frame)));

    // Another channel may come and go.
    const second = line.peer.createDataChannel('more');
    await opened(second);
    report.channels.second = await answers(line, () => second.send(envelope('nonsense', {}, 'second')));
    second.close();
    await wait(1000);
    report.channels.afterwards = await answers(line, () => line.channel.send(envelope('nonsense', {}, 'first')));
    report.alive = line.peer.connectionState;
    report.messages = line.answers.map(({ type }) => type);

    const pcId = line.answer.body.pc_id;
    const candidate = { candidate: 'candidate:1 1 udp 2122194687 3f5b6d2e-0000-4000-8000-000000000000.local 45330 typ host', sdp_mid: '0', sdp_mline_index: 0 };
    const requests = {
      'candidates of an open call': ['PATCH', url, { pc_id: pcId, candidates: [candidate] }],
      'the end of candidates': ['PATCH', url, { pc_id: pcId, candidates: [{ candidate: '', sdp_mid: '0', sdp_mline_index: 0 }] }],
      'candidates that are none': ['PATCH', url, { pc_id: pcId, candidates: [{ candidate: 'nonsense' }, 7, null, {}] }],
      'no list of candidates': ['PATCH', url, { pc_id: pcId, candidates: 'all' }],
      'candidates of an unknown call': ['PATCH', url, { pc_id: 'unknown-1', candidates: [] }],
      'candidates of no call': ['PATCH', url, { candidates: [] }],
      'a body that is no JSON': ['POST', url, '{'],
      'an empty body': ['POST', url, ''],
      'an offer without SDP': ['POST', url, { type: 'offer' }],
      'an offer with nonsense': ['POST', url, { type: 'offer', sdp: 'nonsense' }],
      'an answer': ['POST', url, { type: 'answer', sdp: 'v=0' }],
      'a body of 100 KiB': ['POST', url, { type: 'offer', sdp: 'x'.repeat(100 * 1024) }],
      'a session nobody began': ['POST', `${server}/sessions/unknown/api/offer`, { type: 'offer', sdp: 'v=0' }],
      'a company nobody knows': ['POST', `${server}/companies/nobody/start`, {}],
      'a path of a session that nobody needs': ['GET', `${server}/sessions/any/other`, undefined],
      'a way to call that does not exist': ['DELETE', url, undefined],
      'the status': ['GET', `${server}/status`, undefined],
      start: ['POST', `${server}/start`, { createDailyRoom: false, transport: 'webrtc', body: { company } }],
    };
    for (const [name, [method, address, body]] of Object.entries(requests)) report.http[name] = await request(method, address, body);

    // Hanging up is answered with a farewell, and with a closed channel.
    const from = line.answers.length;
    line.channel.send(envelope('disconnect-bot', {}, 'bye'));
    for (let i = 0; i < 100 && line.channel.readyState === 'open'; i++) await wait(50);
    report.farewell = { last: line.answers.slice(from), channel: line.channel.readyState };
    line.peer.close();

    for (const { name, lines, late } of offers) {
      const other = await connect(url, lines, late);
      if (late) report.http[`${name}: candidates after a while`] = await other.trickle();
      for (let i = 0; i < 100 && !other.tracks.length; i++) await wait(50);
      report.offers[name] = { status: other.answer.status, heard: other.tracks, directions: other.peer.getTransceivers().map((transceiver) => transceiver.currentDirection) };
      if (other.channel?.readyState === 'open') other.channel.send(envelope('disconnect-bot', {}, 'bye'));
      await wait(200);
      other.peer.close();
    }
    return report;
  };
}

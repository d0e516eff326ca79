// What the callers of the tests have in common: a browser, a bundle of npm packages, a folder served to it.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection'],
  });
}

/** One module with everything it imports, as text. */
export async function bundle(file) {
  const { outputFiles } = await build({
    entryPoints: [file], bundle: true, format: 'esm', write: false, nodePaths: [PACKAGES], logLevel: 'error',
  });
  return outputFiles[0].text;
}

/**
 * Serves the files of a folder, and some that are in memory, on a free port.
 * @returns {{address: string, close(): void}}
 */
export async function serve(folder, made = {}) {
  const server = createServer(async ({ url }, response) => {
    const name = url === '/' ? 'index.html' : url.slice(1).split('?')[0];
    try {
      const content = made[name] ?? await readFile(join(folder, name.replaceAll('..', '')));
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Runs in the page, before its own code: keeps its peer connections, its data channels and every message on them. */
export function wiretap() {
  const tap = { peers: [], channels: [], frames: [] };
  window.wiretap = tap;
  const write = (from, text) => tap.frames.push({ at: performance.now(), from, text });
  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = function TappedPeer(...settings) {
    const peer = new Peer(...settings);
    tap.peers.push(peer);
    return peer;
  };
  window.RTCPeerConnection.prototype = Peer.prototype;
  const create = Peer.prototype.createDataChannel;
  Peer.prototype.createDataChannel = function createTapped(...how) {
    const channel = create.apply(this, how);
    tap.channels.push(channel);
    channel.addEventListener('message', ({ data }) => write('server', data));
    return channel;
  };
  const send = RTCDataChannel.prototype.send;
  RTCDataChannel.prototype.send = function sendTapped(data) {
    write('client', data);
    return send.call(this, data);
  };
}

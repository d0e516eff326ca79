// A microphone that says what it is told, and a recording of both sides on one clock.

/* global window, document, navigator, AudioContext, AudioBufferSourceNode, AudioWorkletNode, MediaStream */

/** Samples that the audio thread hands over at once; a whole number of its quanta of 128. */
const BLOCK = 512;

/** Gives a page that microphone and that recording. Call it before the page is opened. */
export async function record(page) {
  await page.addInitScript(recorder, { tape, BLOCK });
}

/** The same for a page with a policy. Of its requests to other origins the browser asks in advance no more: they are looked at. */
export async function recordUnderPolicy(page) {
  await page.route('**', (route) => (route.request().resourceType() === 'document' ? letTapIn(route) : route.fallback()));
  await record(page);
}

/** The one thing that the page's own policy must be asked for: that a script of the test's may run on the audio thread. */
async function letTapIn(route) {
  const response = await route.fetch();
  const headers = response.headers();
  const policy = headers['content-security-policy']?.replace("script-src 'self'", "script-src 'self' blob:");
  await route.fulfill({ response, headers: policy ? { ...headers, 'content-security-policy': policy } : headers });
}

/** On the audio thread, which loses nothing while the page is busy. */
const tape = `
  registerProcessor('tap', class extends AudioWorkletProcessor {
    constructor() {
      super();
      this.block = null;
      this.filled = 0;
    }
    process([input]) {
      this.block ??= { frame: currentFrame, sides: [new Float32Array(${BLOCK}), new Float32Array(${BLOCK})] };
      this.block.sides.forEach((side, i) => { if (input[i]) side.set(input[i], this.filled); });
      this.filled += 128;
      if (this.filled === ${BLOCK}) {
        this.port.postMessage(this.block);
        this.block = null;
        this.filled = 0;
      }
      return true;
    }
  });`;

/** Runs in the page, before the page's own code. */
function recorder({ tape, BLOCK }) {
  const RATE = 24_000;
  const LOUD = 0.01;
  /** Of the room, from peak to peak. */
  const QUIET = 0.0005;
  /** The assistant is done when it has been silent for that long. */
  const SILENT = 1.5 * RATE;

  let opened;
  let context;
  let microphone;
  let mixer;
  let ear;
  let blocks = [];
  let length = 0;
  let began = 0;

  function open() {
    opened ??= openOnce();
    return opened;
  }

  async function openOnce() {
    context = new AudioContext({ sampleRate: RATE });
    microphone = context.createMediaStreamDestination();
    room().connect(microphone);
    mixer = context.createChannelMerger(2);
    ear = context.createGain();
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([tape], { type: 'text/javascript' })));
    const tap = new AudioWorkletNode(context, 'tap', { numberOfOutputs: 1, channelCount: 2, channelCountMode: 'explicit' });
    tap.port.onmessage = ({ data: { frame, sides } }) => {
      if (frame < began) return;
      blocks.push(sides);
      length += BLOCK;
    };
    mixer.connect(tap).connect(context.destination);
  }

  /**
   * Like every microphone this one never stops: where packets pause and their time does not go on, the other side's
   * jitter buffer believes in late packets, and waits for them.
   */
  function room() {
    const noise = context.createBuffer(1, RATE, RATE);
    noise.copyToChannel(Float32Array.from({ length: RATE }, () => (Math.random() - 0.5) * QUIET), 0);
    const source = new AudioBufferSourceNode(context, { buffer: noise, loop: true });
    source.start();
    return source;
  }

  navigator.mediaDevices.getUserMedia = async () => {
    await open();
    return microphone.stream.clone();
  };

  /** What is received is heard as loud as the page plays it. */
  document.addEventListener('volumechange', ({ target }) => ear?.gain.setValueAtTime(target.muted ? 0 : target.volume, context.currentTime), true);

  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = function RecordedPeer(...settings) {
    const peer = new Peer(...settings);
    peer.addEventListener('track', async ({ track }) => {
      await open();
      context.createMediaStreamSource(new MediaStream([track])).connect(ear).connect(mixer, 0, 1);
    });
    return peer;
  };
  window.RTCPeerConnection.prototype = Peer.prototype;

  /** Copies no more than it must: whoever asks often would hold up the very audio that is measured. */
  function whole(channel, from) {
    const samples = new Float32Array(Math.max(0, length - from));
    let at = Math.floor(from / BLOCK) * BLOCK;
    for (let i = at / BLOCK; i < blocks.length; i++) {
      const block = blocks[i][channel];
      samples.set(at < from ? block.subarray(from - at) : block, Math.max(0, at - from));
      at += block.length;
    }
    return samples;
  }

  const first = (samples, from = 0) => samples.findIndex((sample, i) => i >= from && Math.abs(sample) > LOUD);

  function last(samples) {
    for (let i = samples.length - 1; i >= 0; i--) if (Math.abs(samples[i]) > LOUD) return i;
    return -1;
  }

  function wav(samples) {
    const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2));
    const tag = (at, name) => [...name].forEach((c, i) => bytes.setUint8(at + i, c.charCodeAt(0)));
    tag(0, 'RIFF'); bytes.setUint32(4, 36 + samples.length * 2, true); tag(8, 'WAVEfmt ');
    bytes.setUint32(16, 16, true); bytes.setUint16(20, 1, true); bytes.setUint16(22, 1, true);
    bytes.setUint32(24, RATE, true); bytes.setUint32(28, RATE * 2, true); bytes.setUint16(32, 2, true); bytes.setUint16(34, 16, true);
    tag(36, 'data'); bytes.setUint32(40, samples.length * 2, true);
    samples.forEach((sample, i) => bytes.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sample)) * 32767, true));
    const text = [];
    const all = new Uint8Array(bytes.buffer);
    for (let i = 0; i < all.length; i += 8192) text.push(String.fromCharCode(...all.subarray(i, i + 8192)));
    return btoa(text.join(''));
  }

  window.recorder = {
    async begin() {
      await open();
      blocks = [];
      length = 0;
      began = Math.round(context.currentTime * RATE);
    },
    length: () => length,
    /** @param aside whether it is no speech: then no answer is taken to begin behind it */
    async say(base64, aside) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(bytes.buffer);
      source.connect(microphone);
      if (!aside) source.connect(mixer, 0, 0);
      source.start();
      await new Promise((resolve) => { source.onended = resolve; });
    },
    /** Whether the assistant has spoken since a sample, and fallen silent. */
    answered(from) {
      const bot = whole(1, from);
      const spoken = whole(0, from);
      const start = first(bot, Math.max(0, last(spoken)));
      return start >= 0 && bot.length - last(bot) > SILENT;
    },
    /** Whether the assistant has been heard for a second since a sample. */
    talks: (from) => whole(1, from).filter((sample) => Math.abs(sample) > LOUD).length > RATE / 10 && first(whole(1, from)) + RATE < length - from,
    /** How long after the caller's first sound since a sample the assistant fell silent, for a quarter of a second at least. */
    silencedMs(from) {
      const spoken = first(whole(0, from));
      const bot = whole(1, from);
      let lastSound = spoken;
      for (let i = spoken; i < bot.length && i - lastSound < RATE / 4; i++) if (Math.abs(bot[i]) > LOUD) lastSound = i;
      return spoken < 0 || bot.length - lastSound < RATE / 4 ? null : (lastSound - spoken) / RATE * 1000;
    },
    answer(from, asked) {
      const bot = whole(1, from);
      const lastWord = last(whole(0, from));
      const start = first(bot, Math.max(0, lastWord));
      return {
        wav: wav(bot.subarray(Math.max(0, start - RATE / 10), last(bot) + RATE / 5)),
        sinceBeginMs: (from + start) / RATE * 1000,
        voiceToVoiceMs: asked ? (start - lastWord) / RATE * 1000 : null,
      };
    },
  };
}

// One peer connection and its data channel. A link that is lost is never repaired: the call makes a new one.

const DISCONNECTED_MS = 5_000;
const CANDIDATES_MS = 200;

/** @typedef {{opened(), received(text: string), sounds(stream: MediaStream), lost(reason: string), changed(what: object)}} Listener */

export class Link {
  #peer = new RTCPeerConnection();
  #sender;
  #channel;
  #listener;
  #closed = false;
  #disconnected;
  #candidates = [];
  #sendCandidates;
  #batch;

  /**
   * @param {MediaStream|null} microphone without it the link only listens, until it gets one
   * @param {Listener} listener hears nothing any more after close()
   */
  constructor(microphone, listener) {
    this.#listener = listener;
    const track = microphone?.getAudioTracks()[0];
    const settings = { direction: 'sendrecv', streams: microphone ? [microphone] : [] };
    this.#sender = this.#peer.addTransceiver(track ?? 'audio', settings).sender;
    this.#channel = this.#peer.createDataChannel('chat', { ordered: true });
    this.#listen();
  }

  /** The offer's SDP. Candidates are not waited for; they follow. */
  async offer() {
    await this.#peer.setLocalDescription();
    return this.#peer.localDescription.sdp;
  }

  /**
   * Takes the answer.
   * @param sendCandidates called with the candidates found so far, and with later ones, in batches
   */
  async accept(sdp, sendCandidates) {
    await this.#peer.setRemoteDescription({ type: 'answer', sdp });
    this.#sendCandidates = sendCandidates;
    this.#schedule();
  }

  /** @returns whether it could be sent */
  send(text) {
    if (this.#channel.readyState !== 'open') return false;
    try {
      this.#channel.send(text);
      return true;
    } catch {
      return false;
    }
  }

  /** From now on this microphone is heard; nothing is negotiated. */
  useMicrophone(microphone) {
    return this.#sender.replaceTrack(microphone.getAudioTracks()[0]);
  }

  stats() {
    return this.#peer.getStats();
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#disconnected);
    clearTimeout(this.#batch);
    this.#channel.close();
    this.#peer.close();
  }

  #listen() {
    const peer = this.#peer;
    peer.ontrack = ({ track, streams, receiver }) => {
      playAtOnce(receiver);
      this.#tell('sounds', streams[0] ?? new MediaStream([track]));
    };
    peer.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) {
        this.#candidates.push({
          candidate: candidate.candidate, sdp_mid: candidate.sdpMid, sdp_mline_index: candidate.sdpMLineIndex,
        });
        this.#schedule();
      }
    };
    peer.oniceconnectionstatechange = () => this.#judge(peer.iceConnectionState, 'ice');
    peer.onconnectionstatechange = () => this.#judge(peer.connectionState, 'connection');
    this.#channel.onopen = () => this.#tell('opened');
    this.#channel.onmessage = ({ data }) => this.#tell('received', data);
    this.#channel.onclose = () => this.#tell('lost', 'data channel closed');
  }

  #judge(state, what) {
    this.#tell('changed', { [what]: state });
    if (state === 'failed') this.#tell('lost', `${what} failed`);
    if (what !== 'ice') return;
    clearTimeout(this.#disconnected);
    if (state === 'disconnected') {
      this.#disconnected = setTimeout(() => this.#tell('lost', 'ice disconnected'), DISCONNECTED_MS);
    }
  }

  #schedule() {
    if (!this.#sendCandidates || this.#batch || this.#closed || !this.#candidates.length) return;
    this.#batch = setTimeout(() => {
      this.#batch = undefined;
      this.#sendCandidates(this.#candidates.splice(0));
    }, CANDIDATES_MS);
  }

  #tell(what, ...values) {
    if (!this.#closed) this.#listener[what](...values);
  }
}

/** Asks the jitter buffer for no more delay than the network needs: what counts is when the answer is heard. */
function playAtOnce(receiver) {
  if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = 0; // W3C webrtc-extensions, in milliseconds
  else if ('playoutDelayHint' in receiver) receiver.playoutDelayHint = 0; // its forerunner, in seconds
}

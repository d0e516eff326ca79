// Pipecat's clients as they are, within reach of the tests.

import { PipecatClient } from '@pipecat-ai/client-js';
import { SmallWebRTCTransport, WavMediaManager } from '@pipecat-ai/small-webrtc-transport';

window.newClient = (callbacks = {}) => new PipecatClient({
  transport: new SmallWebRTCTransport({ mediaManager: new WavMediaManager() }), enableMic: true, enableCam: false, callbacks,
});

// The assistant's voice, aloud.

/**
 * Plays a stream. Browsers that want a gesture first get one: the next key or touch, whatever it was meant for. Chromium
 * also measures a remote stream only while a media element plays it.
 * @param on.blocked   the browser holds back the sound
 * @param on.unblocked it was heard after all
 */
export async function playAloud(element, stream, on) {
  element.srcObject = stream;
  try {
    await element.play();
  } catch (error) {
    // Any other error means that the stream has been replaced or the call has ended.
    if (error.name !== 'NotAllowedError') return;
    on.blocked();
    const again = () => element.play().then(on.unblocked, () => {});
    for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, again, { once: true });
  }
}

package switchboard.tts.piper;

/**
 * What is to be heard, frame by frame, before it is sound.
 *
 * @param frames of 256 samples each
 * @param values channel after channel
 */
record Latents(int frames, float[] values) {

    /** Some of its frames. */
    Latents slice(int from, int to) {
        int channels = values.length / frames;
        float[] slice = new float[channels * (to - from)];
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(values, channel * frames + from, slice, channel * (to - from), to - from);
        }
        return new Latents(to - from, slice);
    }

    long[] shape() {
        return new long[] {1, values.length / frames, frames};
    }
}

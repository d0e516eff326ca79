package switchboard.tts.kokoro;

/** Mean and variance of each channel in the vocoder, for all its normalisations one after the other. */
record Normalisation(float[] mean, float[] variance) {

    /** Channels of all normalisations together. */
    static final int CHANNELS = 9_216;

    /** For a run that measures its own: the graph wants numbers all the same. */
    static final Normalisation UNUSED = new Normalisation(new float[CHANNELS], new float[CHANNELS]);
}

package switchboard.api.model;

/**
 * How a model stands.
 *
 * @param label  for people
 * @param kind   simple name of its contract, for example {@code TextToSpeech}
 * @param owner  bundle@version
 * @param state  where it is in its life
 * @param detail why it failed, or is not preferred any more, and what to do; empty otherwise
 */
public record ModelStatus(String label, String kind, String owner, State state, String detail) {

    /** The life of a model. */
    public enum State { LOADING, WARM, FAILED, RETIRING }
}

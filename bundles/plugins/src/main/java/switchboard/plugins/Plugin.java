package switchboard.plugins;

/**
 * How a file of the plugins folder stands.
 *
 * @param file   its name
 * @param bundle symbolic name@version; empty if it could not be read
 * @param state  what became of it
 * @param reason why it does not serve, or a remark; may be empty
 */
record Plugin(String file, String bundle, State state, String reason) {

    /** What can become of a file. */
    enum State {
        /** Loading, or being tried. */
        ON_TRIAL,
        /** Its models serve. */
        RUNNING,
        /** Not on the list of checksums, not signed by whom the operator trusts, or unreadable; stays where it is. */
        REFUSED,
        /** A newer version of the same bundle runs. */
        SUPERSEDED,
        /** Failed its trial, or later; moved away. */
        QUARANTINED
    }
}

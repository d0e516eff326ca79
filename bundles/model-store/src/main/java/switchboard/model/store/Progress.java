package switchboard.model.store;

/** Hears how downloads come on. */
@FunctionalInterface
interface Progress {

    /** The total, if nobody tells it. */
    long UNKNOWN = -1;

    Progress SILENT = (name, bytes, total) -> {};

    /**
     * @param name  of the file or package, for people
     * @param bytes that have come
     * @param total bytes, or {@link #UNKNOWN}
     */
    void at(String name, long bytes, long total);
}

package switchboard.plugins.sample;

/** A plugin may not serve. The message says why; {@link #remedy()} what its author or the operator can do. */
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    private final String remedy;

    public Unfit(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    public Unfit(String why, String remedy, Throwable cause) {
        super(why, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}

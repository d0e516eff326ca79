package switchboard.plugins.sample;

import org.jspecify.annotations.Nullable;

/** A plugin may not serve. The message says why; {@link #remedy()} what its author or the operator can do. */
public class Unfit extends Exception {

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

    /** What a model gave. @throws Unfit if that is null, which no contract allows */
    static <T> T given(@Nullable T value, String what) throws Unfit {
        if (value == null) {
            throw new Unfit("%s gave null".formatted(what), "Null never crosses the API; the contract says what stands for nothing.");
        }
        return value;
    }

    public String remedy() {
        return remedy;
    }
}

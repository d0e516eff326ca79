package switchboard.test.framework.load;

import java.util.Optional;

/** How big a bench is; what its script does not say is as small as a test should be. */
public final class Setting {

    private Setting() {
    }

    /** A number from the environment. */
    public static int of(String name, int otherwise) {
        return Integer.parseInt(of(name, String.valueOf(otherwise)));
    }

    /** A text from the environment. */
    public static String of(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }
}

package switchboard.test.framework.exchange;

import java.util.Optional;

/** How big a bench is; what its script does not say is as small as a test should be. */
final class Setting {

    private Setting() {
    }

    /** A number from the environment. */
    static int of(String name, int otherwise) {
        return Optional.ofNullable(System.getenv(name)).map(Integer::parseInt).orElse(otherwise);
    }
}

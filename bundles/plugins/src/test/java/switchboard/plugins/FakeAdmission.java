package switchboard.plugins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import switchboard.plugins.sample.Unfit;

/** Admits everything but what it is told to reject; remembers what it did. */
final class FakeAdmission implements Admission {

    final List<String> events = new ArrayList<>();
    final Set<String> rejected = new HashSet<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> broken = new HashSet<>();
    /** What happens during a trial. */
    Meanwhile meanwhile = () -> { };

    interface Meanwhile {
        void happen() throws IOException;
    }

    @Override
    public Running admit(PluginJar jar) throws Unfit, IOException {
        meanwhile.happen();
        if (broken.contains(jar.owner())) {
            throw new IllegalStateException("had its trial");
        }
        if (rejected.contains(jar.owner())) {
            events.add("rejected " + jar.owner());
            throw new Unfit("it makes noise", "Make it speak.");
        }
        events.add("admitted " + jar.owner());
        return new Running() {
            @Override
            public PluginJar jar() {
                return jar;
            }

            @Override
            public Optional<Unfit> complaint() {
                return failing.contains(jar.owner()) ? Optional.of(new Unfit("it fails", "Correct it.")) : Optional.empty();
            }

            @Override
            public void remove() {
                events.add("removed " + jar.owner());
            }
        };
    }
}

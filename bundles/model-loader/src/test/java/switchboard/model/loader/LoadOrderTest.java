package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class LoadOrderTest {

    private final Deque<Runnable> begun = new ArrayDeque<>();
    private final List<String> loaded = new ArrayList<>();
    private final LoadOrder order = new LoadOrder(begun::add);

    @Test
    void loads_that_every_call_needs_begin_at_once() {
        order.first(() -> loaded.add("voice"));
        order.first(() -> loaded.add("ears"));
        assertThat(begun).hasSize(2);
    }

    @Test
    void the_others_begin_when_those_have_ended() {
        order.first(() -> loaded.add("voice"));
        order.first(() -> loaded.add("ears"));
        order.afterwards(() -> loaded.add("endpoint"));
        begun.remove().run();
        assertThat(begun).as("ears still load").hasSize(1);
        runAll();
        assertThat(loaded).containsExactly("voice", "ears", "endpoint");
    }

    @Test
    void when_nothing_loads_nobody_waits() {
        order.afterwards(() -> loaded.add("endpoint"));
        runAll();
        assertThat(loaded).containsExactly("endpoint");
    }

    @Test
    void a_load_that_fails_holds_nobody_up() {
        order.first(() -> {
            throw new IllegalStateException("broken");
        });
        order.afterwards(() -> loaded.add("endpoint"));
        Assertions.assertThatIllegalStateException().isThrownBy(() -> begun.remove().run());
        runAll();
        assertThat(loaded).containsExactly("endpoint");
    }

    private void runAll() {
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
    }
}

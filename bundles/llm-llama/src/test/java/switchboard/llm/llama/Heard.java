package switchboard.llm.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import switchboard.api.llm.GenerationEvent;

/** Keeps the events of a generation for a test. */
final class Heard implements Consumer<GenerationEvent> {

    private final LinkedBlockingQueue<GenerationEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void accept(GenerationEvent event) {
        events.add(event);
    }

    GenerationEvent next() throws InterruptedException {
        GenerationEvent event = events.poll(120, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing was heard within two minutes");
        }
        return event;
    }

    /** To the last one. */
    List<GenerationEvent> all() throws InterruptedException {
        List<GenerationEvent> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!(all.get(all.size() - 1) instanceof GenerationEvent.Ended || all.get(all.size() - 1) instanceof GenerationEvent.Failed));
        return all;
    }

    boolean isSilent() {
        return events.isEmpty();
    }

    static String text(List<GenerationEvent> events) {
        return events.stream().filter(GenerationEvent.Text.class::isInstance).map(event -> ((GenerationEvent.Text) event).text())
                .collect(Collectors.joining());
    }
}

package switchboard.llm.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import switchboard.api.llm.GenerationEvent;

/** Keeps the events of a generation for a test, and the names of the threads they came on. */
final class Heard implements Consumer<GenerationEvent> {

    private final LinkedBlockingQueue<GenerationEvent> events = new LinkedBlockingQueue<>();
    final List<String> threads = new ArrayList<>();

    @Override
    public synchronized void accept(GenerationEvent event) {
        threads.add(Thread.currentThread().getName());
        events.add(event);
    }

    GenerationEvent next() throws InterruptedException {
        GenerationEvent event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing was heard within 20 s");
        }
        return event;
    }

    List<GenerationEvent> all() throws InterruptedException {
        List<GenerationEvent> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!(all.get(all.size() - 1) instanceof GenerationEvent.Ended || all.get(all.size() - 1) instanceof GenerationEvent.Failed));
        return all;
    }

    String answer() throws InterruptedException {
        List<GenerationEvent> all = all();
        if (!(all.get(all.size() - 1) instanceof GenerationEvent.Ended)) {
            throw new AssertionError(all.toString());
        }
        return text(all);
    }

    String failure() throws InterruptedException {
        List<GenerationEvent> all = all();
        return ((GenerationEvent.Failed) all.get(all.size() - 1)).reason();
    }

    boolean isSilent() {
        return events.isEmpty();
    }

    static String text(List<GenerationEvent> events) {
        return events.stream().filter(GenerationEvent.Text.class::isInstance).map(event -> ((GenerationEvent.Text) event).text())
                .collect(Collectors.joining());
    }
}

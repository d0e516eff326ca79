package switchboard.web;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;

/**
 * What the server still lacks before it can take a call.
 *
 * @param waiting labels of the models that will be there by and by
 * @param failed  the models that will not come by themselves
 */
record WakingUp(List<String> waiting, List<ModelStatus> failed) {

    WakingUp {
        waiting = List.copyOf(waiting);
        failed = List.copyOf(failed);
    }

    static WakingUp of(List<ModelStatus> models) {
        Predicate<ModelStatus> isFailed = model -> model.state() == State.FAILED;
        return new WakingUp(
                models.stream().filter(model -> model.state() != State.WARM).filter(not(isFailed)).map(ModelStatus::label).toList(),
                models.stream().filter(isFailed).toList());
    }

    /** Labels of all that are missing. */
    List<String> missing() {
        return Stream.concat(waiting.stream(), failed.stream().map(ModelStatus::label)).toList();
    }

    /** For the caller, in one or a few sentences. */
    String detail() {
        return Stream.concat(Stream.of(opening()), failed.stream().map(WakingUp::failure)).collect(joining(" "));
    }

    private String opening() {
        if (!waiting.isEmpty()) {
            return "Switchboard is still waking up: waiting for " + String.join(", ", waiting) + ".";
        }
        return failed.isEmpty() ? "Switchboard is still waking up." : "Switchboard cannot take calls now.";
    }

    private static String failure(ModelStatus model) {
        return model.detail().isBlank()
                ? model.label() + " could not be loaded."
                : model.label() + " could not be loaded: " + model.detail();
    }
}

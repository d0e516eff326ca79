package switchboard.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.company.Company;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;

/**
 * Checks which models a company chose against those that are here. While one of a kind is still on its way, or none is
 * here at all, nothing can be said, and nothing is refused: the company's readiness tells of that. Thread-safe.
 */
final class ChosenModels {

    private final Models models;

    ChosenModels(Models models) {
        this.models = models;
    }

    /** Changes whenever a check may have another result. */
    List<ModelStatus> state() {
        return models.status();
    }

    List<Mistake> mistakes(Company company) {
        List<Mistake> mistakes = new ArrayList<>();
        noMatch("vad.target", VoiceActivityDetector.class, company.models().voiceActivityDetector()).ifPresent(mistakes::add);
        noMatch("turn.target", TurnDetector.class, company.models().turnDetector()).ifPresent(mistakes::add);
        noMatch("stt.target", SpeechToText.class, company.models().speechToText()).ifPresent(mistakes::add);
        noMatch("llm.target", LanguageModel.class, company.models().languageModel()).ifPresent(mistakes::add);
        noMatch("tts.target", TextToSpeech.class, company.models().textToSpeech()).ifPresent(mistakes::add);
        noVoice(company).ifPresent(mistakes::add);
        return mistakes;
    }

    private <S> Optional<Mistake> noMatch(String key, Class<S> kind, String filter) {
        if (filter.isEmpty() || isWarm(kind, filter)) {
            return Optional.empty();
        }
        // Looked at only now: a model that loads on demand has begun to load.
        String warm = ofKind(kind).filter(status -> status.state() == State.WARM).map(ModelStatus::label).collect(Collectors.joining(", "));
        return isOnItsWay(kind) || warm.isEmpty() ? Optional.empty()
                : Optional.of(Mistake.of(key, filter, "a filter that fits one of these models: " + warm));
    }

    /** While a model comes or goes, another may answer in its place: its voices say nothing about the company's. */
    private boolean isOnItsWay(Class<?> kind) {
        return ofKind(kind).anyMatch(status -> status.state() == State.LOADING || status.state() == State.RETIRING);
    }

    private Stream<ModelStatus> ofKind(Class<?> kind) {
        return models.status().stream().filter(status -> status.kind().equals(kind.getSimpleName()));
    }

    private <S> boolean isWarm(Class<S> kind, String filter) {
        Optional<Lease<S>> lease = models.lease(kind, filter);
        lease.ifPresent(Lease::close);
        return lease.isPresent();
    }

    private Optional<Mistake> noVoice(Company company) {
        String name = company.voice().name();
        return models.lease(TextToSpeech.class, company.models().textToSpeech()).flatMap(lease -> {
            try (lease) {
                TreeSet<String> voices = new TreeSet<>(lease.model().voices());
                return voices.contains(name) || isOnItsWay(TextToSpeech.class) ? Optional.empty()
                        : Optional.of(Mistake.of("voice.name", name, "one of the model's voices: " + String.join(", ", voices)));
            }
        });
    }
}

package switchboard.api.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a model is.
 *
 * @param kind      the contract it fulfils, for example {@code TextToSpeech.class}
 * @param label     for people, for example {@code Kokoro 82M}
 * @param model     service property {@code model}: lower case, for example {@code kokoro}
 * @param version   service property {@code version}, as numbers with dots; published as an {@link org.osgi.framework.Version},
 *                  so that filters compare it as one; of equal rankings the newest is preferred
 * @param languages service property {@code language}, which is absent if this is empty: it works in every language
 * @param ranking   service property {@code service.ranking}: the highest is preferred
 */
public record ModelDescription<S>(Class<S> kind, String label, String model, String version, Set<String> languages, int ranking) {

    public ModelDescription {
        requireNonNull(kind, "kind");
        languages = Set.copyOf(languages);
    }
}

package switchboard.api.model;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;

/**
 * The operator's say in which of several warm models of a kind serves, while calls go on.
 *
 * <p>A company's own filter comes first: only among the models that fit it does the route decide, and a model that fails
 * often serves only when nothing else does. Routes name a bundle and its version, so they outlive its restart, and but
 * for a shadow the server's. One whose model is not there waits for it; meanwhile others serve.
 *
 * <p><b>Naming a model.</b> By its owner ({@code switchboard.tts.kokoro@1.1.0}), its bundle, its name, or its name and
 * version ({@code kokoro@1.1}); whatever is used must mean exactly one warm model.
 *
 * <p><b>Service.</b> Always there while {@link Models} is.
 * <p><b>Threading.</b> Thread-safe; a change is in force with the next {@linkplain Models#lease lease}.
 */
@ProviderType
public interface ModelRouting {

    /**
     * Prefers a model, for all calls; ends the canary of its kind.
     *
     * @throws IllegalArgumentException if the name does not mean one warm model
     */
    Route swap(String model);

    /**
     * Lets a model serve a part of the calls that begin from now on; it is decided once per call. The other calls do
     * not use it while there is another. A further canary of the kind replaces the first.
     *
     * @param percent of the new calls, from 0, which ends the canary, to 100
     * @throws IllegalArgumentException if the name does not mean one warm model, or the part is none
     */
    Route canary(String model, int percent);

    /**
     * Lets a model hear what the serving model of its kind hears, silently, and compares. A further one replaces the first.
     *
     * @throws IllegalArgumentException if the name does not mean one warm model, or its kind cannot be compared
     */
    Route shadow(String model);

    /** Ends the comparison of a kind; without one nothing happens. */
    void endShadow(String kind);

    /**
     * Takes back the last {@link #swap} or {@link #canary} of a kind. If there was none, the next older version of the model
     * that is preferred now is preferred.
     *
     * @param kind simple name of the contract, for example {@code TextToSpeech}
     * @return what is preferred now
     * @throws IllegalStateException if there is nothing to return to
     */
    Route rollback(String kind);

    /** The warm models, those of a kind together, in the order in which a new call would try them. */
    List<Route> routes();

    /** Models that a swap or a canary names and that are not warm: they may have gone for ever. */
    default List<Missing> missing() {
        return List.of();
    }

    /**
     * A model that is to serve and is not there.
     *
     * @param kind  simple name of the contract
     * @param owner bundle@version
     */
    record Missing(String kind, String owner) {}

    /** What a warm model does. */
    enum Part {
        /** Serves every call whose company has not chosen another. */
        PREFERRED,
        /** Serves a part of the new calls. */
        CANARY,
        /** Hears what the serving model hears, and is not heard. */
        SHADOW,
        /** Serves a company that chose it, and all when nothing better is warm. */
        RESERVE
    }

    /**
     * A warm model and its part.
     *
     * @param kind    simple name of its contract
     * @param label   for people
     * @param model   service property {@code model}
     * @param version service property {@code version}
     * @param owner   bundle@version
     * @param part    what it does
     * @param percent of new calls that it serves as a canary; 0 if it is none
     * @param shadow  how it compares; empty unless it is a shadow
     */
    record Route(String kind, String label, String model, Version version, String owner, Part part, int percent, Optional<Comparison> shadow) {}

    /**
     * A shadow beside those that served.
     *
     * @param compared  inputs that both judged
     * @param agreed    of these, how often the outcome was the same
     * @param dropped   inputs that came while the shadow was busy
     * @param failed    inputs at which the shadow threw
     * @param servingMs mean time that the serving model took, milliseconds
     * @param meanMs    mean time that the shadow took, milliseconds
     * @param p95Ms     95 of 100 of its last inputs took the shadow no longer, milliseconds
     */
    record Comparison(long compared, long agreed, long dropped, long failed, double servingMs, double meanMs, double p95Ms) {

        /** From 0 to 1; 1 while nothing was compared. */
        public double agreement() {
            return compared == 0 ? 1 : (double) agreed / compared;
        }
    }
}

package switchboard.conversation.foresight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import switchboard.api.assistant.Assistant;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.model.ModelIdentity;
import switchboard.api.model.ModelThreads;
import switchboard.conversation.recognition.Patience;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.CountingVoice;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.Synthesis;

/** What tests of foresight have in common: an assistant that writes down what it is asked, a voice that counts, and time that stands still. */
abstract class LookingAhead {

    static final Patience PATIENCE = new Patience(Duration.ofMillis(2_500));
    static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    static final AudioClip LOUD = loud();
    static final AudioClip FADING = LOUD.followedBySilence(Duration.ofMillis(20));

    final CountingVoice models = new CountingVoice();
    final SpeechCache.Key weOpen = key("We open at five.");
    final Synthesis synthesis = new Synthesis(models);
    final List<Assistant.Turn> asked = new ArrayList<>();
    final List<Assistant.Turn> closed = new ArrayList<>();
    final List<Runnable> later = new ArrayList<>();
    boolean answersLater;
    boolean fails;
    boolean mayBeAll = true;
    AudioClip speech = FADING;
    boolean ample;
    long nowNs;

    enum Kind { AT_ONCE, ON_A_GUESS, UNASKED }

    SpeechCache.Key key(String text) {
        return new SpeechCache.Key("acme", text, "counting", 1, "counting@1", new ModelIdentity(models));
    }

    void look(Foresight foresight, int turn, List<Message> conversation) {
        foresight.look(new Foresight.View(ACME, turn, speech, conversation, words -> mayBeAll));
    }

    Foresight foresight(Kind kind) {
        return new Foresight("call", new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE), assistant(kind), synthesis, spareTime(), (turn, words) -> { },
                () -> nowNs);
    }

    private SpareTime spareTime() {
        return new SpareTime() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public boolean isAmple() {
                return ample;
            }
        };
    }

    private static AudioClip loud() {
        float[] samples = new float[16_000];
        Arrays.fill(samples, 0.1f);
        return new AudioClip(16_000, samples);
    }

    Assistant assistant(Kind kind) {
        return new Assistant() {
            @Override
            public boolean answersAtOnce(Company company) {
                return kind == Kind.AT_ONCE;
            }

            @Override
            public boolean takesGuesses(Company company) {
                return kind != Kind.UNASKED;
            }

            @Override
            public Reply reply(Turn turn, Consumer<GenerationEvent> listener) {
                asked.add(turn);
                if (fails) {
                    listener.accept(new GenerationEvent.Failed("too many requests"));
                    return () -> closed.add(turn);
                }
                Runnable answer = () -> {
                    listener.accept(new GenerationEvent.Text("We open at five. "));
                    listener.accept(new GenerationEvent.Text("On Sundays at noon."));
                    listener.accept(new GenerationEvent.Ended());
                };
                if (answersLater) {
                    later.add(answer);
                } else {
                    answer.run();
                }
                return () -> closed.add(turn);
            }

            @Override
            public void forget(String callId) { }
        };
    }
}

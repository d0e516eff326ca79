package switchboard.test.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** The models of the running server and their bundles, as tests see them. Thread-safe. */
public record RunningModels(BundleContext context, Models models) {

    /** The first bundle of that name. */
    public Bundle bundle(String name) {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }

    /** Waits until every model is warm. */
    public void await() throws InterruptedException {
        Eventually.present(() -> Optional.of(models.status()).filter(all -> all.stream().allMatch(RunningModels::isWarm)));
    }

    /** Waits until a model of the bundle is warm. */
    public void await(String owner) throws InterruptedException {
        Eventually.present(() -> models.status().stream().filter(model -> model.owner().equals(owner) && isWarm(model)).findFirst());
    }

    /** What a caller says, in a voice that is not the assistant's, as a line brings it. */
    public AudioClip spoken(String words) throws SpeechException {
        try (Lease<TextToSpeech> lease = models.lease(TextToSpeech.class, "").orElseThrow()) {
            List<AudioClip> pieces = new ArrayList<>();
            lease.model().speak(new SpeechRequest(words, "am_michael", 1), pieces::add);
            return Resampler.resample(AudioClip.joined(lease.model().sampleRateHz(), pieces), MediaListener.HEARD_HZ);
        }
    }

    /** The same, one after the other. */
    public List<AudioClip> spoken(List<String> words) throws SpeechException {
        List<AudioClip> clips = new ArrayList<>();
        for (String one : words) {
            clips.add(spoken(one));
        }
        return clips;
    }

    private static boolean isWarm(ModelStatus model) {
        return model.state() == ModelStatus.State.WARM;
    }
}

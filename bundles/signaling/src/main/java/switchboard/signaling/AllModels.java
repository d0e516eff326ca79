package switchboard.signaling;

import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.llm.LanguageModel;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;
import switchboard.api.vad.VoiceActivityDetector;

/**
 * Exists while there is a warm model of every kind. The references are dynamic: when a model is exchanged the next one is
 * bound before the old one goes, and nothing that depends on this is made anew. Nobody uses the models through it.
 */
@Component(service = AllModels.class)
public final class AllModels {

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindDetector(ServiceReference<VoiceActivityDetector> model) { }

    void unbindDetector(ServiceReference<VoiceActivityDetector> model) { }

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindTurnDetector(ServiceReference<TurnDetector> model) { }

    void unbindTurnDetector(ServiceReference<TurnDetector> model) { }

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindRecogniser(ServiceReference<SpeechToText> model) { }

    void unbindRecogniser(ServiceReference<SpeechToText> model) { }

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindEmbedder(ServiceReference<TextEmbedder> model) { }

    void unbindEmbedder(ServiceReference<TextEmbedder> model) { }

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindLanguageModel(ServiceReference<LanguageModel> model) { }

    void unbindLanguageModel(ServiceReference<LanguageModel> model) { }

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindVoice(ServiceReference<TextToSpeech> model) { }

    void unbindVoice(ServiceReference<TextToSpeech> model) { }
}

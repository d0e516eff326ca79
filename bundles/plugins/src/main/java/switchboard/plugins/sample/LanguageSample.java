package switchboard.plugins.sample;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.model.ModelDescription;

/** Answers a caller's question with something, in time. */
final class LanguageSample implements Sample<LanguageModel> {

    private static final long LIMIT_SECONDS = 10;
    private static final int LONGEST = 20_000;
    private static final ChatRequest REQUEST = new ChatRequest(
            "You answer the phone of a restaurant, in one short sentence.",
            List.of(new Message.User("What time do you open on Sunday?")),
            List.of(new Passage("On Sunday we open at noon.", "hours.md", 0.9)),
            LanguageModelSettings.EMBEDDED);

    @Override
    public String check(LanguageModel model, ModelDescription<LanguageModel> description) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        StringBuffer text = new StringBuffer();
        try (Generation generation = model.generate(REQUEST, event -> {
            if (event instanceof GenerationEvent.Text piece) {
                text.append(Optional.ofNullable(piece.text()).orElse(""));
                if (text.length() > LONGEST) {
                    answer.completeExceptionally(new Unfit("one short sentence has more than %d characters".formatted(LONGEST), "End every answer."));
                }
            } else if (event instanceof GenerationEvent.Ended) {
                answer.complete(text.toString());
            } else if (event instanceof GenerationEvent.Failed failed) {
                answer.completeExceptionally(new Unfit("it failed: " + failed.reason(), "Correct the model, or what it needs."));
            }
        })) {
            if (answer.get(LIMIT_SECONDS, TimeUnit.SECONDS).isBlank()) {
                throw new Unfit("it answered nothing", "Every question gets at least one Text before Ended.");
            }
            return "answered %d characters".formatted(text.length());
        } catch (TimeoutException e) {
            throw new Unfit("it did not answer within %d s".formatted(LIMIT_SECONDS), "Make the model faster, and end every answer.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unfit unfit ? unfit : e;
        }
    }
}

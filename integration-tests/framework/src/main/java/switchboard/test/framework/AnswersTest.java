package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;

/** The sample company answers in text, through the real embedding model, its own documents and the receptionist. */
class AnswersTest {

    @InjectService(timeout = 60_000)
    TextEmbedder embedder;
    @InjectService(timeout = 60_000)
    LanguageModel languageModel;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Assistant assistant;

    private Company tomatitos;

    @BeforeEach
    void wait_for_the_company() throws InterruptedException {
        tomatitos = Restaurant.await(companies, knowledge);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "What time do you open on Sunday?                      | noon",
        "Are you open on Mondays?                              | closed",
        "How late can I come on a Friday?                      | midnight",
        "Until when are you open on Wednesday?                 | eleven",
        "What is your address?                                 | River Street",
        "Is there somewhere to park near the restaurant?       | behind the house",
        "Can I bring my dog?                                   | Dogs",
        "Do you have high chairs for kids?                     | high chairs",
        "Is your place accessible by wheelchair?               | steps",
        "Do you have anything for vegans?                      | vegans",
        "Is there something without gluten?                    | gluten",
        "What does the paella cost?                            | thirty four",
        "How much is the tasting menu?                         | forty five",
        "Who is the chef?                                      | Carmen Ruiz",
        "Can I pay by credit card?                             | card",
        "Do you have wifi?                                     | wireless",
        "Is there live music?                                  | guitar",
        "Can I cancel my reservation for free?                 | four hours",
        "Do you deliver?                                       | do not deliver",
        "We are twelve people, is there a deposit?             | ten euros",
        "What happens if we are ten minutes late?              | fifteen minutes",
        "Which tram goes to your restaurant?                   | three and seven",
        "Do you sell gift vouchers?                            | vouchers",
        "Is there a private room for a party?                  | private room",
    })
    void a_question_is_answered_with_its_fact(String question, String fact) throws Exception {
        assertThat(ask(question)).contains(fact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Do you rent out bicycles?", "Who won the football game yesterday?", "What is the capital of France?",
        "Can you repair my phone?", "How old is the owner's wife?", "Do you have a swimming pool?",
        "What is the weather like tomorrow?", "How do I reset my password for online banking?", "Do you have a cinema?",
        "Can I get a haircut?",
    })
    void what_is_not_written_down_is_not_invented(String question) throws Exception {
        assertThat(ask(question)).contains("don't know");
    }

    @Test
    void nothing_of_a_company_without_documents_is_found_elsewhere() {
        Company stranger = new Company("stranger", "Stranger", "en", "", "", "", tomatitos.voice(), tomatitos.models(),
                tomatitos.languageModel(), tomatitos.endpointing(), Optional.empty(), tomatitos.limits());

        assertThat(knowledge.search(stranger, "opening hours", 5)).isEmpty();
    }

    private String ask(String question) throws Exception {
        StringBuilder answer = new StringBuilder();
        CompletableFuture<String> ended = new CompletableFuture<>();
        assistant.reply(new Assistant.Turn(tomatitos, "call", 1, List.of(new Message.User(question))), event -> {
            if (event instanceof GenerationEvent.Text text) {
                answer.append(text.text());
            } else {
                ended.complete(event instanceof GenerationEvent.Failed failed ? "FAILED " + failed.reason() : answer.toString());
            }
        });
        return ended.get(10, TimeUnit.SECONDS);
    }
}

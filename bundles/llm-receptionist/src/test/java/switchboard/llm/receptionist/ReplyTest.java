package switchboard.llm.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.company.OpeningHours;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.llm.receptionist.acts.Aim;
import switchboard.llm.receptionist.facts.Facts;

class ReplyTest {

    private static final Passage SUNDAY = new Passage("On Sunday we open at noon.", "house.md", 0.62);

    @Test
    void a_fact_is_said_as_it_is_written() {
        assertThat(reply("What time do you open on Sunday?", SUNDAY)).isEqualTo("On Sunday we open at noon.");
    }

    @Test
    void the_best_fact_that_answers_is_taken() {
        Passage near = new Passage("There is live guitar music every Friday.", "house.md", 0.30);

        assertThat(reply("What time do you open on Sunday?", near, SUNDAY)).isEqualTo("On Sunday we open at noon.");
    }

    @Test
    void what_is_not_written_down_is_not_known() {
        Passage wrong = new Passage("Our chef is Carmen Ruiz from Valencia.", "food.md", 0.38);

        assertThat(reply("Do you sell bicycles?", wrong)).startsWith(Reply.UNKNOWN);
        assertThat(reply("Do you sell bicycles?")).startsWith(Reply.UNKNOWN);
    }

    @Test
    void what_mostly_is_the_answer_is_told_as_known_of_the_matter() {
        Passage students = new Passage("Students pay nothing for the first two weeks.", "prices.md", 0.25);

        assertThat(reply("Do students pay less?", students)).isEqualTo("What I know about that: " + students.text());
        assertThat(reply("de", "Gibt es Rabatt für Azubis?", new Passage("Studierende zahlen zwei Wochen lang nichts.", "p.md", 0.52))).startsWith("Was ich dazu weiß: Studierende");
        assertThat(reply("es", "¿Los aprendices pagan menos?", new Passage("Los universitarios no pagan dos semanas.", "p.md", 0.52))).startsWith("Lo que sé de eso: Los universitarios");
    }

    @Test
    void what_is_no_more_probable_than_something_else_is_told_with_the_doubt_and_the_offer_of_a_call() {
        Passage students = new Passage("Students pay nothing for the first two weeks.", "prices.md", 0.45);
        Passage school = new Passage("Students of the music school pay half", "prices.md", 0.45);

        assertThat(reply("Do students get a discount?", students, school)).isEqualTo("I don't know that for certain. The nearest that I know is this: " + students.text() + " " + school.text() + ". Shall I have somebody call you back?");
    }

    @Test
    void what_does_not_tell_the_kind_that_is_asked_for_is_told_with_the_doubt_though_nothing_else_is_near() {
        assertThat(reply("How much is a beer?", new Passage("There is a small bar with beer from the brewery upstairs.", "prices.md", 0.4))).startsWith("I don't know that for certain.");
    }

    @Test
    void a_yes_or_no_to_another_question_is_not_said_with_doubt() {
        Passage door = new Passage("No. The door is never locked.", "faq.md", 0.4, "Are we locked in?");

        assertThat(reply("My girlfriend panics quickly, is that bad?", door)).contains(": The door is never locked.");
    }

    @Test
    void with_doubt_only_what_may_belong_to_it_is_told_of_the_paragraph() {
        Passage students = new Passage("Students pay nothing for the first two weeks.", "prices.md", 0.45, "", "", "There are lockers in the hall.");

        assertThat(reply("Do students get a discount?", students, new Passage("There are lockers in the hall.", "prices.md", 0.1))).doesNotContain("lockers");
        assertThat(reply("Do students get a discount?", students, new Passage("There are lockers in the hall.", "prices.md", 0.36))).contains("lockers");
    }

    @Test
    void the_likest_passage_is_told_with_doubt_whatever_words_it_has_unless_it_cannot_be_the_answer() {
        Passage fees = new Passage("After a week your code stops working.", "faq.md", 0.4, "What if I settle late?");

        assertThat(reply("My bill was forgotten, is that bad?", fees)).contains(fees.text());
        assertThat(reply("What is your e-mail address?", fees)).startsWith(Reply.UNKNOWN);
    }

    @Test
    void who_tells_what_the_matter_is_hears_with_doubt_what_is_likely_to_help() {
        Passage mould = new Passage("Mould on a wall: air twice a day and tell us at once.", "tenants.md", 0.45);
        Passage far = new Passage("The office is above the bakery.", "tenants.md", 0.2);

        assertThat(told("There is mould growing on my wall", far, mould)).isEqualTo("What I know about that: " + mould.text());
        assertThat(reply(Aim.CHATS, "There is mould growing on my wall", far, mould)).as("as small talk").isEqualTo("I see. What can I do for you?");
        assertThat(told("My usual place has shut", far)).isEqualTo("I see. What can I do for you?");
    }

    @ParameterizedTest
    @CsvSource({"'My son''s nine, could he come too'", "I'm not much of a swimmer how far must I be able to swim", "'I''m an hour late, is that a problem'", "I can't make it next week what happens"})
    void a_question_may_stand_behind_what_is_told(String said) {
        assertThat(told(said)).startsWith(Reply.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"All I know is that my old garage has closed", "It is my sister who told me", "You are not going to believe it"})
    void what_is_only_told_is_no_question(String said) {
        assertThat(told(said)).isEqualTo("I see. What can I do for you?");
    }

    @ParameterizedTest
    @CsvSource({"Thank you very much.,welcome", "Hello!,Hello", "Goodbye.,Goodbye", "Are you a robot?,automatic assistant", "'No, that''s all.',good day",
            "'Great, thank you so much, bye!',Goodbye", "'No, that''s all for today, thanks. Goodbye.',Goodbye", "'Okay, cheers.',welcome", "Thanks for your help.,welcome",
            "'Hello, Archer here.',What can I do", "'That''s a shame, but thanks anyway.',welcome", "'You''ve been very helpful.',welcome", "Let me just think for a moment.,Take your time", "'Oh, what a pity.',anything else",
            "Hello! How are you today?,Very well", "'Sorry, I dialled the wrong number.',Goodbye", "'Um, hello? Is this a machine?',automatic assistant", "'Oh good, what a relief, thanks ever so much.',welcome", "'Hold on a moment, please.',Take your time",
            "'Hello there, I do hope you can help me, we came last summer.',What can I do", "'Sorry to be a nuisance, it''s Victor Hale, something has come up.',What can I do"})
    void courtesies_are_answered(String said, String reply) {
        assertThat(reply(said)).contains(reply);
    }

    @ParameterizedTest
    @CsvSource({"de,'Vielen Dank, auf Wiederhören.',Wiederhören", "de,Danke schön.,Gern geschehen", "de,'Nein, das war alles.',schönen Tag", "de,Guten Tag!,Guten Tag", "es,'Muchas gracias, adiós.',Adiós",
            "es,'No, nada más, gracias.',buen día", "es,Buenos días.,Hola"})
    void courtesies_are_answered_in_the_company_s_language(String language, String said, String reply) {
        ChatRequest.House house = new ChatRequest.House(language, OpeningHours.UNKNOWN);
        Facts facts = new Facts(house, List.of(), ZonedDateTime.now(), Optional.empty());

        assertThat(new Reply(List.of(new Message.User(said)), facts, Aim.ASKS).text()).contains(reply);
    }

    @Test
    void a_question_behind_a_courtesy_is_answered() {
        assertThat(reply("Sorry to bother you, what time do you open on Sunday?", SUNDAY)).isEqualTo(SUNDAY.text());
        assertThat(reply("Great, when do you open on Sunday? Thanks.", SUNDAY)).isEqualTo(SUNDAY.text());
        assertThat(reply("Hello, is anybody here on Sunday?", SUNDAY)).contains(SUNDAY.text());
    }

    @Test
    void a_question_for_the_place_needs_no_other_word() {
        Passage place = new Passage("We are at twelve River Street, next to the old mill.", "house.md", 0.26);
        Passage tram = new Passage("The tram stop Old Mill is two minutes on foot from us.", "house.md", 0.33);

        assertThat(reply("Where exactly are you?", tram, place)).isEqualTo(place.text());
    }

    @Test
    void a_thing_for_another_purpose_is_another_thing() {
        Passage dining = new Passage("There is a private room for up to sixteen people.", "house.md", 0.29);

        assertThat(reply("Do you have rooms to sleep in?", dining)).startsWith(Reply.UNKNOWN);
        assertThat(reply("Do you have rooms for sleeping?", dining)).startsWith(Reply.UNKNOWN);
        assertThat(reply("Do you have a private room?", dining)).isEqualTo(dining.text());
    }

    @Test
    void the_last_reply_is_repeated_when_asked_for() {
        List<Message> conversation = List.of(new Message.User("When do you open?"), new Message.Assistant("At five."), new Message.User("Could you repeat that?"));

        assertThat(new Reply(conversation, List.of()).text()).isEqualTo("At five.");
    }

    @Test
    void an_accepted_call_back_asks_for_name_and_number() {
        String offer = reply("Do you sell bicycles?");
        List<Message> conversation = List.of(new Message.User("Do you sell bicycles?"), new Message.Assistant(offer), new Message.User("Yes, please."));

        assertThat(new Reply(conversation, List.of()).text()).contains("name").contains("number");
    }

    @ParameterizedTest
    @CsvSource({"'No, that''s alright. When do you open on Sunday?'", "'No need. What time do you open on Sunday?'", "'No, no call. Never mind. Do you open on Sunday? I''m a student.'", "'No thank you. Is there somebody on Sunday'"})
    void a_question_behind_a_declined_call_back_is_answered(String said) {
        assertThat(declined(said, SUNDAY)).contains(SUNDAY.text());
    }

    @ParameterizedTest
    @CsvSource({"'No, thanks.'", "'No thank you. I will call again.'", "Never mind"})
    void who_declines_a_call_back_is_asked_for_more(String said) {
        assertThat(declined(said, SUNDAY)).isEqualTo("All right. Is there anything else?");
    }

    @Test
    void behind_a_no_the_farewell_and_what_is_meant_are_heard() {
        assertThat(declined("No. Thank you very much. Goodbye.", SUNDAY)).contains("Goodbye");
        assertThat(declined("No, I mean the opening hours on Sunday.", SUNDAY)).contains("noon");
    }

    private static String declined(String said, Passage... knowledge) {
        List<Message> conversation = List.of(new Message.User("Do you sell bicycles?"), new Message.Assistant(reply("Do you sell bicycles?")), new Message.User(said));
        return new Reply(conversation, List.of(knowledge)).text();
    }

    private static String reply(String said, Passage... knowledge) {
        return new Reply(List.of(new Message.User(said)), List.of(knowledge)).text();
    }

    private static String reply(String language, String said, Passage knowledge) {
        return new Reply(List.of(new Message.User(said)), new Facts(new ChatRequest.House(language, OpeningHours.UNKNOWN), List.of(knowledge), ZonedDateTime.now(), Optional.empty()), Aim.ASKS).text();
    }

    /** To a turn of which the acts say that it asks for nothing. */
    private static String told(String said, Passage... knowledge) {
        return reply(Aim.TELLS, said, knowledge);
    }

    private static String reply(Aim aim, String said, Passage... knowledge) {
        return new Reply(List.of(new Message.User(said)), new Facts(ChatRequest.House.UNKNOWN, List.of(knowledge), ZonedDateTime.now(), Optional.empty()), aim).text();
    }
}

package switchboard.llm.receptionist.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest.House;

/** Which of some passages, all about as like to the question as measured likenesses are, is told. */
class FactsTest {

    private static final ZonedDateTime TUESDAY = ZonedDateTime.of(2026, 12, 1, 10, 15, 0, 0, ZoneId.of("Europe/Berlin"));
    private static final Span EVENING = new Span(LocalTime.of(17, 0), LocalTime.MIDNIGHT);
    private static final OpeningHours HOURS = new OpeningHours(Map.of(DayOfWeek.TUESDAY, List.of(new Span(LocalTime.of(17, 0), LocalTime.of(23, 0))),
            DayOfWeek.FRIDAY, List.of(EVENING), DayOfWeek.SATURDAY, List.of(EVENING)), Map.of(LocalDate.of(2026, 12, 25), List.of()));
    private static final List<String> PASSAGES = List.of("You can park behind the house; the twenty places there are free for guests.",
            "Dogs are welcome on the terrace, and inside if they are calm.", "The paella for two costs thirty four euros and takes about forty minutes.",
            "Tapas cost between five and nine euros each.", "Our chef is Carmen Ruiz from Valencia.", "A city bicycle can be rented for 15 € a day.",
            "There is a private room for up to sixteen people.", "You can cancel without any cost until four hours before.", "Write to desk@house.example.",
            "Towels can be hired for 3 €; goggles are on sale there.", "The roses come from a farm nearby.", "The diving boards are open at weekends only.", "The pool is 25 metres long and has 6 lanes.",
            "You must be sixteen to use the sauna.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "parking?                                   | behind the house",
        "so um can i leave my car somewhere         | behind the house",
        "would my puppy be allowed in               | Dogs are welcome",
        "paella price                               | thirty four",
        "who's the chef                             | Carmen",
        "what's your email                          | desk at house dot example",
        "how much is it to rent a bike              | fifteen euros a day",
        "do you have parking and are dogs allowed   | Dogs are welcome",
        "can we use the diving boards on wednesday  | weekends only",
        "how many lanes does the pool have          | six lanes",
        "how old do i have to be                    | sixteen",
        "what do i pay for a towel                  | three euros",
        "from what age is the sauna                 | sixteen",
    })
    void a_question_gets_its_fact(String question, String fact) {
        assertThat(answer("en", question, "")).hasValueSatisfying(said -> assertThat(said).contains(fact));
    }

    @Test
    void the_second_question_may_be_answered_with_doubt() {
        assertThat(answer("en", "who is the chef and do you have organic roses", "")).hasValue("Our chef is Carmen Ruiz from Valencia. What I know about that: The roses come from a farm nearby.");
        assertThat(answer("en", "who is the chef and do you have tattoos", "")).hasValue("Our chef is Carmen Ruiz from Valencia. The rest I don't know, I'm sorry.");
    }

    @Test
    void of_a_thing_that_is_not_spoken_of_nothing_is_told_even_with_doubt() {
        assertThat(perhaps("do you sell helmets")).isEmpty();
        assertThat(perhaps("how much is a wetsuit")).isEmpty();
        assertThat(perhaps("may I fetch my wetsuit")).isPresent();
    }

    @Test
    void where_one_passage_is_much_liker_than_all_others_it_is_told_in_whatever_words() {
        Passage sick = new Passage("After diarrhoea we need 48 hours clear.", "parents.md", 0.4);
        Passage other = new Passage("Breakfast is at eight.", "parents.md", 0.2);
        Passage alike = new Passage("Lunch is at noon.", "parents.md", 0.4);

        assertThat(of(sick, other).perhaps("she threw up last night", "").map(Guess::fact)).hasValue("After diarrhoea we need forty eight hours clear.");
        assertThat(of(sick, alike).perhaps("she threw up last night", "").map(Guess::fact)).hasValueSatisfying(said -> assertThat(said).contains("diarrhoea", "Lunch"));
    }

    @Test
    void a_question_that_names_nothing_is_answered_only_with_doubt() {
        assertThat(answer("en", "will that cost me anything", "")).isEmpty();
        assertThat(perhaps("will that cost me anything")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"do you have rooms to sleep in", "do you do tattoos", "who is the owner", "how old is the building", "what's your phone number", "do you sell cars", "can i play the piano there", "how much are the goggles",
        "are your roses organic", "do you repair the sauna", "can i rent a towel rail", "how many steps are there"})
    void what_is_not_written_down_is_not_known(String question) {
        assertThat(answer("en", question, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "and the tapas      | how much is the paella      | five and nine",
        "what is the price of it | can i rent a city bicycle | fifteen euros a day",
        "how much is it     | do you have paella          | thirty four",
        "and on fridays?    | when do you open on tuesday | midnight",
    })
    void a_question_may_be_the_rest_of_the_one_before(String question, String before, String fact) {
        assertThat(answer("en", question, before)).hasValueSatisfying(said -> assertThat(said).contains(fact));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | until when tonight         | Today we are open from five in the afternoon to eleven at night.",
        "en | what are your hours on friday | On Friday we are open from five in the afternoon to midnight.",
        "en | are you open right now     | No, we are closed at the moment. Today we are open from five in the afternoon to eleven at night.",
        "en | are you open on mondays    | On Monday we are closed.",
        "de | habt ihr am freitag offen  | Am Freitag haben wir von siebzehn Uhr bis Mitternacht geöffnet.",
        "es | abren los lunes            | El lunes cerramos.",
    })
    void opening_hours_are_those_that_are_configured(String language, String question, String said) {
        assertThat(answer(language, question, "")).hasValue(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "de | wo finde ich euch            | Gartenstraße",
        "de | was macht ein haarschnitt    | Schneiden kostet",
        "de | nehmen sie visa              | Kreditkarten",
        "es | cuál es su correo electrónico | arroba",
        "es | puedo ducharme aquí          | duchas",
        "es | cómo me doy de baja          | darse de baja",
    })
    void german_and_spanish_companies_are_asked_in_other_words_than_they_wrote(String language, String question, String fact) {
        assertThat(elsewhere(language, question)).hasValueSatisfying(said -> assertThat(said).contains(fact));
    }

    @ParameterizedTest
    @CsvSource({"de,wie groß ist der salon", "de,wie viele spiegel haben sie", "de,kann man bei ihnen fahrräder leihen", "es,cuántas duchas hay", "es,qué tamaño tiene la sala", "es,alquilan duchas"})
    void nor_is_anything_else_told_in_german_or_spanish(String language, String question) {
        assertThat(elsewhere(language, question)).isEmpty();
    }

    @Test
    void of_a_holiday_that_nobody_wrote_down_nothing_is_known() {
        assertThat(answer("en", "are you open at easter", "")).isEmpty();
    }

    @Test
    void who_asks_two_things_of_which_one_is_known_hears_so() {
        assertThat(answer("en", "Are dogs allowed? Do you sell cars?", "")).hasValueSatisfying(said -> assertThat(said).contains("Dogs").endsWith("The rest I don't know, I'm sorry."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "how many dogs do you take           | We walk them for two hours.",
        "how old does a puppy have to be     | It must be vaccinated at least ten days before it comes.",
        "where are you                       | We fetch your dog in our van for £12 each way.",
    })
    void a_number_of_another_thing_is_no_answer(String question, String text) {
        Facts facts = new Facts(new House("en", HOURS), List.of(new Passage(text, "house.md", 0.5)), TUESDAY, Optional.empty());

        assertThat(facts.answer(question, "")).isEmpty();
    }

    @Test
    void how_early_one_must_come_is_not_asked_of_the_opening_hours() {
        assertThat(answer("en", "how early should we be there", "")).isEmpty();
    }

    @Test
    void how_big_a_thing_is_and_who_somebody_is_are_not_told_by_what_has_neither() {
        assertThat(of(new Passage("Lockers are ten pounds a month.", "house.md", 0.6)).answer("how big are the lockers", "")).isEmpty();
        assertThat(of(new Passage("Lockers are forty centimetres wide.", "house.md", 0.6)).answer("how big are the lockers", "")).isPresent();
        assertThat(of(new Passage("We know two humanist celebrants and the imam of the mosque in King Street.", "house.md", 0.6)).answer("who is the humanist celebrant", "")).isEmpty();
    }

    @Test
    void of_two_passages_that_are_nearly_as_probable_both_are_told() {
        List<Passage> passages = List.of(new Passage("You pay nothing for two weeks.", "faq.md", 0.5, "How do I pay?"), new Passage("By card or bank transfer.", "faq.md", 0.6, "How do I pay?"));

        assertThat(new Facts(new House("en", HOURS), passages, TUESDAY, Optional.empty()).answer("how do i pay", ""))
                .hasValue("By card or bank transfer. You pay nothing for two weeks.");
    }

    @Test
    void what_a_heading_says_of_selling_holds_for_what_stands_below_it() {
        Passage boxes = new Passage("Cardboard boxes, tape and padlocks.", "faq.md", 0.58, "Do you sell boxes?");

        assertThat(new Facts(new House("en", HOURS), List.of(boxes), TUESDAY, Optional.empty()).answer("do you sell padlocks", "")).hasValue(boxes.text());
    }

    @Test
    void what_stands_beside_a_fact_is_told_with_it_as_far_as_one_breath_goes() {
        String longer = "We cast off at seven from the quay below the cathedral, where the coaches stop, and are back there by ten at night unless the river is so high that no boat of our size can pass below the bridge.";
        Passage cruise = new Passage("On Saturdays there is a cruise.", "trips.md", 0.6, "Trips", longer, "It costs 34 €.");

        assertThat(new Facts(new House("en", HOURS), List.of(cruise), TUESDAY, Optional.empty()).answer("is there a cruise", "")).hasValue("On Saturdays there is a cruise. It costs thirty four euros.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"inject, injection, true", "organic, organically, true", "show, shower, false", "count, counters, false"})
    void a_word_is_like_what_is_derived_from_it(String both) {
        String[] words = both.split(", ");
        assertThat(Likeness.between(words[0], words[1], "en")).isEqualTo(Boolean.parseBoolean(words[2]));
    }

    @Test
    void what_is_about_the_question_s_matter_is_told_and_what_is_not_is_doubted() {
        assertThat(ofMatter(0.8).answer("what kind of food do you serve", "")).hasValue("Our kitchen cooks what the market has.");
        assertThat(ofMatter(0.001).answer("what kind of food do you serve", "")).isEmpty();
        assertThat(ofMatter(0.001).perhaps("what kind of food do you serve", "")).isPresent();
    }

    private static Facts ofMatter(double same) {
        List<Passage> passages = List.of(new Passage("Our kitchen cooks what the market has.", "house.md", 0.46, "", "", "", OptionalDouble.of(same)),
                new Passage("Bus seven stops at the door.", "house.md", 0.2, "", "", "", OptionalDouble.of(0.002)), new Passage("Dogs are welcome.", "house.md", 0.15, "", "", "", OptionalDouble.of(0.001)));
        return new Facts(new House("en", HOURS), passages, TUESDAY, Optional.empty());
    }

    private static Optional<String> answer(String language, String question, String before) {
        return facts(language).answer(question, before);
    }

    private static Optional<String> perhaps(String question) {
        return facts("en").perhaps(question, "").map(Guess::fact);
    }

    private static Facts of(Passage... passages) {
        return new Facts(new House("en", HOURS), List.of(passages), TUESDAY, Optional.empty());
    }

    private static Facts facts(String language) {
        List<Passage> passages = PASSAGES.stream().map(text -> new Passage(text, "house.md", 0.45)).toList();
        return new Facts(new House(language, HOURS), passages, TUESDAY, Optional.empty());
    }

    private static Optional<String> elsewhere(String language, String question) {
        List<String> written = language.equals("de") ? List.of("Der Salon ist in der Gartenstraße zwölf.", "Schneiden kostet dreißig Euro.", "Kreditkarten nehmen wir nicht.")
                : List.of("Hay taquillas y duchas en la sala.", "Para darse de baja basta avisar antes.", "Correo: hola@gimnasio.example");
        List<Passage> passages = written.stream().map(text -> new Passage(text, "house.md", 0.45)).toList();
        return new Facts(new House(language, HOURS), passages, TUESDAY, Optional.empty()).answer(question, "");
    }
}

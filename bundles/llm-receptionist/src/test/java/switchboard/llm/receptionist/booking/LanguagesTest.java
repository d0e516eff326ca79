package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said and understood in each language; dates and times are the matter of their own bundle. */
class LanguagesTest {

    static List<String> languages() {
        return Sentences.LANGUAGES;
    }

    static List<String> others() {
        return languages().stream().filter(language -> !language.equals("en")).toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_every_sentence_once(String language) {
        List<String> rows = Table.read(language + ".tsv").stream().map(Table.Row::left).toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(Stream.of(Sentence.values()).map(Sentence::name).toList());
        assertThat(Table.read(language + ".tsv")).noneMatch(row -> row.right().isBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_time_that_is_offered_has_its_place_in_the_sentence(String language) {
        assertThat(List.of(Sentence.I_HAVE, Sentence.I_HAVE_SOON)).allSatisfy(sentence ->
                assertThat(Sentences.of(language).say(sentence)).contains("{time}", "{day}"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void no_two_questions_are_the_same_unless_they_are_in_english(String language) {
        Set<String> questions = Stream.of(Sentence.values()).map(Sentences.of(language)::say).filter(said -> said.endsWith("?")).collect(Collectors.toSet());
        Set<String> english = Stream.of(Sentence.values()).map(Sentences.of("en")::say).filter(said -> said.endsWith("?")).collect(Collectors.toSet());

        assertThat(questions).hasSizeGreaterThanOrEqualTo(english.size());
    }

    @ParameterizedTest
    @MethodSource("others")
    void the_dialogues_know_their_own_questions_again(String language) {
        Interpreter interpreter = new Interpreter(language, new SimpleTimes());

        assertThat(Stream.of(Slot.values())).allSatisfy(slot -> {
            assertThat(Slot.askedIn(interpreter.english(Sentences.of(language).say(slot.question(Intent.BOOK))))).contains(slot);
            assertThat(Slot.askedIn(interpreter.english(Sentences.of(language).say(slot.again(Intent.BOOK))))).contains(slot);
        });
        assertThat(Outcome.isOffer(interpreter.english("x. " + Sentences.of(language).say(Sentence.TAKE_IT)))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_turn_of_phrase_is_a_pattern_that_could_be_heard(String language) {
        assertThat(Table.read("heard." + language + ".tsv")).allSatisfy(row -> {
            assertThat(Pattern.compile(row.left())).isNotNull();
            assertThat(row.left()).as("small letters, as it is heard").doesNotContainPattern("(?<!\\\\)(?<!\\\\p\\{)\\p{Lu}");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Ich möchte meine Reservierung stornieren.           | CANCEL
            de | wir können leider nicht kommen                      | CANCEL
            de | Ich muss meinen Termin verschieben.                 | MOVE
            de | können wir den Tisch auf Samstag verschieben        | MOVE
            de | Ich würde gern einen Tisch reservieren.             | BOOK
            de | wann ist mein Termin                                | FIND
            es | Quiero cancelar mi reserva.                         | CANCEL
            es | no podemos ir                                       | CANCEL
            es | necesito cambiar mi cita                            | MOVE
            es | Quisiera reservar una mesa.                         | BOOK
            es | ¿cuándo es mi cita?                                 | FIND
            """)
    void a_wish_is_understood(String language, String said, Intent wish) {
        assertThat(IntentWords.in(new Interpreter(language, new SimpleTimes()).english(said), List.of())).contains(wish);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Auf den Namen Müller, bitte.  | Müller
            de | ich heiße anna weiß            | Anna Weiß
            de | Auf Schmidt bitte             | Schmidt
            es | a nombre de Pérez             | Pérez
            es | me llamo Ana García           | Ana García
            """)
    void a_name_is_heard(String language, String said, String name) {
        assertThat(NameWords.find(new Interpreter(language, new SimpleTimes()).english(said), true)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | ja gern         | true
            de | ja, das stimmt  | true
            de | nein danke      | false
            de | vielleicht      | false
            es | sí, por favor   | true
            es | claro           | true
            es | no, gracias     | false
            """)
    void a_yes_is_a_yes_and_nothing_else_is(String language, String said, boolean yes) {
        assertThat(Speech.agrees(new Interpreter(language, new SimpleTimes()).english(said))).isEqualTo(yes);
    }

    @Test
    void whatever_is_asked_beside_the_matter_is_looked_up_in_the_callers_own_words() {
        Interpreter interpreter = new Interpreter("de", new SimpleTimes());
        String said = "Mein Name ist Vogel. Haben Sie Parkplätze?";

        String question = Aside.in(interpreter.english(said), List.of()).question().orElseThrow();

        assertThat(interpreter.original(question, said)).isEqualTo("Haben Sie Parkplätze?");
    }
}

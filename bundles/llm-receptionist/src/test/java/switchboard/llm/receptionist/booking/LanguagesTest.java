package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import switchboard.llm.receptionist.table.Table;

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
        List<String> rows = Table.read("booking/" + language + ".tsv").stream().map(Table.Row::left).toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(Stream.of(Sentence.values()).map(Sentence::name).toList());
        assertThat(Table.read("booking/" + language + ".tsv")).noneMatch(row -> row.right().isBlank());
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
            assertThat(Slot.askedIn(interpreter.english(new Questions(Sentences.of(language), new SimpleTimes()).continued(slot, Intent.BOOK, List.of())))).contains(slot);
        });
        assertThat(Outcome.isOffer(interpreter.english("x. " + Sentences.of(language).say(Sentence.TAKE_IT)))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_turn_of_phrase_is_a_pattern_that_could_be_heard(String language) {
        assertThat(Table.readNamed("booking/heard." + language + ".tsv")).allSatisfy(row -> {
            assertThat(Pattern.compile(row.left())).isNotNull();
            assertThat(row.left()).as("small letters, as it is heard").doesNotContainPattern("(?<!\\\\)(?<!\\\\p\\{)\\p{Lu}");
        });
    }

    @ParameterizedTest
    @MethodSource("others")
    void no_row_is_kept_from_being_reached_by_those_before_it(String language) {
        List<Table.Row> rows = Table.readNamed("booking/heard." + language + ".tsv");
        int times = rows.indexOf(new Table.Row("days, times and numbers", ""));
        for (List<Table.Row> part : List.of(rows.subList(0, times), rows.subList(times + 1, rows.size()))) {
            List<TurnOfPhrase> phrases = part.stream().map(TurnOfPhrase::of).toList();
            // Rows of mere words; what others have to have made of them is not known.
            IntStream.range(0, part.size()).filter(i -> part.get(i).left().matches("[\\p{L}' |]+")).forEach(i ->
                    assertThat(part.get(i).left().split("\\|")).allSatisfy(words ->
                            assertThat(TurnOfPhrase.all(phrases.subList(0, i), words)).matches(left -> phrases.get(i).words().matcher(left).find())));
        }
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
            de | wir haben auf friday einen Tisch, geht es später    | MOVE
            de | ich brauch nen Termin                               | BOOK
            de | wir haben am friday einen Tisch und müssen ihn leider absagen | CANCEL
            de | ich habe einen Termin und möchte ihn auf monday verlegen | MOVE
            es | tenemos cita mañana y queremos cambiarla            | MOVE
            es | tengo una mesa esta noche y tengo que anularla      | CANCEL
            es | tendrían una mesita para el friday                  | FREE
            es | tenía mesa el friday y quiero pasarla al saturday   | MOVE
            es | ya no vamos, cancele la mesa                        | CANCEL
            """)
    void a_wish_is_understood(String language, String said, Intent wish) {
        assertThat(IntentWords.in(new Interpreter(language, new SimpleTimes()).english(said), List.of())).contains(wish);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Auf den Namen Müller, bitte.  | Müller
            de | ich heiße anna weiß            | Anna Weiß
            de | Herrlich. Jutta Kessler.       | Jutta Kessler
            es | Estupendo. Pilar Soto.         | Pilar Soto
            de | Auf Schmidt bitte             | Schmidt
            es | a nombre de Pérez             | Pérez
            es | me llamo Ana García           | Ana García
            de | hier ist die Petra Lindner    | Petra Lindner
            de | hier spricht der Thomas       | Thomas
            de | Guten Tag, Bach mein Name.    | Bach
            de | Guten Abend, Horn hier        | Horn
            de | mein Name ist die Ina Roth    | Ina Roth
            de | hallo Otto am Telefon         | Otto
            de | Kolb ist der Name             | Kolb
            de | schreiben Sie bitte Lehmann   | Lehmann
            de | ich bin der Jonas Fink        | Jonas Fink
            de | Lea Sommerfeld heißt sie      | Lea Sommerfeld
            de | die Reservierung auf Kolb bitte | Kolb
            es | el mío, Ana Ríos              | Ana Ríos
            es | anular la reserva de Mena     | Mena
            es | buenas, le llama Rosa Gil     | Rosa Gil
            es | soy la Carmen Pardo           | Carmen Pardo
            es | hola le habla el Marcos       | Marcos
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | ach, Moment
            de | ach so
            de | na ja
            de | tja, warten Sie mal
            de | hab ich gerade nicht
            de | einen Augenblick
            es | ay, espere
            """)
    void what_is_no_name_is_taken_for_none(String language, String said) {
        assertThat(NameWords.find(new Interpreter(language, new SimpleTimes()).english(said), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | kann mich der Chef mal anrufen                | can somebody call me back
            de | der Wirt soll mich bitte zurückrufen          | can somebody call me back
            de | ich möchte, dass mich jemand anruft           | i would like, somebody to call me back
            de | friday geht leider nicht, lieber saturday     | not friday, rather saturday
            de | monday können wir doch nicht                  | not monday
            de | hab ich nicht                                 | i don't have one
            de | ich hätt gern einen Tisch                     | i would like a table
            de | können wir das auf friday verschieben         | i need to move it to friday
            de | ich möchte meinen Tisch bitte absagen         | i would like cancel my table please
            de | wir schaffen es am friday leider nicht         | i can't make it on friday
            de | wir haben schon friday einen Tisch             | we have a table friday
            es | friday no puedo, mejor sunday                  | not friday, rather sunday
            es | tenemos mesa el friday pero ahora no           | we have a table el friday but now no
            es | es el seis cero cero                           | seis cero cero
            es | podemos adelantar la mesa a las 9              | can we move the table to a las 9
            es | se puede retrasar la mesa media hora            | can i move the table half an hour later
            es | podemos adelantarla una hora                    | can we move an hour earlier
            es | no nos hace falta la mesa                       | we no longer need the table
            es | ya no vamos                                     | i can't make it
            es | seríamos 4                                    | we are 4 people
            es | una mesita para 2                             | a table for 2
            """)
    void a_turn_of_phrase_is_put_into_english(String language, String said, String english) {
        assertThat(new Interpreter(language, new SimpleTimes()).english(said)).isEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_pattern_that_has_a_name_is_used_under_it(String language) {
        List<Table.Row> rows = Table.read("booking/heard." + language + ".tsv");

        assertThat(rows.stream().map(Table.Row::left).filter(left -> left.matches("\\{[a-z ]+}"))).isNotEmpty()
                .allSatisfy(name -> assertThat(rows.stream().filter(row -> row.left().contains(name))).hasSizeGreaterThan(1));
    }

    @Test
    void whatever_is_asked_beside_the_matter_is_looked_up_in_the_callers_own_words() {
        Interpreter interpreter = new Interpreter("de", new SimpleTimes());
        String said = "Mein Name ist Vogel. Haben Sie Parkplätze?";

        String question = Aside.in(Heard.plain(interpreter.english(said)), List.of()).question().orElseThrow();

        assertThat(interpreter.original(question, said)).isEqualTo("Haben Sie Parkplätze?");
    }
}

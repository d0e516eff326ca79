package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers say in many ways, in the north and the south; days and times are in English already, as {@link SimpleTimes} leaves them. */
class ForeignCallersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Wann hatte ich nochmal meinen Termin?                               | FIND
            de | Um wie viel Uhr muss ich denn da sein?                              | FIND
            de | Für wann haben wir gebucht?                                         | FIND
            de | Mir ist leider entfallen, an welchem Tag unser Tisch ist            | FIND
            de | Ich habe bei Ihnen einen Termin, aber ich weiß leider nicht mehr genau wann | FIND
            de | Können Sie nachsehen, was auf den Namen Brandl eingetragen ist?     | FIND
            de | Gilt mein Termin denn noch?                                         | FIND
            de | Ist mein Termin friday? Können wir den eine Stunde nach hinten legen? | MOVE
            de | Kann man den Termin irgendwie nach vorne schieben?                  | MOVE
            de | Wär es möglich, unseren Tisch auf sunday zu verlegen?               | MOVE
            de | Ich hab monday einen Termin, den schaff ich leider nicht, ginge auch tuesday? | MOVE
            de | Ich würd gern umbuchen                                              | MOVE
            de | Nein, nicht stornieren, nur verschieben                             | MOVE
            de | Das hätten wir gern eine Stunde früher                              | MOVE
            de | Den Termin am monday kann ich leider nicht wahrnehmen               | CANCEL
            de | Wir brauchen den Tisch jetzt doch nicht                             | CANCEL
            de | I bräucht an Tisch für friday                                       | BOOK
            de | Ich bräuchte einen Beratungstermin                                  | BOOK
            de | Schreiben Sie mich bitte für monday ein                             | BOOK
            de | Geben Sie mir doch einen Termin für monday                          | BOOK
            de | Was hätten Sie denn am monday noch frei?                            | FREE
            de | Welche Zeiten gibt es noch?                                         | FREE
            es | ¿A qué hora me tocaba?                                              | FIND
            es | Se me ha olvidado qué día tengo la cita                             | FIND
            es | No recuerdo para cuándo es la reserva                               | FIND
            es | Quería comprobar mi reserva                                         | FIND
            es | ¿Tienen alguna reserva a nombre de Pardo?                           | FIND
            es | Tengo una mesa el friday, ¿la podríamos pasar al sunday?            | MOVE
            es | ¿Me lo podéis cambiar para otro día?                                | MOVE
            es | Tengo mesa el friday y al final somos 7                             | MOVE
            es | Quiero modificar la que tengo                                       | MOVE
            es | ¿Podríais moverme la cita al monday?                                | MOVE
            es | Cancélemela, si es tan amable                                       | CANCEL
            es | ¿Me la puede anular?                                                | CANCEL
            es | Ya no necesitamos la mesa                                           | CANCEL
            es | Apúntanos una mesa para el friday                                   | BOOK
            es | Quería coger hora para el monday                                    | BOOK
            es | ¿Me podríais hacer un hueco monday?                                 | BOOK
            """)
    void a_wish_is_understood_however_it_is_said(String language, String said, Intent wish) {
        assertThat(IntentWords.in(english(language, said), List.of())).as(english(language, said)).contains(wish);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Wagner, guten Tag. Ich bräuchte einen Termin                     | Wagner
            de | Moin, Petersen, ich habe morgen einen Termin                     | Petersen
            de | Servus, Gruber nochmal, wir hatten reserviert                    | Gruber
            de | Gruber heiß ich, nicht Huber                                     | Gruber
            de | Ja gern, Jens Maurer, null eins sieben, drei drei, vier vier     | Jens Maurer
            de | Rufen Sie mich halt zurück. Jana Lang, 0171 33 44 55             | Jana Lang
            de | Ja, Tina Meier mit e i, 0171 33 44 55                            | Tina Meier
            de | Ja, Jens Maurer, also M-A-U-R-E-R                                | Jens Maurer
            de | Rufen Sie mich bitte zurück, Jana Lang, 0171 33 44 55             | Jana Lang
            es | Sí, claro, Laura Pons, seis tres tres, doce, trece               | Laura Pons
            es | A nombre de Prieto, Tomás Prieto                                 | Tomás Prieto
            """)
    void whoever_says_a_name_is_heard(String language, String said, String name) {
        assertThat(NameWords.find(english(language, said).replace("call you", "").replace("call me", ""), false).or(() -> NameWords.behindTheGreeting(english(language, said)))).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Danke, bis gleich
            de | Merci, servus
            de | Also dann bis Freitag. Noch einen schönen Tag
            de | Dankschön, pfiat eana
            es | Gracias, hasta luego
            es | Vale, gracias, nos vemos
            es | Venga, hasta el sábado
            es | Muchas gracias, agur
            """)
    void whoever_takes_leave_agrees_to_nothing_and_names_nobody(String language, String said) {
        assertThat(Cue.FAREWELL.isIn(Speech.plain(english(language, said)))).isTrue();
        assertThat(NameWords.find(english(language, said), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Na, kein Anruf bitte
            de | Anrufen muss mich niemand
            de | Sie brauchen mich nicht zurückrufen
            es | No hace falta que me llamen
            es | Que no quiero que me llaméis
            es | No es necesario
            """)
    void nobody_needs_to_call_back(String language, String said) {
        assertThat(english(language, said)).contains("no");
        assertThat(CallbackDialogue.isAccepted("Shall somebody call you back?", Heard.plain(english(language, said)), List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Jo, passt schon       | true
            de | Passt alles so        | true
            de | Freilich              | true
            de | Geht klar             | true
            es | Venga, vale           | true
            es | Ahora sí              | true
            es | Genial                | true
            es | Nada más, gracias     | false
            """)
    void a_yes_is_a_yes(String language, String said, boolean yes) {
        assertThat(Speech.agrees(english(language, said))).isEqualTo(yes);
    }

    private static String english(String language, String said) {
        return new Interpreter(language, new SimpleTimes()).english(said);
    }
}

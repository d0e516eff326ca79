package switchboard.llm.receptionist.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourtesyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Danke Ihnen, bis gleich!
            de | Besten Dank und noch einen schönen Abend
            de | Alles klar, dann bis Donnerstag.
            de | Ja super, merci, ade
            de | Das war's schon, schönes Wochenende!
            de | Dann komm ich um drei vorbei, tschüssi
            de | Brauch ich nicht, danke. Pfiat di
            es | Genial, hasta el jueves
            es | Pues nada, que tenga buen día
            es | Venga, nos vemos mañana
            es | Muy amable, gracias. Chao
            es | No hace falta, de verdad. Adiós
            es | Vale, ya te llamo otro día, hasta luego
            """)
    void whoever_takes_leave_is_dismissed(String language, String said) {
        assertThat(Courtesy.of(language).reply(said)).hasValueSatisfying(reply -> assertThat(reply).containsAnyOf("Wiederhören", "Adiós"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Ach so, gut, herzlichen Dank
            de | Merci vielmal
            de | Das ist lieb von Ihnen, dankschön
            es | Perfecto, mil gracias
            es | Que Dios se lo pague
            es | Ah, vale, se lo agradezco mucho
            """)
    void thanks_are_returned(String language, String said) {
        assertThat(Courtesy.of(language).reply(said)).hasValueSatisfying(reply -> assertThat(reply).containsAnyOf("Gern geschehen", "De nada"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Haben Sie bis Sonntag offen?
            de | Wie lange haben Sie auf? Tschüss
            de | Ich brauche noch einen Tisch, danke
            de | Danke, aber die Nummer ist falsch
            es | ¿Abren hasta el viernes?
            es | Gracias, pero quiero cambiar la hora
            es | Quería una mesa para mañana, gracias
            """)
    void whoever_asks_for_something_is_not_dismissed(String language, String said) {
        assertThat(Courtesy.of(language).reply(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Sagen Sie, spreche ich mit einem Computer?
            de | Ist das hier eine Maschine?
            es | Perdone, ¿es usted una máquina?
            """)
    void whoever_asks_is_told_that_it_is_no_human_being(String language, String said) {
        assertThat(Courtesy.of(language).reply(said)).hasValueSatisfying(reply -> assertThat(reply).containsAnyOf("automatische Assistent", "asistente automático"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void a_long_turn_of_such_words_is_none(String language) {
        assertThat(Courtesy.of(language).reply("danke schön so ja gracias no vale ".repeat(200) + "x")).isEmpty();
    }
}

package switchboard.appointments.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.api.company.Company;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.store.AppointmentBook;

/** Callers who ask for somebody, or for a place, by name. */
class ByNameTest {

    private static final Company SALON = open("salon", new Resource("Maria", 1), new Resource("Dan", 1), new Resource("Doctor Helen Marsh", 1));
    private static final Company INN = open("inn", new Resource("table 1", 4), new Resource("terrace", 8), new Resource("Garden Room", 40));
    private static final String AT_THREE = "{'name': 'Tasha Monroe', 'when': 'thursday at three', 'kind': 'haircut', 'with': 'Maria'}";

    private final Office office = new Office();
    private final AppointmentBook pages = office.pages;
    private final Tool book = office.book;
    private final Tool free = office.free;
    private final Tool move = office.move;
    private final Tool cancel = office.cancel;
    private final Tool find = office.find;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void the_schema_lists_exactly_the_names() {
        for (Tool tool : List.of(book, free, move)) {
            assertThat(properties(tool, SALON).getAsJsonObject("with").get("enum")).hasToString("[\"Maria\",\"Dan\",\"Doctor Helen Marsh\"]");
            assertThat(properties(tool, INN).getAsJsonObject("with").get("enum")).hasToString("[\"terrace\",\"Garden Room\"]");
            assertThat(properties(tool, Diner.DINER).has("with")).isFalse();
            assertThat(properties(tool, Diner.DENTIST).has("with")).isFalse();
        }
        assertThat(properties(find, SALON).has("with")).isFalse();
        assertThat(properties(cancel, SALON).has("with")).isFalse();
    }

    @Test
    void whom_it_is_with_is_told_asked_for_or_not() throws ToolException {
        assertThat(readBack(SALON, book, AT_THREE.replace("Maria", "Dan")))
                .isEqualTo("A haircut with Dan on Thursday, the third of December, at three in the afternoon, for Tasha Monroe. Is that right?");
        assertThat(run(SALON, book, AT_THREE.replace(", 'with': 'Maria'", "")).spoken())
                .isEqualTo("It is booked: a haircut with Maria on Thursday, the third of December, at three in the afternoon, for Tasha Monroe.");
        assertThat(run(SALON, find, "{'name': 'Monroe'}").spoken()).startsWith("I have a haircut with Maria on Thursday");
        assertThat(readBack(SALON, cancel, "{'name': 'Monroe'}")).startsWith("I would cancel the haircut with Maria on Thursday");
    }

    @Test
    void only_who_was_asked_for_counts() throws ToolException {
        run(SALON, book, AT_THREE);

        assertThatThrownBy(() -> readBack(SALON, book, AT_THREE)).isInstanceOf(ToolException.class)
                .hasMessage("Three in the afternoon is taken on Thursday with Maria. I have quarter to two, two or four in the afternoon.");
        assertThat(run(SALON, free, "{'when': '2026-12-03T15:00', 'kind': 'haircut', 'with': 'Maria'}").content())
                .isEqualTo("{\"free\":false,\"alternatives\":[\"2026-12-03T13:45\",\"2026-12-03T14:00\",\"2026-12-03T16:00\"],\"reason\":\"taken\"}");
        assertThat(run(SALON, book, AT_THREE.replace("Maria", "Dan")).content()).contains("\"resource\":\"Dan\"");
    }

    @Test
    void who_is_busy_all_day_is_told_with_the_next_days() throws ToolException {
        for (String hour : List.of("12:00", "13:00", "14:00", "15:00", "16:00", "17:00")) {
            run(SALON, book, AT_THREE.replace("thursday at three", "2026-12-03T" + hour));
        }

        assertThat(run(SALON, free, "{'when': 'thursday', 'kind': 'haircut', 'with': 'Maria'}").spoken())
                .isEqualTo("I have nothing on Thursday, the third of December, with Maria. The next I have is on Tuesday, the eighth of December, at twelve in the afternoon;"
                        + " or on Thursday, the tenth of December, at twelve in the afternoon.");
        assertThat(run(SALON, free, "{'when': 'thursday', 'kind': 'haircut'}").spoken())
                .isEqualTo("On Thursday, the third of December, I have from twelve until five in the afternoon.");
    }

    @Test
    void free_times_are_those_of_who_was_asked_for() throws ToolException {
        assertThat(run(SALON, free, "{'when': '2026-12-03T15:00', 'kind': 'haircut', 'with': 'Dan'}").spoken())
                .isEqualTo("Yes, I have something on Thursday, the third of December, at three in the afternoon, with Dan.");
        assertThat(run(SALON, free, "{'when': 'thursday', 'kind': 'haircut', 'with': 'Dan'}").spoken())
                .isEqualTo("On Thursday, the third of December, with Dan, I have from twelve until five in the afternoon.");
        assertThatThrownBy(() -> readBack(SALON, book, "{'name': 'A', 'when': 'thursday', 'with': 'Dan'}"))
                .hasMessage("At what time on Thursday, the third of December, with Dan? I have from twelve until five in the afternoon.");
    }

    @Test
    void a_part_of_a_name_is_enough_and_of_nobody_it_is_asked() throws ToolException {
        assertThat(readBack(SALON, book, AT_THREE.replace("Maria", "doctor marsh"))).startsWith("A haircut with Doctor Helen Marsh on Thursday");
        assertThatThrownBy(() -> readBack(SALON, book, AT_THREE.replace("Maria", "Mary")))
                .isInstanceOf(ToolException.class).hasMessage("Do you mean Maria, Dan or Doctor Helen Marsh?");
    }

    @Test
    void a_move_stays_with_whom_it_is_while_that_is_possible() throws ToolException {
        run(SALON, book, AT_THREE.replace("Maria", "Dan"));
        String toFour = "{'name': 'Monroe', 'to': 'at four'}";

        assertThat(readBack(SALON, move, toFour)).isEqualTo("I would move the haircut with Dan, for Tasha Monroe, from Thursday, the third of December, at three in the afternoon"
                + " to Thursday, the third of December, at four in the afternoon. Is that right?");
        run(SALON, book, "{'name': 'Other', 'when': '2026-12-03T16:00', 'kind': 'haircut', 'with': 'Dan'}");
        assertThat(readBack(SALON, move, toFour)).endsWith("to Thursday, the third of December, at four in the afternoon, and make it with Maria. Is that right?");
        assertThat(run(SALON, move, toFour).spoken())
                .isEqualTo("It is changed: a haircut with Maria on Thursday, the third of December, at four in the afternoon, for Tasha Monroe.");
        assertThatThrownBy(() -> readBack(SALON, move, "{'name': 'Monroe', 'to': 'at four', 'with': 'Dan'}"))
                .hasMessageStartingWith("Four in the afternoon is taken on Thursday with Dan. I have");
    }

    @Test
    void another_name_alone_is_a_change() throws Exception {
        run(SALON, book, AT_THREE);
        String withDan = "{'name': 'Monroe', 'with': 'Dan'}";

        assertThat(readBack(SALON, move, withDan))
                .isEqualTo("I would change the haircut with Maria on Thursday, the third of December, at three in the afternoon, for Tasha Monroe, and make it with Dan. Is that right?");
        assertThat(readBack(SALON, move, "{'name': 'Monroe', 'to': 'thursday at three', 'with': 'Dan'}")).isEqualTo(readBack(SALON, move, withDan));
        assertThat(run(SALON, move, withDan).content()).contains("\"start\":\"2026-12-03T15:00\"", "\"resource\":\"Dan\"");
        assertThat(pages.read("salon", ledger -> ledger.all(Diner.NOW.toInstant())).get(0).revision()).isEqualTo(1);
        assertThatThrownBy(() -> readBack(SALON, move, withDan)).hasMessageStartingWith("That is how it is booked: a haircut with Dan");
        assertThatThrownBy(() -> readBack(SALON, move, "{'name': 'Monroe'}")).hasMessage("For which day?");
    }

    @Test
    void a_repeated_call_is_answered_the_same() throws ToolException {
        var call = Diner.call(SALON, 7, AT_THREE);

        assertThat(book.run(call)).isEqualTo(book.run(call));
        assertThat(run(SALON, find, "{'name': 'Monroe'}").content()).containsOnlyOnce("start");
    }

    @Test
    void of_16_who_ask_for_one_person_one_gets_her_and_the_other_stays_free() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CyclicBarrier yes = new CyclicBarrier(16);
        List<Future<Boolean>> calls = IntStream.range(0, 16).mapToObj(number -> threads.submit(() -> {
            yes.await();
            try {
                book.run(Diner.call(SALON, 1000 + number, AT_THREE));
                return true;
            } catch (ToolException e) {
                assertThat(e).hasMessageStartingWith("Three in the afternoon is taken on Thursday with Maria.");
                return false;
            }
        })).toList();
        List<Boolean> booked = new ArrayList<>();
        for (Future<Boolean> call : calls) {
            booked.add(call.get());
        }
        threads.shutdown();

        assertThat(booked).containsOnlyOnce(true);
        assertThat(run(SALON, free, "{'when': '2026-12-03T15:00', 'kind': 'haircut', 'with': 'Dan'}").content()).contains("\"free\":true");
    }

    @Test
    void a_place_is_booked_by_its_name() throws ToolException {
        assertThat(readBack(INN, book, "{'name': 'Anna Miller', 'when': 'thursday at one', 'party': 4, 'with': 'terrace'}"))
                .isEqualTo("The terrace for four on Thursday, the third of December, at one in the afternoon, for Anna Miller. Is that right?");
        run(INN, book, "{'name': 'Anna Miller', 'when': 'thursday at one', 'party': 4}");
        String inside = "{'name': 'Miller', 'party': 12, 'with': 'Garden Room'}";
        assertThat(readBack(INN, move, inside)).endsWith("for Anna Miller, and make it Garden Room, for twelve. Is that right?");
        assertThat(run(INN, move, inside).spoken()).startsWith("It is changed: Garden Room for twelve on Thursday");
        assertThatThrownBy(() -> readBack(INN, book, "{'name': 'B', 'when': 'thursday at one', 'party': 4, 'with': 'Garden Room'}"))
                .hasMessageStartingWith("One in the afternoon is taken on Thursday for Garden Room. I have");
        assertThatThrownBy(() -> readBack(INN, book, "{'name': 'B', 'when': 'thursday at one', 'party': 9, 'with': 'terrace'}"))
                .hasMessage("I cannot book for nine people together for the terrace; eight is the most.");
    }

    @Test
    void who_loses_a_place_by_a_move_is_told_what_there_is_instead() throws ToolException {
        run(INN, book, "{'name': 'Anna Miller', 'when': 'thursday at one', 'party': 4, 'with': 'terrace'}");
        run(INN, book, "{'name': 'B', 'when': 'thursday at three', 'party': 4, 'with': 'terrace'}");

        assertThat(readBack(INN, move, "{'name': 'Miller', 'to': 'at three'}")).startsWith("I would move the terrace for four, for Anna Miller, from Thursday")
                .endsWith("at three in the afternoon, and make it a table. Is that right?");
        run(INN, book, "{'name': 'Carl', 'when': 'tuesday at one', 'party': 4}");
        assertThat(readBack(INN, move, "{'name': 'Carl', 'to': 'at two'}")).doesNotContain("make it");
    }

    @Test
    void who_asks_for_a_name_where_there_is_none_is_served_as_ever() throws ToolException {
        assertThat(readBack(Diner.DINER, book, "{'name': 'A', 'when': 'thursday at eight', 'party': 2, 'with': 'table 2'}")).startsWith("A table for two on Thursday");
    }

    private static JsonObject properties(Tool tool, Company company) {
        return JsonParser.parseString(tool.description(company).parameters()).getAsJsonObject().getAsJsonObject("properties");
    }

    private static String readBack(Company company, Tool tool, String arguments) throws ToolException {
        return tool.readBack(Diner.call(company, 1, arguments));
    }

    private ToolResult run(Company company, Tool tool, String arguments) throws ToolException {
        return office.run(company, tool, arguments);
    }

    /** On Tuesday and Thursday, from noon to six. */
    private static Company open(String id, Resource... resources) {
        Map<String, Duration> kinds = new LinkedHashMap<>(Map.of("haircut", Duration.ofHours(1)));
        kinds.put("colouring", Duration.ofHours(2));
        List<Span> afternoon = List.of(new Span(LocalTime.NOON, LocalTime.of(18, 0)));
        return Diner.company(id, new OpeningHours(Map.of(DayOfWeek.TUESDAY, afternoon, DayOfWeek.THURSDAY, afternoon), Map.of()),
                new BookingRules(List.of(resources), kinds, Duration.ZERO, Duration.ofDays(60), Duration.ZERO));
    }
}

package switchboard.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.cli.doctor.Finding.State;
import switchboard.cli.server.Server;

class DoctorTest {

    /** As voice:companies has it. */
    private static final String PROBLEM = "{\"source\": \"switchboard.company~b.json:3\", \"message\": \"unknown key 'voise'\"}";

    @Test
    void a_processor_is_judged_by_its_flags() {
        assertThat(Machine.cpu("amd64", "flags\t\t: fpu avx2 avx512_vnni\n").state()).isEqualTo(State.PASS);
        assertThat(Machine.cpu("amd64", "flags\t\t: fpu avx2\n").detail()).isEqualTo("AVX2, no VNNI");
        assertThat(Machine.cpu("amd64", "").state()).isEqualTo(State.WARN);
        assertThat(Machine.cpu("aarch64", "").state()).isEqualTo(State.FAIL);
    }

    @Test
    void whatever_is_not_well_has_a_remedy() {
        assertThat(Machine.java(11, "11.0.2").remedy()).contains("Java 17");
        assertThat(Machine.memory("MemTotal: 9 kB\nMemAvailable:    1024000 kB\n", false))
                .matches(finding -> finding.state() == State.FAIL && finding.detail().equals("1000 MB available") && finding.remedy() != null);
        assertThat(Machine.memory("MemAvailable:    1024000 kB\n", true).state()).as("beside a server").isEqualTo(State.PASS);
        assertThat(Machine.data("/data", false).state()).isEqualTo(State.FAIL);
        assertThat(Machine.data("/d".repeat(50), true).remedy()).contains("--data");
        assertThat(Machine.files("Max open files            256                  4096                 files\n").remedy()).contains("ulimit");
        assertThat(Machine.files("Max open files            unlimited            unlimited            files\n").state()).isEqualTo(State.PASS);
        assertThat(Machine.network(List.of()).state()).isEqualTo(State.WARN);
        assertThat(Machine.disk("/data", 600).state()).isEqualTo(State.WARN);
        assertThat(Machine.port(8080, false).remedy()).contains("--port");
        assertThat(Machine.libraries("libpulse0\nlibgomp1\n", false).remedy()).endsWith("libpulse0 libgomp1 libstdc++6");
        assertThat(Machine.libraries("", true)).isEqualTo(Finding.pass("libraries", "all that the native libraries need"));
    }

    @Test
    void a_company_with_a_problem_fails_with_its_reason() {
        Finding finding = LoopBack.companies(JsonParser.parseString(
                "[{\"id\": \"a\", \"problems\": []}, {\"id\": \"b\", \"problems\": [%s]}]".formatted(PROBLEM)));

        assertThat(finding.state()).isEqualTo(State.FAIL);
        assertThat(finding.detail()).isEqualTo("1 valid; switchboard.company~b.json:3: unknown key 'voise'");
    }

    @Test
    void of_many_problems_the_first_are_told_and_how_to_see_the_others() {
        String seven = String.join(", ", Collections.nCopies(7, PROBLEM));
        Finding finding = LoopBack.companies(JsonParser.parseString("[{\"id\": \"b\", \"problems\": [%s]}]".formatted(seven)));

        assertThat(finding.detail()).endsWith("'voise'; and 2 more");
        assertThat(finding.remedy()).contains("./switchboard companies");
    }

    @Test
    void a_word_misheard_is_forgiven_and_a_sentence_is_not() {
        assertThat(LoopBack.sound("The table by the widow is free, tomorrow evening!", Path.of("v.wav")).state()).isEqualTo(State.PASS);
        assertThat(LoopBack.sound("The table by the window was free to morrow evening.", Path.of("v.wav")).state()).isEqualTo(State.PASS);
        assertThat(LoopBack.sound("The cable cars are closed until tomorrow.", Path.of("v.wav")).state()).isEqualTo(State.FAIL);
        assertThat(LoopBack.sound("Thank you.", Path.of("v.wav")).state()).isEqualTo(State.FAIL);
    }

    @Test
    void a_server_that_does_not_start_is_a_finding() throws Exception {
        LoopBack loopBack = new LoopBack((doing, commands) -> {
            throw new Server.Failure("no voice");
        }, "acme");

        assertThat(loopBack.check(Path.of("v.wav"))).singleElement().matches(finding -> finding.state() == State.FAIL && finding.detail().equals("no voice"));
    }
}

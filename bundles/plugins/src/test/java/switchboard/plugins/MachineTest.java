package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.plugins.sample.Unfit;

class MachineTest {

    @TempDir
    Path folder;
    private Machine machine;

    @BeforeEach
    void eight_gigabytes_and_avx2() throws Exception {
        Path memory = Files.writeString(folder.resolve("meminfo"), "MemTotal:       16384000 kB\nMemAvailable:    8388608 kB\n");
        Path processor = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\nflags\t\t: fpu sse4_2 avx avx2\n\nprocessor\t: 1\nflags\t\t: fpu\n");
        machine = Machine.of(memory, processor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(memory.mb>=8192)", "(cpu=avx2)", "(&(memory.mb>=4096)(cpu=sse4_2)(cpu=avx))", "(cores>=1)", "(!(cpu=avx512f))"})
    void what_the_machine_has_fits(String filter) {
        assertThatCode(() -> machine.mustMatch(filter)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(memory.mb>=8193)", "(cpu=avx512f)", "(&(memory.mb>=1)(cpu=neon))", "(arch=sparc)"})
    void what_it_has_not_is_said_with_what_it_has(String filter) {
        assertThatThrownBy(() -> machine.mustMatch(filter)).isInstanceOf(Unfit.class).hasMessageContainingAll(filter, "memory.mb=8192");
    }

    @Test
    void a_system_that_tells_nothing_fits_only_what_needs_nothing() {
        Machine silent = Machine.of(folder.resolve("none"), folder.resolve("none"));
        assertThatCode(() -> silent.mustMatch("")).doesNotThrowAnyException();
        assertThatThrownBy(() -> silent.mustMatch("(memory.mb>=1)")).isInstanceOf(Unfit.class);
    }

    @Test
    void a_malformed_need_is_refused() {
        assertThatThrownBy(() -> machine.mustMatch("(cpu")).isInstanceOf(Unfit.class).hasMessageContaining("malformed");
    }
}

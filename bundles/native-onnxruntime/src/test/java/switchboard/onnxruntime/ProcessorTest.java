package switchboard.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {

    @TempDir
    Path folder;

    @Test
    void what_the_processor_can_do_makes_its_name() throws IOException {
        assertThat(features("flags\t\t: fpu avx2")).isNotEqualTo(features("flags\t\t: fpu avx2 avx512_vnni")).startsWith("amd64-");
        assertThat(features("flags\t\t: fpu avx2")).isEqualTo(features("flags\t\t: fpu avx2"));
    }

    @Test
    void how_fast_it_runs_just_now_does_not() throws IOException {
        assertThat(features("cpu MHz\t: 2000\nflags\t: avx2")).isEqualTo(features("cpu MHz\t: 3100\nflags\t: avx2"));
    }

    @Test
    void without_cpuinfo_the_architecture_has_to_do() {
        assertThat(Processor.features("aarch64", folder.resolve("none"))).isEqualTo("aarch64");
    }

    private String features(String cpuinfo) throws IOException {
        return Processor.features("amd64", Files.writeString(folder.resolve("cpuinfo"), cpuinfo));
    }
}

package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesTest {

    @ParameterizedTest
    @CsvSource({
        "a/b/model.bin,         a/b/model.bin,      true",
        "x/data/model.bin.part1, */data/model.bin.part*, true",
        "x/data/model.bin,      */data/model.bin.part*, false",
        "a/b/modelxbin,         a/b/model.bin,      false",
        "x/part.bin,            */part.bin,         true",
        "x/y/part.bin.txt,      */part.bin,         false",
    })
    void a_star_stands_for_any_characters(String name, String member, boolean matches) {
        assertThat(Packages.matches(name, member)).isEqualTo(matches);
    }
}

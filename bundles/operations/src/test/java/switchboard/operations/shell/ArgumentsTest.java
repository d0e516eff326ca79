package switchboard.operations.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void options_may_stand_anywhere_and_with_an_equals_sign() {
        Arguments arguments = read("--company=acme", "How", "are", "--call", "x", "you?");

        assertThat(arguments.required("--company")).isEqualTo("acme");
        assertThat(arguments.option("--call")).contains("x");
        assertThat(arguments.text("the question")).isEqualTo("How are you?");
    }

    @Test
    void mistakes_are_named() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("--yaml")).withMessage("unknown option '--yaml'; allowed: --call, --company, --json");
        assertThatIllegalArgumentException().isThrownBy(() -> read("--company")).withMessage("option '--company' needs a value");
        assertThatIllegalArgumentException().isThrownBy(() -> read("--call", "a", "--call=b")).withMessage("option '--call' is given twice");
        assertThatIllegalArgumentException().isThrownBy(() -> read().required("--company")).withMessage("--company is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> read().text("the question")).withMessage("the question is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> Arguments.none("x")).withMessage("unexpected 'x'");
    }

    private static Arguments read(String... line) {
        return Arguments.read(Set.of("--company", "--call"), line);
    }
}

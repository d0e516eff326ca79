package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorePromptTest {

    @Test
    void the_core_is_short() {
        String core = CorePrompt.of(Scene.company("acme", "book"));
        // English words are 1.3 tokens each on average; the persona has what is left of the 300.
        assertThat(core.split("\\s+").length * 1.3).isLessThan(230);
    }

    @Test
    void a_company_without_tools_hears_nothing_of_them() {
        assertThat(CorePrompt.of(Scene.company("acme"))).doesNotContain("tool to");
        assertThat(CorePrompt.of(Scene.company("acme", "book"))).contains("information only").isEqualTo(CorePrompt.of(Scene.company("acme", "book")));
    }
}

package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.Succession;
import switchboard.testkit.fake.RankedModels;

class SuccessionTest {

    private static final String CHOSEN = "(model=chosen)";

    private final RankedModels chosen = new RankedModels().then("a", "a").then("b", "b");
    private final RankedModels all = new RankedModels().then("c", "c").then("a", "a").then("b", "b");
    private final Succession<String> succession = new Succession<>(new Models() {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return leaseAnother(kind, filter, "", Set.of());
        }

        @Override
        public <S> Optional<Lease<S>> leaseAnother(Class<S> kind, String filter, String callId, Set<String> except) {
            return (filter.equals(CHOSEN) ? chosen : all).leaseAnother(kind, filter, callId, except);
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }, String.class, "call", List.of(CHOSEN, ""));

    @Test
    void those_that_were_chosen_come_before_all_others_and_each_comes_once() {
        assertThat(succession.hasNext()).isTrue();
        assertThat(owners(owner -> false)).containsExactly("a@1", "b@1", "c@1");
        assertThat(succession.hasNext()).isFalse();
        assertThat(chosen.open).hasValue(0);
        assertThat(all.open).hasValue(0);
    }

    @Test
    void who_is_avoided_comes_last() {
        assertThat(owners(Set.of("a@1", "b@1")::contains)).containsExactly("c@1", "a@1", "b@1");
        assertThat(chosen.open).hasValue(0);
    }

    @Test
    void who_is_avoided_is_no_other_to_leave_the_present_one_for() {
        assertThat(succession.hasNext(Set.of("a@1", "b@1")::contains)).isTrue();
        assertThat(succession.hasNext(Set.of("a@1", "b@1", "c@1")::contains)).isFalse();
        assertThat(chosen.open).hasValue(0);
        assertThat(all.open).hasValue(0);
    }

    private List<String> owners(Predicate<String> avoided) {
        List<String> owners = new ArrayList<>();
        for (Optional<Lease<String>> next = succession.next(avoided); next.isPresent(); next = succession.next(avoided)) {
            owners.add(next.get().owner());
            next.get().close();
        }
        return owners;
    }
}

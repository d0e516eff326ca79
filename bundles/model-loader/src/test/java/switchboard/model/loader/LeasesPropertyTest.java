package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import switchboard.model.loader.ExchangePlay.Step;

/** What holds however models come, fail, are tried, swapped, leased and go. */
class LeasesPropertyTest {

    @Property(tries = 400)
    void no_closed_model_is_leased_and_none_is_closed_under_a_lease(@ForAll("plays") List<Step> steps) throws InterruptedException {
        try (ExchangePlay play = new ExchangePlay()) {
            for (Step step : steps) {
                play.act(step);
                assertThat(play.leasedAndClosed()).isEmpty();
            }
            Statistics.collect(play.departedUnderLease() ? "a model went while it was leased" : "none did");
        }
    }

    @Property(tries = 400)
    void the_preferred_model_is_leased_of_those_that_are_warm(@ForAll("plays") List<Step> steps) throws InterruptedException {
        try (ExchangePlay play = new ExchangePlay()) {
            for (Step step : steps) {
                play.act(step);
                assertThat(play.leasable()).isEqualTo(play.expected());
            }
        }
    }

    @Property(tries = 400)
    void in_the_end_every_model_was_closed_once_and_nothing_is_left(@ForAll("plays") List<Step> steps) throws InterruptedException {
        ExchangePlay play = new ExchangePlay();
        for (Step step : steps) {
            play.act(step);
        }
        play.close();

        assertThat(play.closings()).allMatch(times -> times == 1);
        assertThat(play.published()).isEmpty();
        assertThat(play.leasable()).isEmpty();
        assertThat(play.stillDeparting()).isZero();
    }

    @Provide
    Arbitrary<List<Step>> plays() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 5);
        Arbitrary<Step> arrival = Combinators.combine(Arbitraries.of(ExchangePlay.Behaviour.values()), Arbitraries.integers().between(0, 3),
                Arbitraries.of(0, 0, 0, 10)).as(Step.Arrive::new);
        return Arbitraries.frequencyOf(
                Tuple.of(6, arrival),
                Tuple.of(3, which.map(Step.Depart::new)),
                Tuple.of(6, Arbitraries.just(new Step.Use())),
                Tuple.of(4, Combinators.combine(which, Arbitraries.of(true, false)).as(Step.Return::new)),
                Tuple.of(2, which.map(Step.FailOften::new)),
                Tuple.of(3, Combinators.combine(which, Arbitraries.of(true, true, false)).as(Step.Decide::new)),
                Tuple.of(2, which.map(Step.Swap::new)),
                Tuple.of(1, Arbitraries.just(new Step.Rollback()))).list().ofMinSize(5).ofMaxSize(40);
    }
}

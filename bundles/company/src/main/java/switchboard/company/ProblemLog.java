package switchboard.company;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.CompanyProblem;

/** Writes into the log what inspectors find, once when it appears and once when it is gone. What is refused is logged where that is decided. */
@Component(immediate = true, service = {})
public final class ProblemLog {

    private static final Logger log = LoggerFactory.getLogger(ProblemLog.class);
    /** Two hundred companies need some thousand leases a look. */
    private static final Duration PACE = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final Findings findings = new Findings();
    private final Rounds rounds;

    @Activate
    public ProblemLog(@Reference Audience audience) {
        this.surroundings = audience;
        this.rounds = new Rounds("company-problems", PACE, this::look);
    }

    @Deactivate
    void stop() {
        rounds.close();
    }

    private void look() {
        findings.look(surroundings.found(), ProblemLog::appeared, ProblemLog::gone);
    }

    private static void appeared(CompanyProblem problem) {
        log.warn("company={} source={} event=problem: {}", problem.id(), problem.source(), problem.message());
    }

    private static void gone(CompanyProblem problem) {
        log.info("company={} source={} event=problem-gone: {}", problem.id(), problem.source(), problem.message());
    }
}

package switchboard.operations.records;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The companies whose calls the operator keeps, whether they record or not.
 *
 * @param companies     ids, or {@code *} for all
 * @param retentionDays how long, unless the company says it itself; positive
 */
record Named(Set<String> companies, int retentionDays) {

    private static final String EVERY_COMPANY = "*";

    Named {
        companies = Set.copyOf(companies);
        if (retentionDays < 1) {
            throw new IllegalArgumentException("retention.days must be at least 1, got " + retentionDays);
        }
    }

    static Named of(CallRecords.Config config) {
        return new Named(ids(config.companies()), config.retention_days());
    }

    /** Files of the form {@code .cfg} know no arrays. */
    static Set<String> ids(String... companies) {
        return Arrays.stream(companies).flatMap(some -> Arrays.stream(some.split(","))).map(String::strip).filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean has(String company) {
        return companies.contains(EVERY_COMPANY) || companies.contains(company);
    }
}

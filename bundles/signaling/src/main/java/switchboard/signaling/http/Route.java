package switchboard.signaling.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path asks for. {@code /companies/<id>} in front of a path names the company; clients keep it, because they make
 * the offer's address from the one they started at.
 */
public sealed interface Route {

    /** {@code POST /start}. */
    record Start(Optional<String> company) implements Route {}

    /** {@code POST} and {@code PATCH} of {@code /api/offer} or {@code /sessions/<id>/api/offer}. */
    record Offer(Optional<String> company, Optional<String> session) implements Route {}

    /** {@code GET /api/company}. */
    record CompanyInfo(Optional<String> company) implements Route {}

    /** {@code GET /api/companies}. */
    record Directory() implements Route {}

    /** {@code GET /status}. */
    record Status() implements Route {}

    /** Another path within a session, which some clients ask for and nobody needs. */
    record Nothing() implements Route {}

    Pattern PATH = Pattern.compile("(?:/companies/(?<company>[^/]+))?(?:/sessions/(?<session>[\\w-]+))?(?<rest>/.*)");

    /** Empty if there is nothing at this path. */
    static Optional<Route> of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> company = Optional.ofNullable(matcher.group("company"));
        Optional<String> session = Optional.ofNullable(matcher.group("session"));
        return Optional.ofNullable(switch (matcher.group("rest")) {
            case "/start" -> session.isEmpty() ? new Start(company) : new Nothing();
            case "/api/offer" -> new Offer(company, session);
            case "/api/company" -> session.isEmpty() ? new CompanyInfo(company) : new Nothing();
            case "/api/companies" -> company.isEmpty() && session.isEmpty() ? new Directory() : null;
            case "/status" -> new Status();
            default -> session.isPresent() ? new Nothing() : null;
        });
    }
}

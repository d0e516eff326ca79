package switchboard.api.company;

/**
 * Why a configuration, or a change of it, is not in force (the company's last good configuration goes on, if it has one), or
 * what a {@link CompanyInspector} has found.
 *
 * @param id      the company that is meant
 * @param source  where to look: the file, with the line if it is known ({@code switchboard.company~acme.json:7}), or the PID
 * @param message key, value and what is allowed; never a secret
 */
public record CompanyProblem(String id, String source, String message) {}

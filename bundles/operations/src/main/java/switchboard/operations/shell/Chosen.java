package switchboard.operations.shell;

import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;

/** What a command works with. */
final class Chosen {

    private Chosen() {}

    /**
     * The company that {@code --company} names.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Company company(Companies companies, Arguments arguments) {
        String id = arguments.required("--company");
        return companies.find(id).orElseThrow(() -> new IllegalArgumentException(
                "no company '%s'; there are: %s".formatted(id, String.join(", ", companies.all().stream().map(Company::id).toList()))));
    }

    /** Which recognisers fit: also one that the company chose must know its language. */
    static String recogniser(Company company) {
        return "(&%s%s)".formatted(Models.inLanguage(company.language()), company.models().speechToText());
    }

    /**
     * The best warm model.
     *
     * @throws IllegalStateException if none is warm
     */
    static <S> Lease<S> model(Models models, Class<S> kind, Company company, String filter) {
        return models.lease(kind, filter).orElseThrow(() -> new IllegalStateException(
                "no %s that fits company %s is warm; see voice:models".formatted(kind.getSimpleName(), company.id())));
    }
}

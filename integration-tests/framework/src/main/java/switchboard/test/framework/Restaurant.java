package switchboard.test.framework;

import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;

/** The sample company that most tests call. */
public final class Restaurant {

    private static final String ID = "tomatitos-2";

    private Restaurant() {
    }

    /** Waits until it is configured and its documents are found. */
    public static Company await(Companies companies, Knowledge knowledge) throws InterruptedException {
        Company company = Eventually.present(() -> companies.find(ID));
        Eventually.present(() -> knowledge.search(company, "opening hours", 1).stream().findFirst());
        return company;
    }
}

package switchboard.assistant.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolDescription;

/** The tools that are registered at this moment. Thread-safe. */
@Component(service = Toolbox.class)
public final class Toolbox {

    private static final Logger log = LoggerFactory.getLogger(Toolbox.class);

    // A constructor's reference is static: a tool that comes or goes would replace the assistant, and with it all that is pending.
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Tool> tools;

    @Activate
    public Toolbox() {
        this(List.of());
    }

    /** With these tools. */
    public Toolbox(List<Tool> tools) {
        this.tools = tools;
    }

    /** What a company may use now, in the order of the names, so that a model is always told the same. */
    public List<Offer> of(Company company) {
        Map<String, Offer> offers = new TreeMap<>();
        // The last of a name wins: SCR sorts by ranking, the highest last.
        tools.forEach(tool -> offer(tool, company).ifPresent(offer -> offers.put(offer.description().name(), offer)));
        return List.copyOf(offers.values());
    }

    /** One tool, if it is there and the company allows it. */
    public Optional<Offer> find(Company company, String name) {
        return of(company).stream().filter(offer -> offer.description().name().equals(name)).findFirst();
    }

    /** What tools are here now, whoever may use them. */
    Set<String> names() {
        return tools.stream().map(tool -> tool.description().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Offer> offer(Tool tool, Company company) {
        try {
            ToolDescription description = tool.description(company);
            return company.business().tools().contains(description.name())
                    ? Optional.of(new Offer(tool, description, Schema.of(description.parameters()))) : Optional.empty();
        } catch (RuntimeException e) {
            log.error("company={} tool={} event=refused reason={}", company.id(), tool.getClass().getName(), e.getMessage());
            return Optional.empty();
        }
    }
}

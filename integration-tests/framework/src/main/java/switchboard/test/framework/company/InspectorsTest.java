package switchboard.test.framework.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import switchboard.api.company.CompanyInspector;
import switchboard.test.framework.Eventually;

/** Whoever looks for problems is asked now and then, and let go in between. */
class InspectorsTest {

    private static final String UNKNOWN_TOOLS = "(component.name=switchboard.assistant.tool.UnknownTools)";

    @InjectBundleContext
    BundleContext context;

    /** It gives a server that has just started its time: one that is made anew for each question would find nothing, ever. */
    @Test
    void who_looks_for_unknown_tools_remembers_since_when_the_server_runs() throws Exception {
        ServiceReference<CompanyInspector> inspector = Eventually.present(this::unknownTools);

        CompanyInspector asked = look(inspector);
        assertThat(look(inspector)).isSameAs(asked);
    }

    private Optional<ServiceReference<CompanyInspector>> unknownTools() {
        try {
            return context.getServiceReferences(CompanyInspector.class, UNKNOWN_TOOLS).stream().findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompanyInspector look(ServiceReference<CompanyInspector> inspector) {
        CompanyInspector found = context.getService(inspector);
        context.ungetService(inspector);
        return found;
    }
}

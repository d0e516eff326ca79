package switchboard.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** What Declarative Services knows of a bundle's components. Thread-safe. */
final class Components {

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** The first component whose constructor or activation threw, and what. */
    Optional<String> failure(Bundle bundle) {
        return of(bundle).filter(component -> component.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(component -> component.description.name + " failed to activate: " + cause(component.failure)).findFirst();
    }

    /** For people: components that wait for something, and for what; may be empty. */
    String waiting(Bundle bundle) {
        return of(bundle).filter(component -> component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE)
                .map(component -> component.description.name + " waits for " + Arrays.stream(component.unsatisfiedReferences)
                        .map(reference -> reference.name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private Stream<ComponentConfigurationDTO> of(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream());
    }

    /** The innermost cause of a printed stack trace. */
    private static String cause(String stackTrace) {
        List<String> lines = stackTrace.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream().filter(line -> line.startsWith("Caused by: ")).reduce((first, last) -> last)
                .map(line -> line.substring("Caused by: ".length())).or(() -> lines.stream().findFirst()).orElse("no reason given");
    }
}

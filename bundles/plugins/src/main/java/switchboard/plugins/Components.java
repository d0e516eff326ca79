package switchboard.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What Declarative Services knows of a bundle's components. Thread-safe. */
final class Components {

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** The first component whose class cannot be loaded, and why: Declarative Services only logs that. */
    Optional<String> unloadable(Bundle bundle) {
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            try {
                bundle.loadClass(component.implementationClass);
            } catch (ClassNotFoundException | LinkageError e) {
                return Optional.of("the class of %s cannot be loaded: %s".formatted(component.name, e));
            }
        }
        return Optional.empty();
    }

    /** The first component whose constructor or activation threw, and what. */
    Optional<String> failure(Bundle bundle) {
        return of(bundle).filter(component -> component.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(component -> component.description.name + " failed to activate: " + cause(component.failure)).findFirst();
    }

    /** For people: components that do not begin, and why; may be empty. */
    String waiting(Bundle bundle) {
        if (runtime.getComponentDescriptionDTOs(bundle).isEmpty()) {
            return "Declarative Services knows no component of it; see Service-Component in its manifest, and the file that this names";
        }
        Stream<String> disabled = runtime.getComponentDescriptionDTOs(bundle).stream().filter(component -> !runtime.isComponentEnabled(component))
                .map(component -> component.name + " is disabled");
        Stream<String> unconfigured = runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(component -> runtime.isComponentEnabled(component) && "require".equals(component.configurationPolicy)
                        && runtime.getComponentConfigurationDTOs(component).isEmpty())
                .map(Components::unconfigured);
        return Stream.of(disabled, unconfigured, of(bundle).map(Components::waiting).flatMap(Optional::stream)).flatMap(reasons -> reasons)
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> waiting(ComponentConfigurationDTO component) {
        String name = component.description.name;
        return switch (component.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> Optional.of(name + " waits for "
                    + Arrays.stream(component.unsatisfiedReferences).map(reference -> reference.name).collect(Collectors.joining(", ")));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> Optional.of(unconfigured(component.description));
            case ComponentConfigurationDTO.SATISFIED -> Optional.of(name + " waits until somebody uses its service: it is not immediate");
            default -> Optional.empty();
        };
    }

    private static String unconfigured(ComponentDescriptionDTO component) {
        return component.name + " waits for a configuration of " + String.join(", ", component.configurationPid);
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

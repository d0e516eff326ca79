package switchboard.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;

/**
 * Declares the model that a component loads, so that the resolver sees the service that {@link ModelLoader} will
 * register, and models can be counted before they are loaded.
 */
@Capability(namespace = VoiceModel.NAMESPACE, name = "${#name}", attribute = "kind=${#kind}")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=${#kind}")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface VoiceModel {

    /** Namespace of the capability that a model's bundle provides. */
    String NAMESPACE = "switchboard.model";

    /** The label of the model, as in its {@link ModelDescription}. */
    String name();

    /** The contract it fulfils. */
    Class<?> kind();
}

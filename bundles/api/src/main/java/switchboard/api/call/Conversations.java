package switchboard.api.call;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import switchboard.api.company.Company;

/** Opens conversations. Thread-safe. */
@ProviderType
public interface Conversations {

    /**
     * Opens the conversation of one call; nothing is said before {@link Conversation#begin()}.
     *
     * @param callId   for logs and thread names
     * @param company  who answers
     * @param listener hears what happens, one event after the other, on the call's thread; does not block
     */
    Conversation open(String callId, Company company, Consumer<CallEvent> listener);
}

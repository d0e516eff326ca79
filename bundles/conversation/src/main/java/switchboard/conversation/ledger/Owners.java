package switchboard.conversation.ledger;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Who used the time, when it was this bundle. */
public final class Owners {

    /** This bundle, as bundle@version. */
    public static final String CONVERSATION = self();

    private Owners() {
    }

    private static String self() {
        Bundle bundle = FrameworkUtil.getBundle(Owners.class);
        return bundle == null ? "switchboard.conversation" : bundle.getSymbolicName() + "@" + bundle.getVersion();
    }
}

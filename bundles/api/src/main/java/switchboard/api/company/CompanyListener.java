package switchboard.api.company;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told when companies change, for example to prepare what their next call needs.
 *
 * <p><b>Service.</b> Any number; may come and go. One that comes is not told of the companies that are there already.
 * <p><b>Threading.</b> Called by one thread at a time, in the order of the changes; does not block. What it throws is logged.
 */
@ConsumerType
public interface CompanyListener {

    /** A company is new, or different from now on. */
    void changed(Company company);

    /** A company is not configured any more. */
    default void removed(String id) { }
}

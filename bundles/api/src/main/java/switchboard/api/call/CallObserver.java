package switchboard.api.call;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what happens in every call: for metrics, records, traces.
 *
 * <p><b>Service.</b> Any number; may come and go while calls run.
 * <p><b>Threading.</b> Methods are called on the call's threads, one after the other for one call, at once for several;
 * they do not block. What they throw is logged and changes nothing.
 */
@ConsumerType
public interface CallObserver {

    /** A call was opened. */
    default void opened(CallInfo call) { }

    /** Something happened in a call. */
    default void happened(CallInfo call, CallEvent event) { }

    /** A call has ended; nothing follows. */
    default void closed(CallInfo call, String reason) { }

    /**
     * A call was refused.
     *
     * @param company which was called, if that is known
     * @param status  of the answer, for example 503
     */
    default void refused(Optional<String> company, int status) { }

    /**
     * A call was refused, and why.
     *
     * @param company which was called, if that is known
     * @param status  of the answer, for example 503
     * @param reason  one of a few, in snake case, for example {@code company_busy}
     */
    default void refused(Optional<String> company, int status, String reason) {
        refused(company, status);
    }
}

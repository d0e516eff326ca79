package switchboard.api.call;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;

/**
 * Is given the sound of calls, both sides of it: for recordings. It cannot change what is heard.
 *
 * <p><b>Service.</b> Any number; one that comes while a call goes on hears nothing of it.
 * <p><b>Threading.</b> Thread-safe; does not block. What it throws is logged and changes nothing.
 */
@ConsumerType
public interface CallTap {

    /**
     * A call was opened; nothing has been heard yet.
     *
     * @param company as the caller has reached it: with this greeting
     * @return who listens, or empty if nobody does
     */
    Optional<Ear> listen(CallInfo call, Company company);

    /** Hears one call. */
    @ConsumerType
    interface Ear extends AutoCloseable {

        /**
         * The next 10 ms of the caller, on one thread at a time.
         *
         * @param frame at {@link MediaListener#HEARD_HZ}; silence while the caller is muted
         */
        void heard(AudioClip frame);

        /**
         * The next 10 ms that the caller hears, on one thread at a time, which is the pacer's: returns at once.
         *
         * @param frame at {@link MediaListener#PLAYED_HZ}; to be copied, and not to be written to
         */
        void played(float[] frame);

        /** The call has ended; nothing follows. */
        @Override
        void close();
    }
}

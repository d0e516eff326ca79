package switchboard.transport.webrtc;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Waits for what the library answers by callback. Not to be used on a thread of the library. */
final class Descriptions {

    private Descriptions() {
    }

    /**
     * Creates a description.
     *
     * @throws IllegalArgumentException if the library refuses
     * @throws TimeoutException         if the deadline has passed
     */
    static RTCSessionDescription create(Consumer<CreateSessionDescriptionObserver> operation, Deadline deadline)
            throws InterruptedException, TimeoutException {
        CompletableFuture<RTCSessionDescription> result = new CompletableFuture<>();
        operation.accept(new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                result.complete(description);
            }

            @Override
            public void onFailure(String error) {
                result.completeExceptionally(new IllegalArgumentException(error));
            }
        });
        return await(result, deadline);
    }

    /**
     * Sets a description.
     *
     * @throws IllegalArgumentException if the library refuses it
     * @throws TimeoutException         if the deadline has passed
     */
    static void set(Consumer<SetSessionDescriptionObserver> operation, Deadline deadline)
            throws InterruptedException, TimeoutException {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        operation.accept(new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                result.complete(true);
            }

            @Override
            public void onFailure(String error) {
                result.completeExceptionally(new IllegalArgumentException(error));
            }
        });
        await(result, deadline);
    }

    private static <T> T await(CompletableFuture<T> result, Deadline deadline) throws InterruptedException, TimeoutException {
        try {
            return result.get(deadline.remainingNs(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
        }
    }
}

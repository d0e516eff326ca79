package switchboard.transport.webrtc;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.internal.RefCountedObject;
import java.lang.reflect.Field;

/**
 * Drops the native references that webrtc-java 0.14.0 keeps (devopvoid/webrtc-java#283): without it each call leaves two
 * threads and its memory behind. Goes away together with {@link CallMedia}'s other workarounds.
 */
final class NativeRelease {

    private static final Field HANDLE = handle();

    private NativeRelease() {
    }

    /** Closes a connection and drops the last reference to it. */
    static void closeAndRelease(RTCPeerConnection peer) {
        long handle = read(peer);
        peer.close(); // clears the field, not the reference
        drop(handle);
    }

    /** Drops the reference of an object that has no {@code dispose()}; it is dead afterwards. */
    static void release(NativeObject object) {
        long handle = read(object);
        write(object, 0);
        drop(handle);
    }

    private static void drop(long handle) {
        if (handle != 0) {
            Reference reference = new Reference();
            write(reference, handle);
            reference.release();
        }
    }

    private static Field handle() {
        try {
            Field field = NativeObject.class.getDeclaredField("nativeHandle");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new LinkageError("expected webrtc-java 0.14.0, whose NativeObject has a nativeHandle", e);
        }
    }

    private static long read(NativeObject object) {
        try {
            return HANDLE.getLong(object);
        } catch (IllegalAccessException e) {
            throw new LinkageError("nativeHandle is not accessible", e);
        }
    }

    private static void write(NativeObject object, long handle) {
        try {
            HANDLE.setLong(object, handle);
        } catch (IllegalAccessException e) {
            throw new LinkageError("nativeHandle is not accessible", e);
        }
    }

    private static final class Reference extends RefCountedObject {}
}

package switchboard.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Keeps ONNX Runtime's native environment alive until the process is gone.
 *
 * <p>{@code ai.onnxruntime.OrtEnvironment} registers a shutdown hook of its own, {@code OrtEnvCloser}, which frees the native
 * environment. Shutdown hooks run side by side, so it does so while sessions still run, and the process dies of SIGSEGV
 * instead of ending (seen with 1.29.0). The library offers no way to leave the hook out. But the native environment counts its
 * references ({@code OrtEnv::ref_count_} in {@code ort_env.cc}): with a second one, which nobody gives back, the hook frees
 * nothing. The operating system does, a moment later.
 */
final class HeldEnvironment {

    private static final OrtEnvironment ENVIRONMENT = hold(OrtEnvironment.getEnvironment());

    private HeldEnvironment() {
    }

    static OrtEnvironment get() {
        return ENVIRONMENT;
    }

    /** What makes a native reference is private to the library; without it the library's defect is back, so it is an error. */
    private static OrtEnvironment hold(OrtEnvironment environment) {
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method createHandle = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            createHandle.setAccessible(true);
            createHandle.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), OrtEnvironment.DEFAULT_NAME);
            return environment;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of ONNX Runtime creates its environment in another way: see whether its shutdown hook"
                    + " still frees it while sessions run", e);
        }
    }
}

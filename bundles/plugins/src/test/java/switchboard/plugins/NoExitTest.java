package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoExitTest {

    @ParameterizedTest
    @ValueSource(classes = {Exits.class, ExitsAtRuntime.class, Halts.class, ExitsByReference.class, ExitsByBoundReference.class, ExitsInAnInterface.class})
    void code_that_would_end_the_process_fails_instead(Class<?> leaver) {
        assertThatExceptionOfType(SecurityException.class).isThrownBy(() -> woven(leaver).call()).withMessage(NoExit.REASON);
    }

    @Test
    void other_code_stays_as_it_is() throws Exception {
        byte[] before = bytes(Stays.class);

        assertThat(NoExit.woven(before)).isSameAs(before);
        assertThat(woven(Stays.class).call()).isEqualTo("stays");
    }

    private static Callable<?> woven(Class<?> leaver) throws Exception {
        ClassLoader loader = new ClassLoader(NoExitTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
                if (!wanted.startsWith(NoExitTest.class.getName() + "$")) {
                    return super.loadClass(wanted, resolve);
                }
                Class<?> loaded = findLoadedClass(wanted);
                try {
                    byte[] bytes = NoExit.woven(bytes(wanted));
                    return loaded != null ? loaded : defineClass(wanted, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(wanted, e);
                }
            }
        };
        Constructor<?> constructor = loader.loadClass(leaver.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Callable<?>) constructor.newInstance();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        return bytes(type.getName());
    }

    private static byte[] bytes(String type) throws IOException {
        try (InputStream in = Objects.requireNonNull(NoExitTest.class.getClassLoader().getResourceAsStream(type.replace('.', '/') + ".class"))) {
            return in.readAllBytes();
        }
    }

    static class Exits implements Callable<String> {
        @Override
        public String call() {
            if (hashCode() != 0) {
                System.exit(1);
            }
            return "left";
        }
    }

    static class ExitsAtRuntime implements Callable<String> {
        @Override
        public String call() {
            Runtime.getRuntime().exit(1);
            return "left";
        }
    }

    static class Halts implements Callable<String> {
        @Override
        public String call() {
            Runtime.getRuntime().halt(1);
            return "left";
        }
    }

    static class ExitsByReference implements Callable<String> {
        @Override
        public String call() {
            IntConsumer exit = System::exit;
            exit.accept(1);
            return "left";
        }
    }

    static class ExitsByBoundReference implements Callable<String> {
        @Override
        public String call() {
            IntConsumer exit = Runtime.getRuntime()::halt;
            exit.accept(1);
            return "left";
        }
    }

    interface Leaves {
        default String leave() {
            System.exit(1);
            return "left";
        }
    }

    static class ExitsInAnInterface implements Callable<String>, Leaves {
        @Override
        public String call() {
            return leave();
        }
    }

    static class Stays implements Callable<String> {
        @Override
        public String call() {
            return "stays";
        }
    }
}

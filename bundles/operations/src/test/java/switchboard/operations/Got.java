package switchboard.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came back from a GET, without a server. What a servlet uses beyond this fails loudly. */
public final class Got {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    private Got() {}

    public static Got from(HttpServlet servlet) {
        Got got = new Got();
        try {
            servlet.service(proxy(HttpServletRequest.class, Got::request), proxy(HttpServletResponse.class, got::response));
        } catch (ServletException | IOException e) {
            throw new AssertionError(e);
        }
        return got;
    }

    public int status() {
        return status;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public String body() {
        return body.toString(UTF_8);
    }

    private static Object request(String name, Object[] arguments) {
        if (name.equals("getMethod")) {
            return "GET";
        }
        throw new UnsupportedOperationException(name);
    }

    private @Nullable Object response(String name, Object[] arguments) {
        switch (name) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", String.valueOf(arguments[0]));
            case "getOutputStream" -> {
                return new Body();
            }
            default -> throw new UnsupportedOperationException(name);
        }
        return null;
    }

    private interface Answers {
        @Nullable Object to(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (Object self, Method called, Object[] arguments) ->
                answers.to(called.getName(), arguments == null ? new Object[0] : arguments)));
    }

    private final class Body extends ServletOutputStream {

        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}

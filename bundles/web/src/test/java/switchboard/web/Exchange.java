package switchboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request and what came back, without a server. What a servlet uses beyond this fails loudly. */
final class Exchange {

    private final String method;
    private final String path;
    private final Map<String, String> requestHeaders;
    private final Map<String, String> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayInputStream sent = new ByteArrayInputStream("{\"sdp\":\"v=0\"}".getBytes(UTF_8));
    private int status = 200;

    private Exchange(String method, String path, Map<String, String> requestHeaders) {
        this.method = method;
        this.path = path;
        this.requestHeaders = requestHeaders;
    }

    static Exchange with(HttpServlet servlet, String method, String path, Map<String, String> headers) {
        var exchange = new Exchange(method, path, headers);
        try {
            servlet.service(
                    proxy(HttpServletRequest.class, exchange::request), proxy(HttpServletResponse.class, exchange::response));
        } catch (ServletException | IOException e) {
            throw new AssertionError(e);
        }
        return exchange;
    }

    int status() {
        return status;
    }

    @Nullable String header(String name) {
        return responseHeaders.get(name);
    }

    /** Whether the servlet has read all that the client sent. */
    boolean bodyWasRead() {
        return sent.available() == 0;
    }

    String body() {
        return body.toString(UTF_8);
    }

    private @Nullable Object request(String name, Object[] arguments) {
        return switch (name) {
            case "getMethod" -> method;
            case "getServletPath" -> path;
            case "getPathInfo" -> null;
            case "getInputStream" -> new Sent();
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private @Nullable Object response(String name, Object[] arguments) {
        switch (name) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> responseHeaders.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> responseHeaders.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> responseHeaders.put("Content-Length", String.valueOf(arguments[0]));
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

    private final class Sent extends ServletInputStream {

        @Override
        public int read() {
            return sent.read();
        }

        @Override
        public boolean isFinished() {
            return sent.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
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

package switchboard.operations.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * One answer to a program that watches the server; never kept by anyone on the way.
 *
 * @param status of HTTP
 * @param type   media type with charset
 */
public record Page(int status, String type, byte[] body) {

    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    /** A record as JSON; the names of its components are the wire's. */
    public static Page json(int status, Object body) {
        return new Page(status, "application/json;charset=utf-8", JSON.toJson(body).getBytes(UTF_8));
    }

    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

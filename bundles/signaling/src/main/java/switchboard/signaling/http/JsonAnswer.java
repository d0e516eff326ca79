package switchboard.signaling.http;

import com.google.gson.Gson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** An answer for a program: a JSON object that nobody keeps. */
final class JsonAnswer {

    private static final Gson GSON = new Gson();

    private JsonAnswer() {
    }

    static void send(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(GSON.toJson(body));
    }
}

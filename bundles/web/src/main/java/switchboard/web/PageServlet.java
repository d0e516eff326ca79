package switchboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Serves the page a caller opens: {@code /} for the server's only company, {@code /c/<id>} for one of many. It also answers, with
 * 404, every path that is nobody else's.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/", "/c/*", "/assets/*"})
public final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** A company's id, as {@code switchboard.api.company.Company} has it. */
    private static final Pattern PAGE = Pattern.compile("/|/index\\.html|/c/[a-z0-9-]{1,40}/?");

    private static final Pattern ASSET = Pattern.compile("/assets/([^/]+)");

    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; connect-src 'self'; media-src 'self' blob:; style-src 'self'; "
            + "script-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "microphone=(self)");

    private final transient Assets assets = new Assets();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SECURITY_HEADERS.forEach(response::setHeader);
        // The browser may keep a file but asks every time, so that a new bundle is seen at the next visit.
        response.setHeader("Cache-Control", "no-cache");
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            UnreadBody.discard(request);
            response.setHeader("Allow", "GET, HEAD");
            complain(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This is a page: it can only be read.");
            return;
        }
        Optional<Asset> asset = find(path(request));
        if (asset.isPresent()) {
            serve(request, response, asset.get());
        } else {
            complain(request, response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here. Callers start at / or at /c/<company>.");
        }
    }

    private Optional<Asset> find(String path) {
        if (PAGE.matcher(path).matches()) {
            return assets.find("index.html");
        }
        Matcher asset = ASSET.matcher(path);
        return asset.matches() ? assets.find(asset.group(1)) : Optional.empty();
    }

    /** Decoded, whichever of the patterns matched. */
    private static String path(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.isEmpty() ? "/" : path;
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response, Asset asset) throws IOException {
        response.setHeader("ETag", asset.etag());
        String known = request.getHeader("If-None-Match");
        if (known != null && asset.matches(known)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(request, response, asset.contentType(), asset.bytes());
    }

    /** In words for a person who typed an address, in JSON for a program. */
    private static void complain(HttpServletRequest request, HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        String accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        if (accept.contains("text/html")) {
            send(request, response, "text/plain;charset=utf-8", detail.getBytes(UTF_8));
        } else {
            var json = new JsonObject();
            json.addProperty("detail", detail);
            send(request, response, "application/json", json.toString().getBytes(UTF_8));
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String contentType, byte[] body) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}

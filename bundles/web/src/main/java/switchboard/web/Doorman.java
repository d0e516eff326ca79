package switchboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.CallObserver;
import switchboard.api.model.Models;

/**
 * Stands in for signaling while that is absent: the same paths, at a lower rank. Every request is answered 503 with the
 * names of the missing models, because clients take a 404 as final and a 503 as "try again".
 */
@Component(service = Servlet.class)
@ServiceRanking(Doorman.RANKING)
@HttpWhiteboardServletPattern({"/start", "/status", "/api/*", "/sessions/*", "/companies/*"})
public final class Doorman extends HttpServlet {

    /** Below signaling's, which is positive. */
    static final int RANKING = -100;

    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(Doorman.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    /**
     * Part of the gate, hence dynamic: were the doorman created anew when the registry of models comes or goes, his paths
     * would be nobody's for a moment, and answer 404.
     */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Models models;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private transient volatile List<CallObserver> observers = List.of();

    @Activate
    public Doorman() {}

    Doorman(Models models, CallObserver... observers) {
        this.models = models;
        this.observers = List.of(observers);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UnreadBody.discard(request);
        if (request.getMethod().equals("POST")) { // the page also asks, again and again, whether it may
            observers.forEach(Doorman::tell);
        }
        Models known = models;
        WakingUp wakingUp = WakingUp.of(known == null ? List.of() : known.status());
        byte[] body = JSON.toJson(new Answer(wakingUp.detail(), wakingUp.missing())).getBytes(UTF_8);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void tell(CallObserver observer) {
        try {
            observer.refused(Optional.empty(), HttpServletResponse.SC_SERVICE_UNAVAILABLE, "models_missing");
        } catch (RuntimeException e) {
            log.warn("observer={} failed", observer.getClass().getName(), e);
        }
    }

    /** The names are the wire's. */
    private record Answer(String detail, List<String> missing) {}
}

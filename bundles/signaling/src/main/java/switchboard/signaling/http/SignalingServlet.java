package switchboard.signaling.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.Conversations;
import switchboard.api.call.Lines;
import switchboard.api.call.MediaTransport;
import switchboard.api.company.Companies;
import switchboard.api.model.Models;
import switchboard.signaling.AllModels;
import switchboard.signaling.call.Calls;
import switchboard.signaling.call.Observers;
import switchboard.signaling.http.Refusal.Reason;

/**
 * SmallWebRTC over HTTP. Registered only while {@link AllModels} is; before and after, a doorman of lower rank answers on
 * the same paths.
 */
@Component(service = Servlet.class, configurationPid = "switchboard.signaling")
@Designate(ocd = SignalingServlet.Settings.class)
@HttpWhiteboardServletPattern({"/start", "/status", "/api/*", "/sessions/*", "/companies/*"})
@ServiceRanking(100)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=switchboard.api.call.Lines")
public final class SignalingServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(SignalingServlet.class);
    private static final int BURST = 100;

    private final transient Origins origins;
    private final transient Calls calls;
    private final transient Desk desk;
    private final transient RateLimit limit;
    private final transient Bodies bodies = new Bodies();
    private final boolean directory;
    private final transient Observers observers;
    private final transient ServiceRegistration<Lines> lines;

    /** How signaling is configured. */
    @ObjectClassDefinition(name = "Switchboard signaling")
    public @interface Settings {

        @AttributeDefinition(name = "Calls", description = "How many calls at once, of all companies together.", min = "1")
        int calls() default 16;

        @AttributeDefinition(name = "Slow", description = "From which mean wait for what this machine computes it takes no more calls than two per core [ms]; "
                + "0: it always does.", min = "0")
        int slow_ms() default 250;

        @AttributeDefinition(name = "Requests per minute", description = "How often one address may start a call in the long run; 100 at once.", min = "1")
        int requests_per_minute() default 600;

        @AttributeDefinition(name = "Session required",
                description = "Whether a call can only be opened with a session from /start; clients that offer directly get 401.")
        boolean session_required() default false;

        @AttributeDefinition(name = "Directory", description = "Whether the start page names the companies that can be called.")
        boolean directory() default true;

        @AttributeDefinition(name = "Allowed origins",
                description = "Other web origins whose pages may open calls, for example https://www.example.com; and those by which a proxy "
                        + "on this machine makes the server known.", required = false)
        String[] allowed_origins() default {};
    }

    @Activate
    public SignalingServlet(BundleContext context, Settings settings, @Reference AllModels models, @Reference Companies companies,
            @Reference Models leases, @Reference MediaTransport transport, @Reference Conversations conversations,
            @Reference Observers observers) {
        this.origins = new Origins(Set.of(settings.allowed_origins()));
        this.calls = new Calls(transport, conversations, observers, limits(settings), context.getBundle().getVersion().toString());
        this.desk = new Desk(companies, leases, calls, settings.session_required());
        this.limit = new RateLimit(BURST, settings.requests_per_minute(), System::nanoTime);
        this.directory = settings.directory();
        this.observers = observers;
        this.lines = context.registerService(Lines.class, calls, null);
        log.info("Switchboard is ready: open http://{}:{}/",
                Optional.ofNullable(context.getProperty("org.apache.felix.http.host")).orElse("127.0.0.1"),
                Optional.ofNullable(context.getProperty("org.osgi.service.http.port")).orElse("8080"));
    }

    private static Calls.Limits limits(Settings settings) {
        return new Calls.Limits(settings.calls(), 2 * Runtime.getRuntime().availableProcessors(), Duration.ofMillis(settings.slow_ms()));
    }

    @Deactivate
    void stop() {
        lines.unregister();
        calls.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            requireOrigin(request, response);
            requirePatience(request);
            if (request.getMethod().equals("OPTIONS")) {
                preflight(request, response);
            } else {
                JsonAnswer.send(response, 200, fulfil(request));
            }
        } catch (Refusal refusal) {
            bodies.drain(request);
            observers.tell(observer -> observer.refused(refusal.company(), refusal.status(), refusal.reason().label()));
            refusal.retryAfterSeconds().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
            JsonAnswer.send(response, refusal.status(), Map.of("detail", String.valueOf(refusal.getMessage())));
        } catch (RuntimeException e) {
            log.error("request={} {} failed", request.getMethod(), request.getRequestURI(), e);
            observers.tell(observer -> observer.refused(Optional.empty(), 500, "internal_error"));
            JsonAnswer.send(response, 500, Map.of("detail", "an internal error; the server's log says more"));
        }
    }

    private Map<String, Object> fulfil(HttpServletRequest request) throws IOException, Refusal {
        String path = request.getRequestURI();
        Route route = Route.of(path).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_PATH, "there is nothing at this address"));
        if (route instanceof Route.Start start) {
            requireMethod(request, "POST");
            return desk.start(start, bodies.read(request));
        } else if (route instanceof Route.Offer offer) {
            requireMethod(request, "POST", "PATCH");
            JsonBody body = bodies.read(request);
            return request.getMethod().equals("PATCH") ? desk.candidates(offer, body) : desk.offer(offer, body);
        } else if (route instanceof Route.CompanyInfo info) {
            requireMethod(request, "GET", "HEAD");
            return desk.info(info.company().or(() -> Optional.ofNullable(request.getParameter("id"))));
        } else if (route instanceof Route.Directory && directory) {
            requireMethod(request, "GET", "HEAD");
            return desk.directory();
        } else if (route instanceof Route.Directory) {
            throw Refusal.of(Reason.UNKNOWN_PATH, "this server does not say whom it serves; open the page of a company, /c/<id>");
        } else if (route instanceof Route.Status) {
            return Map.of("status", "ready", "transports", new String[] {"webrtc"});
        }
        return Map.of();
    }

    private static void requireMethod(HttpServletRequest request, String... methods) throws Refusal {
        if (!Set.of(methods).contains(request.getMethod())) {
            throw Refusal.of(Reason.WRONG_METHOD, "use " + String.join(" or ", methods) + " here");
        }
    }

    /** A page of a foreign origin is refused before anything is read; browsers always name the origin of a page's POST. */
    private void requireOrigin(HttpServletRequest request, HttpServletResponse response) throws Refusal {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return;
        }
        if (!origins.admits(origin, String.valueOf(request.getHeader("Host")))) {
            throw Refusal.of(Reason.FOREIGN_ORIGIN, "pages of another origin may not call this server; add the origin to 'allowed.origins' of switchboard.signaling");
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.addHeader("Vary", "Origin");
    }

    /** Only what opens calls is counted. */
    private void requirePatience(HttpServletRequest request) throws Refusal {
        if (request.getMethod().equals("POST") && !limit.admits(request.getRemoteAddr())) {
            throw Refusal.later(Reason.TOO_OFTEN, "too many calls from this address; wait a moment", 1);
        }
    }

    private static void preflight(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        Optional.ofNullable(request.getHeader("Access-Control-Request-Headers"))
                .ifPresent(headers -> response.setHeader("Access-Control-Allow-Headers", headers.replaceAll("[^\\w, -]", "")));
        response.setStatus(200);
    }
}

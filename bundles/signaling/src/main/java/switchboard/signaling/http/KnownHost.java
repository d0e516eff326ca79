package switchboard.signaling.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import switchboard.signaling.call.Observers;
import switchboard.signaling.http.Refusal.Reason;

/**
 * Keeps a stranger's page, whose name was made to mean this machine, from whatever this server says on loopback: companies, calls,
 * metrics, health. Thread-safe.
 *
 * @see Origins#names
 */
@Component(service = Filter.class, configurationPid = "switchboard.signaling")
@HttpWhiteboardFilterPattern("/*")
public final class KnownHost extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient Origins origins;
    private final transient Observers observers;

    @Activate
    public KnownHost(SignalingServlet.Settings settings, @Reference Observers observers) {
        this(new Origins(Set.of(settings.allowed_origins())), observers);
    }

    KnownHost(Origins origins, Observers observers) {
        this.origins = origins;
        this.observers = observers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String host = request.getHeader("Host");
        if (host == null || origins.names(host) || !InetAddress.getByName(request.getLocalAddr()).isLoopbackAddress()) {
            chain.doFilter(request, response);
        } else {
            observers.tell(observer -> observer.refused(Optional.empty(), 403, Reason.FOREIGN_HOST.label()));
            JsonAnswer.send(response, 403,
                    Map.of("detail", "this server is not known by this name; if a proxy is, add its origin to 'allowed.origins' of switchboard.signaling"));
        }
    }
}

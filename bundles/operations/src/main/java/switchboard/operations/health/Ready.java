package switchboard.operations.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import switchboard.operations.http.Page;
import switchboard.operations.server.Server;

/** {@code /health/ready}: 200 if the next call would be taken, 503 with the reasons if not. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/ready")
public final class Ready extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Server server;
    private final transient Checkup checkup;

    @Activate
    public Ready(@Reference Server server, @Reference Checkup checkup) {
        this.server = server;
        this.checkup = checkup;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Readiness readiness = Readiness.of(server, checkup.run());
        Page.json(readiness.ready() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE, readiness).send(response);
    }
}

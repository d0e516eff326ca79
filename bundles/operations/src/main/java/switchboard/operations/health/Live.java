package switchboard.operations.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import switchboard.operations.http.Page;

/** {@code /health/live}: the process answers. A server that does not should be started anew. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/live")
public final class Live extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Page.json(HttpServletResponse.SC_OK, new Answer("up")).send(response);
    }

    private record Answer(String status) {}
}

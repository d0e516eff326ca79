package switchboard.llm.openai;

import java.net.http.HttpRequest;
import java.util.function.Supplier;

/**
 * What an endpoint is asked.
 *
 * @param otherwise the same with the other name of the token limit; called if the endpoint wants that, and remembers it
 * @param offer     what the model may ask for
 */
record Inquiry(HttpRequest request, Supplier<HttpRequest> otherwise, Offer offer) {}

package switchboard.llm.openai;

import com.google.gson.JsonElement;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Says why an endpoint did not answer and what to do about it, without the caller's words and without the key. Immutable.
 *
 * @param host         host and port of the endpoint
 * @param secret       name of the secret with the key
 * @param confidential keeps back what the server quotes
 */
record Reasons(String host, Optional<String> secret, Confidential confidential) {

    private static final String TRY_LATER = "try again later";

    /** @param body what came with the status, as far as it was read */
    String status(int status, String body) {
        return with(host + " answered with status " + status, confidential.message(body)) + ": " + remedy(status);
    }

    /** @param error what the server put into the middle of its answer */
    String inStream(JsonElement error) {
        return with(host + " broke off its answer with an error", confidential.message(error)) + ": " + TRY_LATER;
    }

    String unreachable(Throwable failure, Deadlines deadlines) {
        if (failure instanceof HttpConnectTimeoutException) {
            return host + " could not be reached within " + inSeconds(deadlines.connect())
                    + ": check llm.endpoint and the network";
        }
        if (failure instanceof ConnectException) {
            return host + " could not be reached: check llm.endpoint, and that the server runs";
        }
        String cause = with(failure.getClass().getSimpleName(), confidential.shown(String.valueOf(failure.getMessage())));
        if (failure instanceof SSLException) {
            return host + " offers no TLS that can be trusted, " + cause
                    + ": check the scheme of llm.endpoint and the server's certificate";
        }
        return "the connection to " + host + " failed, " + cause + ": " + TRY_LATER;
    }

    String late(String what, Duration limit) {
        return host + " " + what + " within " + inSeconds(limit) + ": " + TRY_LATER + ", or choose a faster model";
    }

    /** @param contentType as the server named it */
    String brokeOff(String contentType) {
        String streamed = contentType.startsWith("text/event-stream") ? "" : " (it is " + confidential.shown(contentType)
                + ", not text/event-stream)";
        return host + " ended its stream before the answer was complete" + streamed
                + ": check that llm.endpoint is the base address of an OpenAI-compatible server that can stream, or " + TRY_LATER;
    }

    String malformed() {
        return host + " sent an event that is no chunk of a chat completion: check that llm.endpoint is OpenAI-compatible";
    }

    String tooLong(String what) {
        return host + " sent " + what + ": choose another llm.model or lower llm.max.tokens";
    }

    String empty(String finishReason) {
        return host + " answered with no word, finish_reason " + confidential.shown(finishReason) + ": check llm.model and llm.max.tokens";
    }

    /** @param finishReason {@code length} if the limit of tokens has cut the request off */
    String brokenCall(String finishReason) {
        return host + " asked for a tool in broken JSON, finish_reason " + confidential.shown(finishReason)
                + ": raise llm.max.tokens, or choose another llm.model";
    }

    String notOffered() {
        return host + " asked only for tools that it was not offered, and said no word: choose another llm.model";
    }

    String filtered() {
        return host + " withheld its answer (finish_reason content_filter): check the content filter of the endpoint";
    }

    private String remedy(int status) {
        String key = secret.map(name -> "the key in the secret " + name).orElse("whether llm.secret must name a key");
        if (status == 401 || status == 403) {
            return "check " + key;
        }
        if (status == 404) {
            return "check llm.endpoint and llm.model";
        }
        if (status >= 300 && status < 400) {
            return "set llm.endpoint to the address it redirects to; redirects are not followed, since they would carry the key along";
        }
        if (status == 429) {
            return TRY_LATER + ", or raise the quota of " + secret.map(name -> "the key in " + name).orElse("the endpoint");
        }
        if (status >= 500 || status == 408) {
            return TRY_LATER;
        }
        return "check llm.model, llm.temperature and llm.max.tokens against what the endpoint accepts";
    }

    private static String with(String what, String message) {
        return message.isEmpty() ? what : what + " (" + message + ")";
    }

    private static String inSeconds(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }
}

package switchboard.llm.openai;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.api.company.SecretException;
import switchboard.api.company.Secrets;
import switchboard.api.llm.LanguageModelSettings;

/**
 * Where a request goes and what admits it, read from a company's settings. Holds the key.
 *
 * @param address       the address of the chat completions
 * @param authorization value of the header {@code Authorization}; empty where no key is needed
 */
record Endpoint(URI address, Optional<String> authorization) {

    /** RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, RFC 6761 §6.3; by name, since looking it up would block. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?i)(.+\\.)?localhost\\.?|127(\\.\\d{1,3}){3}|\\[(::|0(:0){6}:)0{0,3}1]");

    /**
     * Reads the settings, and the key from the secrets, now: a key may have been exchanged since the last call.
     *
     * @throws Refusal if the endpoint is missing or no HTTP address, or the key is missing or malformed
     */
    static Endpoint of(LanguageModelSettings settings, Secrets secrets) throws Refusal {
        URI base = settings.endpoint().orElseThrow(() -> new Refusal(
                "no endpoint is configured: set llm.endpoint, for example https://api.example.com/v1/"));
        Optional<String> key = settings.secret().isEmpty() ? Optional.empty() : Optional.of(key(settings.secret().get(), secrets));
        return new Endpoint(completions(base), key.map(secret -> "Bearer " + secret));
    }

    HttpRequest post(String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(json));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    /** Whether the key can be read on its way: it leaves this machine without TLS. */
    boolean exposesKey() {
        return authorization.isPresent() && "http".equalsIgnoreCase(address.getScheme()) && !LOOPBACK.matcher(address.getHost()).matches();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return host(address);
    }

    /** Host and port, for logs: a path or a query may hold what is nobody's business. */
    static String host(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static URI completions(URI base) throws Refusal {
        boolean http = "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
        if (!http || base.getHost() == null) {
            throw new Refusal("llm.endpoint is no http or https address with a host: set it, for example, to https://api.example.com/v1/");
        }
        String path = base.getRawPath().replaceAll("/+$", "") + "/chat/completions";
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return URI.create(base.getScheme() + "://" + base.getHost() + port + path + query);
    }

    private static String key(String name, Secrets secrets) throws Refusal {
        String value;
        try {
            value = secrets.get(name);
        } catch (SecretException e) {
            throw new Refusal("the secret " + name + ", named by llm.secret, cannot be had: " + e.getMessage());
        }
        // Checked here, because the HTTP client's own complaint would quote the key.
        if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Refusal("the secret " + name + ", named by llm.secret, holds no key: white space or characters outside ASCII are in it; "
                    + "set it to the endpoint's key");
        }
        return value;
    }
}

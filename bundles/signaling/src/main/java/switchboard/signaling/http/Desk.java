package switchboard.signaling.http;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.model.Models;
import switchboard.signaling.call.Call;
import switchboard.signaling.call.Calls;
import switchboard.signaling.call.Session;
import switchboard.signaling.http.Refusal.Reason;

/** Fulfils the requests: what goes in and comes out are values. Thread-safe. */
final class Desk {

    private static final int RETRY_SECONDS = 2;
    private static final int LONGEST_ID = 40;

    private final Companies companies;
    private final Models models;
    private final Calls calls;
    private final boolean needsSession;

    /** @param needsSession whether a call can only be opened with a session from {@code /start} */
    Desk(Companies companies, Models models, Calls calls, boolean needsSession) {
        this.companies = companies;
        this.models = models;
        this.calls = calls;
        this.needsSession = needsSession;
    }

    Map<String, Object> start(Route.Start route, JsonBody body) throws Refusal {
        Company company = company(route.company().or(() -> quietText(body, "body")));
        requireReady(company);
        return Map.of("sessionId", calls.start(company).id());
    }

    Map<String, Object> offer(Route.Offer route, JsonBody body) throws Refusal {
        String sdp = body.requiredText("sdp");
        String type = body.requiredText("type");
        if (!type.equals("offer")) {
            throw Refusal.of(Reason.MALFORMED, "'type' must be \"offer\", not \"" + type + "\"");
        }
        Optional<Call> known = body.text("pc_id").flatMap(calls::find);
        Call.Answer answer;
        if (known.isEmpty()) {
            Company company = calledCompany(route, body);
            requireReady(company);
            answer = calls.open(company, route.session(), sdp);
        } else if (body.flag("restart_pc")) {
            answer = calls.reconnect(own(known.get(), route), sdp);
        } else {
            answer = calls.again(own(known.get(), route));
        }
        return Map.of("sdp", answer.sdp(), "type", "answer", "pc_id", answer.pcId());
    }

    Map<String, Object> candidates(Route.Offer route, JsonBody body) throws Refusal {
        Call call = own(calls.find(body.requiredText("pc_id"))
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CALL, "there is no call with this pc_id; it has ended")), route);
        JsonElement candidates = body.json().get("candidates");
        if (candidates != null && candidates.isJsonArray()) {
            for (JsonElement candidate : candidates.getAsJsonArray()) {
                if (candidate.isJsonObject()) {
                    add(call, new JsonBody(candidate.getAsJsonObject()));
                }
            }
        }
        return Map.of("status", "success");
    }

    /** A call is reached by the way it was opened, and by no other. */
    private static Call own(Call call, Route.Offer route) throws Refusal {
        boolean sameCompany = route.company().isEmpty() || route.company().get().equals(call.company().id());
        if (!call.session().equals(route.session()) || !sameCompany) {
            throw Refusal.of(Reason.ANOTHER_CALL, "this pc_id belongs to another call");
        }
        return call;
    }

    Map<String, Object> info(Optional<String> id) throws Refusal {
        Company company = company(id);
        return Map.of("id", company.id(), "name", company.name(), "language", company.language());
    }

    /** Whom the start page offers to call. */
    Map<String, Object> directory() {
        return Map.of("companies", companies.all().stream().map(company -> Map.of("id", company.id(), "name", company.name())).toList());
    }

    private static void add(Call call, JsonBody candidate) throws Refusal {
        call.addCandidate(candidate.text("candidate").orElse(""), candidate.text("sdp_mid").orElse("0"), candidate.integer("sdp_mline_index").orElse(0));
    }

    private Company calledCompany(Route.Offer route, JsonBody body) throws Refusal {
        if (route.session().isPresent()) {
            Session session = calls.session(route.session().get())
                    .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_SESSION, "there is no session with this id, or it was used, or not in time; POST /start again"));
            if (route.company().isPresent() && !route.company().get().equals(session.company())) {
                throw Refusal.of(Reason.ANOTHER_CALL, "this session is for another company");
            }
            return company(Optional.of(session.company()));
        }
        if (needsSession) {
            throw Refusal.of(Reason.NO_SESSION, "a call needs a session here: POST /start first and offer to /sessions/<sessionId>/api/offer");
        }
        return company(route.company().or(() -> quietText(body, "request_data")).or(() -> quietText(body, "requestData")));
    }

    /** The company named in one of the body's objects. */
    private static Optional<String> quietText(JsonBody body, String object) {
        try {
            return body.object(object).text("company");
        } catch (Refusal e) {
            return Optional.empty(); // other clients put other things there
        }
    }

    /** The wanted company; if none is named, the server's only one. */
    private Company company(Optional<String> id) throws Refusal {
        if (id.flatMap(companies::find).isEmpty() && !companies.areRead()) {
            throw Refusal.later(Reason.STARTING, "the server has just started and is still reading its companies", RETRY_SECONDS);
        }
        List<Company> all = companies.all();
        if (id.isEmpty()) {
            if (all.size() == 1) {
                return all.get(0);
            }
            throw Refusal.of(Reason.UNKNOWN_COMPANY, all.isEmpty() ? "no company is configured on this server"
                    : "several companies are configured on this server; name one, for example " + all.get(0).id());
        }
        return companies.find(id.get()).orElseThrow(() ->
                Refusal.of(Reason.UNKNOWN_COMPANY, "there is no company \"" + shown(id.get()) + "\" on this server"));
    }

    /** No longer than an id, and without what a page or a log might take for something else. */
    private static String shown(String id) {
        return id.substring(0, Math.min(LONGEST_ID, id.length())).replaceAll("[^\\w-]", "?");
    }

    private void requireReady(Company company) throws Refusal {
        List<String> missing = Stream.concat(company.neededModels().stream().filter(needed -> !needed.isIn(models)).map(Company.NeededModel::words),
                companies.awaited(company).stream()).toList();
        if (!missing.isEmpty()) {
            throw Refusal.later(Reason.NOT_READY, company.name() + " cannot be called yet: it waits for " + String.join(", ", missing), RETRY_SECONDS).at(company.id());
        }
    }
}

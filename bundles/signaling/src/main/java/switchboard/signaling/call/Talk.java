package switchboard.signaling.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import switchboard.api.call.Conversation;
import switchboard.api.company.Company;
import switchboard.signaling.rtvi.ClientMessage;
import switchboard.signaling.rtvi.ServerMessages;

/** What a client's messages mean to a conversation, and what is answered. Nothing that a client says ends the call. */
final class Talk {

    /** More than anybody types, and little enough for any language model. */
    static final int MOST_CHARACTERS = 4_000;

    private final Company company;
    private final Conversation conversation;
    private final ServerMessages messages;
    private final String version;

    /** @param version of this server's software */
    Talk(Company company, Conversation conversation, ServerMessages messages, String version) {
        this.company = company;
        this.conversation = conversation;
        this.messages = messages;
        this.version = version;
    }

    /** Does what the message asks; returns the answers in order, possibly none. */
    List<String> answer(ClientMessage message) {
        if (message instanceof ClientMessage.Ready client) {
            return ready(client);
        } else if (message instanceof ClientMessage.Text typed) {
            return type(typed);
        } else if (message instanceof ClientMessage.Request request) {
            return List.of(respond(request));
        } else if (message instanceof ClientMessage.SoundBegan sound) {
            conversation.soundBegan(Duration.ofMillis(sound.unheardMs()));
            return List.of(messages.response(sound.id(), ClientMessage.SOUND_BEGAN, Map.of()));
        } else if (message instanceof ClientMessage.Unusable unusable) {
            return List.of(messages.errorResponse(unusable.id(), unusable.reason()));
        } else if (message instanceof ClientMessage.TrackStatus status && status.track() == 0) {
            conversation.mute(!status.enabled());
        }
        return List.of();
    }

    /** Answers what could not even be read. */
    List<String> refuse(String reason) {
        return answer(new ClientMessage.Unusable("", reason));
    }

    private List<String> ready(ClientMessage.Ready client) {
        List<String> answers = new ArrayList<>();
        if (!ServerMessages.understands(client.version())) {
            answers.add(messages.errorResponse(client.id(), "this server speaks RTVI 2; compatibility issues may occur"));
        }
        answers.add(messages.botReady(client.id(), version));
        return answers;
    }

    private List<String> type(ClientMessage.Text typed) {
        if (typed.content().isBlank()) {
            return List.of(messages.errorResponse(typed.id(), "'content' is empty"));
        }
        if (typed.content().length() > MOST_CHARACTERS) {
            return List.of(messages.errorResponse(typed.id(), "'content' may have %d characters; this one has %d".formatted(MOST_CHARACTERS, typed.content().length())));
        }
        if (!typed.runImmediately()) {
            return List.of(messages.errorResponse(typed.id(), "text is always answered at once; leave 'run_immediately' true"));
        }
        conversation.type(typed.content().strip(), typed.spoken());
        return List.of();
    }

    private String respond(ClientMessage.Request request) {
        if ("get-config".equals(request.type())) {
            return messages.response(request.id(), request.type(),
                    Map.of("company", company.id(), "name", company.name(), "language", company.language()));
        }
        return messages.errorResponse(request.id(), "Unknown request; this server answers get-config and sound-began");
    }
}

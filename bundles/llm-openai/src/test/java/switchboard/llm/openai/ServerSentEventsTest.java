package switchboard.llm.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

    private final List<String> events = new ArrayList<>();
    private final ServerSentEvents stream = new ServerSentEvents(events::add);

    @Test
    void an_event_ends_with_an_empty_line() {
        read("data: one\n");
        assertThat(events).isEmpty();
        read("\n");
        assertThat(events).containsExactly("one");
    }

    @Test
    void lines_end_with_line_feed_or_return_or_both() {
        read("data: a\n\ndata: b\r\rdata: c\r\n\r\n");
        assertThat(events).containsExactly("a", "b", "c");
    }

    @Test
    void a_return_and_its_line_feed_may_arrive_apart() {
        read("data: a\r");
        read("\ndata: b\r");
        read("\n\r");
        read("\n");
        assertThat(events).containsExactly("a\nb");
    }

    @Test
    void lines_of_one_event_are_joined() {
        read("data: {\ndata\ndata:  }\n\n");
        assertThat(events).containsExactly("{\n\n }");
    }

    @Test
    void comments_and_other_fields_are_no_events() {
        read(": keep-alive\n\nevent: x\nid: 1\nretry: 5\ndatabase: y\n\n");
        assertThat(events).isEmpty();
    }

    @Test
    void a_space_after_the_colon_is_optional_and_only_one_is_dropped() {
        read("data:a\n\ndata:  b\n\n");
        assertThat(events).containsExactly("a", " b");
    }

    @Test
    void characters_survive_any_split() {
        for (byte single : "\uFEFFdata: Grüße, 你好 👋\n\n".getBytes(UTF_8)) {
            stream.take(ByteBuffer.wrap(new byte[] {single}));
        }
        assertThat(events).containsExactly("Grüße, 你好 👋");
    }

    @Test
    void the_end_of_the_stream_ends_the_last_event() {
        read("data: [DONE]");
        stream.end();
        assertThat(events).containsExactly("[DONE]");
    }

    @Test
    void a_line_that_never_ends_is_refused() {
        read("data: ");
        String kilobyte = "x".repeat(1024);
        assertThatIllegalStateException().isThrownBy(() -> {
            for (int i = 0; i <= 256; i++) {
                read(kilobyte);
            }
        }).withMessageContaining("262144 bytes");
    }

    private void read(String text) {
        stream.take(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
}

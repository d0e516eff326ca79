package switchboard.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenTelemetry collector that understands as much of OTLP's protobuf over HTTP as the tests look at. Thread-safe. */
public final class Collector implements AutoCloseable {

    private final List<Seen> spans = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final StringBuffer bodies = new StringBuffer();
    private volatile int status = 200;
    private final HttpServer server;

    /** A span; times in nanoseconds since the epoch, identities in hex, empty if there is none. */
    public record Seen(String service, String trace, String id, String parent, String name, long startNs, long endNs, Map<String, Object> attributes, List<String> events) {

        public long ms() {
            return (endNs - startNs) / 1_000_000;
        }
    }

    /** Listens on a free port of the loopback interface. */
    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            headers.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.append(new String(body, UTF_8));
            if (status == 200) {
                read(body);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** What came so far. */
    public List<Seen> spans() {
        return List.copyOf(spans);
    }

    /** Content type and authorization of each request. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    /** All that was sent, as text as far as it is one. */
    public String bodies() {
        return bodies.toString();
    }

    /** From now on every request is answered with this status. */
    public void answer(int next) {
        status = next;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Numbers of fields: opentelemetry-proto, trace/v1/trace.proto. */
    private void read(byte[] request) {
        for (Message resource : Message.of(request).messages(1)) {
            String service = String.valueOf(attributes(resource.messages(1).get(0), 1).get("service.name"));
            for (Message scope : resource.messages(2)) {
                for (Message span : scope.messages(2)) {
                    spans.add(new Seen(service, span.hex(1), span.hex(2), span.hex(4), span.text(5), span.number(7), span.number(8), attributes(span, 9),
                            span.messages(11).stream().map(event -> event.text(2)).toList()));
                }
            }
        }
    }

    private static Map<String, Object> attributes(Message of, int field) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Message pair : of.messages(field)) {
            Message value = pair.messages(2).get(0);
            all.put(pair.text(1), value.fields.containsKey(1) ? value.text(1) : value.fields.containsKey(2) ? value.number(2) == 1 : value.number(3));
        }
        return all;
    }

    /** Protobuf on the wire: bytes or numbers by the number of their field. */
    private record Message(Map<Integer, List<Object>> fields) {

        static Message of(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            Map<Integer, List<Object>> fields = new LinkedHashMap<>();
            while (in.hasRemaining()) {
                long tag = varint(in);
                Object value = switch ((int) (tag & 7)) {
                    case 0 -> varint(in);
                    case 1 -> in.getLong();
                    case 2 -> bytes(in);
                    case 5 -> (long) in.getInt();
                    default -> throw new IllegalStateException("wire type " + (tag & 7));
                };
                fields.computeIfAbsent((int) (tag >> 3), number -> new ArrayList<>()).add(value);
            }
            return new Message(fields);
        }

        private static byte[] bytes(ByteBuffer in) {
            byte[] bytes = new byte[(int) varint(in)];
            in.get(bytes);
            return bytes;
        }

        private static long varint(ByteBuffer in) {
            long value = 0;
            for (int shift = 0;; shift += 7) {
                byte next = in.get();
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        List<Message> messages(int field) {
            return fields.getOrDefault(field, List.of()).stream().map(bytes -> of((byte[]) bytes)).toList();
        }

        String text(int field) {
            return fields.containsKey(field) ? new String((byte[]) fields.get(field).get(0), UTF_8) : "";
        }

        String hex(int field) {
            return fields.containsKey(field) ? HexFormat.of().formatHex((byte[]) fields.get(field).get(0)) : "";
        }

        long number(int field) {
            return fields.containsKey(field) ? (Long) fields.get(field).get(0) : 0;
        }
    }
}

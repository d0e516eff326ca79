package switchboard.llm.openai;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Connections that nobody accepts, as many as a server lets wait, so that the next one finds no place. */
final class Sockets implements AutoCloseable {

    private final List<Socket> waiting = new ArrayList<>();

    static Sockets filling(ServerSocket server) throws IOException {
        Sockets sockets = new Sockets();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket = new Socket();
                sockets.waiting.add(socket);
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            }
        } catch (SocketTimeoutException full) {
            return sockets;
        }
        throw new IOException("the server's queue does not fill");
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
    }
}

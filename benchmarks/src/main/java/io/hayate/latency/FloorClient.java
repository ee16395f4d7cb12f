package io.hayate.latency;

import io.hayate.transport.FloorTls;
import io.hayate.transport.FloorWire;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The thinnest client that Java can be: one thread that reads a socket without waiting, again and
 * again, reads all ten numbers of a ticker where they lie, and writes an order from a template. No
 * library, no hand-over, no checks. It is the floor that the other clients are compared with.
 */
final class FloorClient {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int LAST = 6;
    private static final int OPCODE_CLOSE = 8;
    private static final String HEAD_END = "\r\n\r\n";

    private final FloorWire wire;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final FloorOrder order;
    private final FloorTicker ticker = new FloorTicker();
    private boolean closed;
    private double sum;

    /** Trusts a venue's certificate on wss; null for ws. */
    FloorClient(int port, int symbols, Path trusted) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        wire = trusted == null ? FloorWire.plain(channel) : new FloorTls(channel, port, trusted);
        upgrade();
        wire.stopBlocking();
        order = new FloorOrder(wire);
        order.say(ClientTexts.AUTH);
        for (int i = 0; i < symbols; i++) {
            order.say(ClientTexts.subscribe(i));
        }
    }

    private void upgrade() throws IOException {
        String request =
                String.join(
                        "\r\n",
                        "GET /ws/2 HTTP/1.1",
                        "Host: localhost",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Key: Zmxvb3JmbG9vcmZsb29yIQ==",
                        "Sec-WebSocket-Version: 13",
                        "",
                        "");
        wire.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        int end;
        do {
            if (wire.read(in) < 0) {
                throw new EOFException("the venue closed the connection");
            }
            end =
                    StandardCharsets.ISO_8859_1
                            .decode(in.duplicate().flip())
                            .toString()
                            .indexOf(HEAD_END);
        } while (end < 0);
        in.flip().position(end + HEAD_END.length());
        in.compact();
    }

    /** Serves until the venue says goodbye. */
    void run() throws IOException {
        while (!closed) {
            int bytes = wire.read(in);
            if (bytes < 0) {
                break;
            }
            if (in.position() > 0) {
                consume();
            }
        }
        wire.close();
    }

    private void consume() throws IOException {
        int at = 0;
        int end = in.position();
        while (end - at >= 4) { // no frame of the venue that counts here is shorter
            int length = in.get(at + 1);
            int header = 2;
            if (length == 126) {
                length = in.getShort(at + 2) & 0xffff;
                header = 4;
            }
            if (end - at < header + length) {
                break;
            }
            onFrame(in.get(at) & 15, at + header);
            at += header + length;
        }
        in.limit(end).position(at);
        in.compact();
    }

    private void onFrame(int opcode, int at) throws IOException {
        if (opcode == OPCODE_CLOSE) {
            closed = true;
        } else if (ticker.read(in, at)) {
            double last = ticker.value(LAST);
            if (ClientTexts.isTrigger(last)) {
                order.send((int) last);
            }
            sum += ticker.value(0);
        }
    }

    /** Something that depends on all tickers, so that reading them is no dead code. */
    double sum() {
        return sum;
    }

    /** Arguments: port, number of symbols, and on wss the certificate to trust. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        int symbols = Integer.parseInt(arguments[1]);
        Path trusted = arguments.length > 2 ? Path.of(arguments[2]) : null;
        Thread thread = new Thread(() -> runOnce(port, symbols, trusted), "floor");
        thread.start();
        thread.join();
    }

    private static void runOnce(int port, int symbols, Path trusted) {
        try {
            FloorClient client = new FloorClient(port, symbols, trusted);
            client.run();
            System.out.println("done " + client.sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

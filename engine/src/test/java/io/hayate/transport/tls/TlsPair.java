package io.hayate.transport.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Both ends of TLS in one thread: Netty's client, whose records are taken over, and a server, the JDK's as a rule. */
public final class TlsPair implements AutoCloseable {
    private static final int ROOM = 1 << 20;
    private static final int PACKET_BYTES = 1 << 15;

    // One of each for all pairs, which are used one after the other: their memory is no
    // connection's.
    private static final UnsafeBuffer IN = direct();
    private static final UnsafeBuffer OUT = direct();

    final SSLEngine server;
    private final EmbeddedChannel client;
    private final SslHandler handler;
    final UnsafeBuffer in = IN;
    final UnsafeBuffer out = OUT;
    private final StringBuilder heard = new StringBuilder();
    private ByteBuffer waiting =
            ByteBuffer.allocate(0); // ciphertext that the server has yet to open
    public TlsRecords records;

    static UnsafeBuffer direct() {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(ROOM, 64));
    }

    /** What pairs are made with, of a server that shows a certificate and a client that trusts it. */
    public record Ends(SSLContext context, Tls tls) {
        public static Ends of(TestCertificate certificate)
                throws IOException, GeneralSecurityException {
            return new Ends(
                    certificate.context(), Tls.of(TlsKind.BORINGSSL, true, certificate.pem()));
        }

        /** Ends that have said nothing yet. */
        public TlsPair pair(String protocol) {
            SSLEngine server = context.createSSLEngine();
            server.setUseClientMode(false);
            return pair(server, protocol);
        }

        /** As above, with a server of the test's. */
        public TlsPair pair(SSLEngine server, String protocol) {
            return new TlsPair(this, server, protocol);
        }
    }

    private TlsPair(Ends ends, SSLEngine server, String protocol) {
        this.server = server;
        server.setEnabledProtocols(new String[] {protocol});
        client = new EmbeddedChannel();
        handler = ends.tls().newHandler(client.alloc(), "localhost", 443);
        client.pipeline().addLast(handler);
    }

    /** Shakes hands until the server is through; the bytes that it said last have not been heard yet. */
    byte[] shakeHands() throws SSLException {
        byte[] said = {};
        while (!isServerDone()) {
            hearByHandler(said);
            said = converse(sent());
        }
        return said;
    }

    private boolean isServerDone() {
        return server.getSession().isValid()
                && server.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING
                && !server.getSession().getCipherSuite().contains("NULL");
    }

    /** The server hears these bytes, and says what it must. */
    byte[] converse(byte[] bytes) throws SSLException {
        serverHear(bytes);
        return serverSay("");
    }

    /** What the client has sent by Netty's handler. */
    byte[] sent() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuf part = client.readOutbound(); part != null; part = client.readOutbound()) {
            byte[] bytes = new byte[part.readableBytes()];
            part.readBytes(bytes).release();
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    /** Netty's handler hears these bytes. */
    void hearByHandler(byte[] bytes) {
        client.writeInbound(Unpooled.copiedBuffer(bytes));
        client.runPendingTasks();
        noteInbound();
    }

    /** Text that the handler has opened. */
    private void noteInbound() {
        for (ByteBuf part = client.readInbound(); part != null; part = client.readInbound()) {
            heard.append(part.toString(ISO_8859_1));
            part.release();
        }
    }

    boolean isHandshakeDone() {
        return handler.handshakeFuture().isSuccess();
    }

    /** Netty's part is over. */
    TlsPair takeOver(boolean shared) throws Exception {
        assertTrue(isHandshakeDone());
        records = TlsRecords.takeOver(client.pipeline(), handler, shared);
        ByteBuf left = client.readInbound();
        assertTrue(left == null, "the handler had ciphertext left");
        return this;
    }

    /** Shakes hands and takes over: the usual case. */
    public TlsPair open() throws Exception {
        return open(false);
    }

    /** As above; two threads seal and open if it is shared. */
    public TlsPair open(boolean shared) throws Exception {
        hearByHandler(shakeHands());
        serverHear(sent());
        return takeOver(shared);
    }

    /** The client opens these bytes. */
    public TlsPair hear(byte[] bytes) {
        in.putBytes(0, bytes);
        int room = bytes.length + TlsRecords.OPEN_ROOM_BYTES;
        int count = records.open(in.addressOffset(), bytes.length, out.addressOffset(), room);
        heard.append(out.getStringWithoutLengthAscii(0, count));
        return this;
    }

    /** All text that was opened since this was asked last. */
    public String heard() {
        String text = heard.toString();
        heard.setLength(0);
        return text;
    }

    /** The client seals a text; null when it cannot. */
    byte[] say(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        in.putBytes(0, bytes);
        int room = TlsRecords.sealedMax(bytes.length);
        int count = records.seal(in.addressOffset(), bytes.length, out.addressOffset(), room);
        return count < 0 ? null : bytesOf(count);
    }

    /** The client's last bytes. */
    byte[] sayGoodbye() {
        return bytesOf(records.goodbye(out.addressOffset(), TlsRecords.SEAL_ROOM_BYTES));
    }

    private byte[] bytesOf(int count) {
        byte[] bytes = new byte[count];
        out.getBytes(0, bytes);
        return bytes;
    }

    /** What the server seals: a text, and whatever of the protocol waits. */
    public byte[] serverSay(String text) throws SSLException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer source = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
        ByteBuffer packet = ByteBuffer.allocate(PACKET_BYTES);
        SSLEngineResult result;
        do {
            runTasks();
            result = server.wrap(source, packet);
            packet.flip();
            byte[] bytes = new byte[packet.remaining()];
            packet.get(bytes).clear();
            all.writeBytes(bytes);
        } while ((source.hasRemaining() && result.bytesProduced() > 0)
                || result.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_WRAP);
        return all.toByteArray();
    }

    /** The server opens these bytes; returns their text. */
    String serverHear(byte[] bytes) throws SSLException {
        ByteBuffer all = ByteBuffer.allocate(waiting.remaining() + bytes.length);
        all.put(waiting).put(bytes).flip();
        waiting = all;
        StringBuilder text = new StringBuilder();
        ByteBuffer packet = ByteBuffer.allocate(PACKET_BYTES);
        SSLEngineResult result;
        do {
            runTasks();
            result = server.unwrap(waiting, packet);
            packet.flip();
            text.append(ISO_8859_1.decode(packet));
            packet.clear();
        } while (result.getStatus() == SSLEngineResult.Status.OK
                && ((waiting.hasRemaining() && result.bytesConsumed() > 0)
                        || result.getHandshakeStatus()
                                == SSLEngineResult.HandshakeStatus.NEED_TASK));
        return text.toString();
    }

    private void runTasks() {
        for (Runnable task = server.getDelegatedTask();
                task != null;
                task = server.getDelegatedTask()) {
            task.run();
        }
    }

    /** True once BoringSSL's part of the client is gone. */
    boolean isFreed() {
        return ReferenceCountUtil.refCnt(handler.engine()) == 0;
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Override
    public void close() {
        if (records != null) {
            records.free();
        }
        client.finishAndReleaseAll();
    }
}

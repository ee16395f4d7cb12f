package io.hayate.transport;

import static io.hayate.transport.DisconnectCause.CLOSED_BY_US;
import static io.hayate.transport.DisconnectCause.CLOSED_BY_VENUE;
import static io.hayate.transport.DisconnectCause.HANDSHAKE_REFUSED;
import static io.hayate.transport.DisconnectCause.LOST;
import static io.hayate.transport.DisconnectCause.TIMED_OUT;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import org.agrona.DirectBuffer;

/**
 * {@link Transport} over a TCP socket, with TLS for {@code wss}. After the upgrade only our own code
 * reads and writes frames, in buffers that are kept from connection to connection.
 */
public final class WebSocketTransport implements Transport {
    private static final int CLOSE_WAIT_MS = 2_000;
    private static final String CLOSED = "the venue closed the connection";

    private final IoLoop loop;
    private final TransportConfig config;
    private final String peer;
    private final Connector connector;
    private final ReceiveBuffer receiveBuffer;
    private final WebSocketDecoder decoder;
    private final FrameSender sender;

    private FrameListener listener;
    private Phase phase = Phase.DISCONNECTED;
    private boolean connected;
    private Channel channel;
    private Upgrade upgrade;
    private Future<?> timer;
    private TransportException ending; // how it will have ended once what is left is done

    /** As the other constructor; the listener is set before the first {@link #connect}. */
    public WebSocketTransport(IoLoop loop, TransportConfig config) {
        this(loop, config, InetAddress::getAllByName);
    }

    WebSocketTransport(IoLoop loop, TransportConfig config, Connector.Resolver resolver) {
        this.loop = loop;
        this.config = config;
        peer = config.host() + ":" + config.port();
        receiveBuffer = new ReceiveBuffer(config.frameBytesMax(), !config.isSecure());
        decoder = new WebSocketDecoder(config.frameBytesMax(), new FrameHandler());
        sender = new FrameSender(config.outboundBytesMax());
        connector = new Connector(loop, config, receiveBuffer, new SocketListener(), resolver);
    }

    /**
     * Makes a transport that is disconnected.
     *
     * @throws io.hayate.model.ConfigException when TLS cannot be had as it is asked for
     */
    public WebSocketTransport(IoLoop loop, TransportConfig config, FrameListener listener) {
        this(loop, config);
        listener(listener);
    }

    /** Sets, once, who is told. */
    public void listener(FrameListener frameListener) {
        if (listener != null) {
            throw new IllegalStateException("a transport has one listener");
        }
        listener = frameListener;
    }

    @Override
    public void connect() {
        if (phase != Phase.DISCONNECTED) {
            throw new IllegalStateException("connect while not disconnected: " + phase);
        }
        phase = Phase.CONNECTING;
        ending = null;
        receiveBuffer.clear();
        decoder.reset();
        upgrade = new Upgrade();
        timer = loop.schedule(this::onConnectTimeout, config.connectTimeoutMs());
        connector.connect();
    }

    private void onConnectTimeout() {
        String detail =
                String.format(
                        "no connection to %s within %d ms: still %s",
                        peer, config.connectTimeoutMs(), phase.text());
        end(new TransportException(TIMED_OUT, detail));
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isWritable() {
        return canSend() && sender.hasRoom();
    }

    private boolean canSend() {
        return phase == Phase.OPEN && ending == null;
    }

    @Override
    public boolean sendText(DirectBuffer text, int offset, int length) {
        return canSend() && sender.sendText(text, offset, length);
    }

    @Override
    public boolean sendFrame(DirectBuffer frame, int offset, int length) {
        return canSend() && sender.sendFrame(frame, offset, length);
    }

    @Override
    public long lookedTimeNs() {
        return loop.lookedTimeNs(receiveBuffer.receiveTimeNs());
    }

    @Override
    public void resume() {
        if (phase != Phase.OPEN || !decoder.isDeclined()) {
            return;
        }
        decode();
        if (phase != Phase.OPEN || decoder.isDeclined()) {
            return;
        }
        if (ending == null) {
            channel.config().setAutoRead(true);
        } else {
            end(ending);
        }
    }

    @Override
    public void close(int code, String reason) {
        switch (phase) {
            case CONNECTING, SECURING, UPGRADING ->
                    end(new TransportException(CLOSED_BY_US, "closed while " + phase.text()));
            case OPEN -> {
                boolean ended = ending != null;
                String detail = ("closed with " + code + " " + reason).strip();
                ending = new TransportException(CLOSED_BY_US, detail);
                if (ended) {
                    end(ending);
                } else {
                    beginClose(code, reason);
                    dropDeclined();
                }
            }
            default -> {
                // It has ended, or is about to.
            }
        }
    }

    private void beginClose(int code, String reason) {
        phase = Phase.CLOSING;
        timer = loop.schedule(() -> end(ending), CLOSE_WAIT_MS);
        sender.sendClose(code, reason);
    }

    /** The venue's own close may lie behind what was declined. */
    private void dropDeclined() {
        if (phase == Phase.CLOSING && decoder.isDeclined()) {
            channel.config().setAutoRead(true);
            decode();
        }
    }

    private void sendUpgrade() {
        phase = Phase.UPGRADING;
        ChannelFuture unused =
                channel.writeAndFlush(Unpooled.wrappedBuffer(upgrade.request(config)));
    }

    private void read() {
        if (phase == Phase.UPGRADING) {
            readUpgrade();
        }
        boolean deaf = ending != null && ending.closeCode() != 0;
        if (deaf) {
            receiveBuffer.clear();
        } else if (phase == Phase.OPEN ? !decoder.isDeclined() : phase == Phase.CLOSING) {
            decode();
        }
    }

    private void readUpgrade() {
        try {
            int length =
                    upgrade.read(
                            receiveBuffer.buffer(), receiveBuffer.offset(), receiveBuffer.length());
            if (length > 0) {
                receiveBuffer.skip(length);
                timer.cancel(false);
                phase = Phase.OPEN;
                connected = true;
                listener.onConnected();
            }
        } catch (TransportException e) {
            end(e);
        }
    }

    private void decode() {
        try {
            receiveBuffer.skip(
                    decoder.decode(
                            receiveBuffer.buffer(),
                            receiveBuffer.offset(),
                            receiveBuffer.length()));
        } catch (TransportException e) {
            onBrokenRule(e);
            return;
        }
        if (decoder.isDeclined()) {
            channel.config().setAutoRead(false);
        }
    }

    private void onBrokenRule(TransportException e) {
        receiveBuffer.clear();
        if (canSend()) {
            ending = e;
            beginClose(e.closeCode(), e.getMessage());
        } else {
            end(phase == Phase.CLOSING ? ending : e);
        }
    }

    /** The connection broke or was ended; what was declined is still offered first. */
    private void onLost(String detail) {
        switch (phase) {
            case SECURING, UPGRADING ->
                    end(
                            new TransportException(
                                    HANDSHAKE_REFUSED, detail + " while " + phase.text()));
            case CLOSING -> end(ending);
            default -> {
                TransportException lost = new TransportException(LOST, detail);
                if (!decoder.isDeclined()) {
                    end(lost);
                } else if (ending == null) {
                    ending = lost;
                    ChannelFuture unused = channel.close();
                }
            }
        }
    }

    private void end(TransportException why) {
        if (phase == Phase.DISCONNECTED || phase == Phase.ENDED) {
            return;
        }
        phase = Phase.ENDED;
        timer.cancel(false);
        connector.cancel();
        if (channel != null) {
            ChannelFuture unused = channel.close();
        }
        channel = null;
        loop.execute(() -> tellEnd(why));
    }

    private void tellEnd(TransportException why) {
        phase = Phase.DISCONNECTED;
        connected = false;
        listener.onDisconnected(why.disconnectCause(), why.getMessage());
    }

    private final class SocketListener implements SocketHandler.Listener {
        @Override
        public void onOpen(Channel socket) {
            if (phase != Phase.CONNECTING) {
                ChannelFuture unused = socket.close();
                return;
            }
            channel = socket;
            sender.attach(socket);
            if (config.isSecure()) {
                phase = Phase.SECURING;
            } else {
                sendUpgrade();
            }
        }

        @Override
        public void onFailed(TransportException why) {
            end(why);
        }

        @Override
        public void onSecured(Channel socket) {
            if (socket.equals(channel) && phase == Phase.SECURING) {
                sendUpgrade();
            }
        }

        @Override
        public void onTlsFailed(Channel socket, Throwable cause) {
            if (!socket.equals(channel)) {
                return;
            }
            if (Details.isLoss(cause)) {
                onLost(CLOSED);
            } else {
                end(Details.ofTls(cause, peer));
            }
        }

        @Override
        public void onRead(Channel socket, ByteBuf data) {
            if (!socket.equals(channel)) {
                data.release();
                return;
            }
            receiveBuffer.received(data);
            try {
                read();
            } catch (Throwable t) { // out of the listener, or a flaw of ours: nothing goes on
                loop.fail(t);
            }
        }

        @Override
        public void onEnd(Channel socket) {
            if (socket.equals(channel)) {
                onLost(CLOSED + (connected ? " without a close frame" : ""));
            }
        }

        @Override
        public void onError(Channel socket, Throwable cause) {
            if (socket.equals(channel)) {
                onLost(Details.ofLoss(cause));
            }
        }
    }

    private final class FrameHandler implements WebSocketDecoder.Handler {
        @Override
        public boolean onText(DirectBuffer buffer, int offset, int length) {
            return phase != Phase.OPEN
                    || listener.onText(buffer, offset, length, receiveBuffer.receiveTimeNs())
                    || phase != Phase.OPEN; // closed in the call: nothing is kept
        }

        @Override
        public void onPing(DirectBuffer buffer, int offset, int length) {
            if (canSend()) {
                sender.sendPong(buffer, offset, length); // or not: the next ping will be answered
            }
        }

        @Override
        public void onClose(int code, String reason) {
            boolean echoes = canSend();
            if (phase == Phase.OPEN) {
                String detail = CLOSED + " with " + code + " " + reason;
                ending = new TransportException(CLOSED_BY_VENUE, Details.cut(detail));
                phase = Phase.CLOSING;
            }
            if (echoes) {
                sender.sendClose(code, "");
            }
            end(ending);
        }
    }
}

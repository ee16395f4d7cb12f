package io.hayate.transport;

import io.hayate.transport.tls.Tls;
import io.hayate.transport.websocket.WebSocketDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import org.agrona.DirectBuffer;

/**
 * {@link Transport} over a TCP socket, with TLS for {@code wss}. After the upgrade only our own code
 * reads and writes frames, in buffers that are kept from connection to connection.
 */
public final class WebSocketTransport implements Transport, IoLoop.Socket {
    private static final int CLOSE_WAIT_MS = 2_000;

    private final IoLoop loop;
    private final TransportConfig config;
    private final Connector connector;
    private final SharedSocket socket; // null where Netty alone reads and writes
    private final FrameReader reader;
    private final FrameSender sender;
    private FrameListener listener; // of the attempt, or of the connection
    private Phase phase = Phase.DISCONNECTED;
    private boolean connected;
    private Channel channel;
    private Future<?> timer;
    private TransportException ending; // how it will have ended once what is left is done
    private boolean channelClosed;

    /** A transport that is disconnected; {@code tls} is null for {@code ws}. */
    public WebSocketTransport(IoLoop loop, TransportConfig config, Tls tls) {
        this(loop, config, tls, InetAddress::getAllByName);
    }

    WebSocketTransport(IoLoop loop, TransportConfig config, Tls tls, Connector.Resolver resolver) {
        this.loop = loop;
        this.config = config;
        socket = SharedSocket.of(loop, tls);
        reader = new FrameReader(loop, config, socket, new FrameHandler());
        sender = new FrameSender(config.outboundBytesMax(), socket);
        connector = new Connector(loop, config, tls, reader.buffer(), new SocketEvents(), resolver);
        loop.add(this);
    }

    /** Before the loop starts: the socket, for another thread to write, too; null where only the loop can. */
    public SharedSocket share() {
        return socket == null ? null : socket.share();
    }

    @Override
    public void connect(FrameListener frameListener) {
        if (phase != Phase.DISCONNECTED) {
            throw new IllegalStateException("connect while not disconnected: " + phase);
        }
        listener = frameListener;
        phase = Phase.CONNECTING;
        ending = null;
        channelClosed = false;
        reader.reset();
        connector.connect();
    }

    @Override
    public void onGood() {
        connector.onGood();
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
    public long seenUntilNs() {
        return loop.lookTimeNs();
    }

    @Override
    public long lookedTimeNs() {
        return loop.lookedTimeNs(reader.receiveTimeNs());
    }

    @Override
    public long receiveTimeNs() {
        return reader.receiveTimeNs();
    }

    @Override
    public double keyUse() {
        return reader.keyUse();
    }

    @Override
    public void resume() {
        if (!hasWebSocket() || !reader.isDeclined()) {
            return;
        }
        decode();
        if (channelClosed && !reader.isDeclined()) {
            end(ending);
        } else if (hasWebSocket() && !reader.isDeclined()) {
            reader.resume();
        }
    }

    @Override
    public void close(int code, String reason) {
        switch (phase) {
            case CONNECTING, SECURING, UPGRADING -> end(Details.ofOurs(phase));
            case OPEN -> {
                boolean lost = ending != null;
                ending = Details.ofOurs(code, reason);
                if (!lost) {
                    beginClose(code, reason);
                }
            }
            default -> {} // it has ended, or is about to
        }
    }

    private void beginClose(int code, String reason) {
        phase = Phase.CLOSING;
        awaitAnswer();
        sender.sendClose(code, reason);
    }

    /** Ends the connection in a while; not before what was declined has been taken. */
    private void awaitAnswer() {
        timer = loop.schedule(() -> endUnless(this::awaitAnswer), CLOSE_WAIT_MS);
    }

    private void endUnless(Runnable declined) {
        if (reader.isDeclined()) {
            declined.run();
        } else {
            end(ending);
        }
    }

    @Override
    public int turn() {
        int work = hasWebSocket() || phase == Phase.UPGRADING ? poll() : 0;
        return hasWebSocket() ? work + sender.turn() : work; // it may have ended meanwhile
    }

    private boolean hasWebSocket() {
        return phase == Phase.OPEN || phase == Phase.CLOSING;
    }

    private int poll() {
        int bytes = reader.poll();
        if (bytes > 0) {
            read();
        } else if (bytes < 0) {
            onLost(reader.loss());
        }
        return bytes;
    }

    @Override
    public void onShutDown() {
        closeChannel();
    }

    private void sendUpgrade() {
        phase = Phase.UPGRADING;
        sender.sendBytes(reader.beginUpgrade(config));
    }

    private void secured(Channel secured) {
        if (secured.equals(channel) && phase == Phase.SECURING) {
            try {
                sender.secure(reader.takeOver(channel, config.peer()));
                sendUpgrade();
            } catch (TransportException e) {
                if (phase == Phase.SECURING) { // else it has ended meanwhile
                    end(e);
                }
            }
        }
    }

    private void read() {
        if (phase == Phase.UPGRADING) {
            readUpgrade();
        }
        if (ending != null && ending.closeCode() != 0) { // it broke a rule
            reader.clear();
        } else if (hasWebSocket() && !reader.isDeclined()) {
            decode();
        }
    }

    private void readUpgrade() {
        try {
            if (reader.readUpgrade()) {
                connector.onOpen();
                phase = Phase.OPEN;
                connected = true;
                reader.open(channel);
                listener.onConnected();
            }
        } catch (TransportException e) {
            end(e);
        }
    }

    private void decode() {
        try {
            if (reader.decode()) {
                listener.onReadEnd();
            }
        } catch (TransportException e) {
            onBrokenRule(e);
            listener.onReadEnd(); // of what came before it
        }
    }

    private void onBrokenRule(TransportException e) {
        reader.clear();
        if (canSend()) {
            ending = e;
            beginClose(e.closeCode(), e.getMessage());
        } else {
            end(phase == Phase.CLOSING ? ending : e);
        }
    }

    /** The connection broke or was ended; what was declined is still offered first. */
    private void onLost(String detail) {
        if (reader.openRest()) {
            read();
        }
        switch (phase) {
            case SECURING, UPGRADING -> end(Details.ofHandshake(detail, phase));
            case CLOSING -> endUnless(this::closeChannel);
            default -> {
                TransportException lost = new TransportException(DisconnectCause.LOST, detail);
                ending = ending == null ? lost : ending;
                endUnless(this::closeChannel);
            }
        }
    }

    private void end(TransportException why) {
        if (phase == Phase.DISCONNECTED || phase == Phase.ENDED) {
            return;
        }
        boolean isAttempt = phase.isAttempt() && !why.isOurs();
        phase = Phase.ENDED;
        closeChannel();
        channel = null;
        if (isAttempt && connector.tryNext(why)) {
            phase = Phase.CONNECTING;
            channelClosed = false;
            reader.reset();
            return;
        }
        connector.cancel();
        if (timer != null) {
            timer.cancel(false);
        }
        loop.execute(() -> tellEnd(isAttempt ? connector.failure() : why));
    }

    /** No other thread is in the socket's descriptor when it is closed, and none gets in. */
    private void closeChannel() {
        channelClosed = true;
        if (channel != null) {
            sender.close();
            reader.close();
            ChannelFuture unused = channel.close();
        }
    }

    private void tellEnd(TransportException why) {
        phase = Phase.DISCONNECTED;
        connected = false;
        listener.onDisconnected(why.disconnectCause(), why.getMessage());
        reader.reset(); // now that the listener, too, has let go of its large memory
    }

    private final class SocketEvents implements Connector.Listener {
        @Override
        public void onOpen(Channel socket) {
            if (phase != Phase.CONNECTING) {
                ChannelFuture unused = socket.close();
                return;
            }
            channel = socket;
            sender.open(socket);
            phase = Phase.SECURING;
            if (!config.isSecure()) {
                sendUpgrade();
            }
        }

        @Override
        public void onFailed(TransportException why) {
            end(why);
        }

        @Override
        public void onTimeout(String peer, long timeoutMs) {
            end(Details.ofTimeout(peer, timeoutMs, phase));
        }

        @Override
        public void onSecured(Channel socket) {
            loop.execute(() -> secured(socket)); // the handler is in the midst of its work
        }

        @Override
        public void onTlsFailed(Channel socket, Throwable cause) {
            if (socket.equals(channel) && Details.isLoss(cause)) {
                onLost(Details.CLOSED);
            } else if (socket.equals(channel)) {
                end(Details.ofTls(cause, config.peer()));
            }
        }

        @Override
        public void onRead(Channel socket, ByteBuf data) {
            if (!socket.equals(channel)) {
                data.release();
                return;
            }
            reader.received(data);
            try {
                read();
            } catch (Throwable t) { // out of the listener, or a flaw of ours: nothing goes on
                loop.fail(t);
            }
        }

        @Override
        public void onEnd(Channel socket) {
            if (socket.equals(channel)) {
                onLost(connected ? Details.CLOSED_RUDELY : Details.CLOSED);
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
            return !hasWebSocket() || listener.onText(buffer, offset, length, receiveTimeNs());
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
                ending = Details.ofClose(code, reason);
                phase = Phase.CLOSING;
            }
            if (echoes) {
                sender.sendClose(code, "");
            }
            end(ending);
        }
    }
}

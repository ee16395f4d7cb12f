package io.hayate.transport;

import io.hayate.model.IdleMode;
import io.hayate.transport.tls.TlsKind;
import java.net.URI;
import java.nio.file.Path;
import org.agrona.concurrent.Agent;

/** A connection whose socket a second thread writes, too, as that of the strategy does in {@code split}. */
final class SharedRig implements AutoCloseable {
    final SharedWriter writer;
    private final IoLoop loop;

    /**
     * Connects, and takes what the second thread could not write itself.
     *
     * @param queueBytes what may wait between the threads
     */
    SharedRig(IdleMode idle, TransportConfig config, int queueBytes, FrameListener listener) {
        loop = Loops.loop(IoKind.EPOLL, idle, 1_000_000, Throwable::printStackTrace);
        WebSocketTransport transport = new WebSocketTransport(loop, config, config.newTls());
        OutboundQueue queue = new OutboundQueue(queueBytes, loop::wake);
        writer = new SharedWriter(transport.share(), queue, (epoch, number) -> true);
        loop.start(new Drain(queue, transport, listener));
    }

    static TransportConfig config(RawVenue venue, String scheme, int outboundBytes, Path trusted) {
        return new TransportConfig(
                URI.create(scheme + "://localhost:" + venue.port()),
                30_000,
                1 << 20,
                outboundBytes,
                IoKind.EPOLL,
                TlsKind.AUTO,
                trusted);
    }

    @Override
    public void close() {
        loop.close();
    }

    /** The loop's part: connects, and drains the queue each turn. */
    private record Drain(OutboundQueue queue, WebSocketTransport transport, FrameListener listener)
            implements Agent {
        @Override
        public void onStart() {
            transport.connect(listener);
        }

        @Override
        public int doWork() {
            return queue.drain(
                    (epoch, number, frame, offset, length) ->
                            transport.isWritable() && transport.sendFrame(frame, offset, length));
        }

        @Override
        public String roleName() {
            return "drain";
        }
    }
}

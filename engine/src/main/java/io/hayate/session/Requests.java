package io.hayate.session;

import io.hayate.codec.RequestEncoder;
import io.hayate.event.NoticeType;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.event.Tracer;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.transport.Transport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/** What the session asks of the venue, in text frames. Loop thread. */
final class Requests {
    /** The venue's time on every array frame. */
    private static final long TIMESTAMP = 32_768;

    /** Sequence numbers on every array frame. */
    private static final long SEQ_ALL = 65_536;

    /** Checksums of books. */
    private static final long OB_CHECKSUM = 131_072;

    /** Several changes of a book in one frame. */
    private static final long BULK_UPDATES = 536_870_912;

    private static final int CALC_MAX = 8;
    private static final String HIDDEN = "*"; // for each character of a secret

    private final RequestEncoder encoder = new RequestEncoder();
    private final RequestEncoder hidden = new RequestEncoder(); // what the trace shows of a secret
    private final Transport transport;
    private final Tracer tracer;
    private final SharedReads reads;
    private final int connection;
    private final NanoClock clock;

    /**
     * Requests on a connection.
     *
     * @param connection its number where traffic is recorded, from 1
     * @param clock tells when each is sent
     */
    Requests(Transport transport, SessionPorts ports, int connection, NanoClock clock) {
        this.transport = transport;
        tracer = ports.tracer();
        reads = ports.reads();
        this.connection = connection;
        this.clock = clock;
    }

    /** Sets all flags at once: each conf replaces the one before. */
    void conf(boolean bulkUpdates) {
        long flags = SEQ_ALL | TIMESTAMP | OB_CHECKSUM | (bulkUpdates ? BULK_UPDATES : 0);
        boolean unused = send(encoder.conf(flags));
    }

    /** False when the socket does not take it now. */
    boolean subscribe(MarketChannel channel) {
        return send(encoder.subscribe(channel.spec()));
    }

    void unsubscribe(long venueId) {
        boolean unused = send(encoder.unsubscribe(venueId));
    }

    /** Authenticates; the trace shows neither key nor signature. */
    void auth(String apiKey, String signature, long nonce, int deadManSwitch) {
        String payload = AuthSigner.payload(nonce);
        int length = encoder.auth(apiKey, signature, payload, nonce, deadManSwitch);
        if (isTaken(length)) {
            String key = HIDDEN.repeat(apiKey.length());
            String signed = HIDDEN.repeat(signature.length());
            int shown = hidden.auth(key, signed, payload, nonce, deadManSwitch);
            show(hidden.buffer(), shown);
        }
    }

    /** Asks for the venue's time; false when the socket took it not. */
    boolean ping(long cid) {
        return send(encoder.ping(cid));
    }

    /** Asks for what the exchange wallet holds; as many questions as the venue takes in a second. */
    void wallets(Instruments instruments) {
        int length = encoder.wallets(instruments, 0);
        for (int batch = 1; length > 0 && send(length) && batch < CALC_MAX; batch++) {
            length = encoder.wallets(instruments, batch);
        }
    }

    private boolean send(int length) {
        if (isTaken(length)) {
            show(encoder.buffer(), length);
            return true;
        }
        return false;
    }

    private boolean isTaken(int length) {
        boolean mayBe = reads.expects(SharedValue.SOCKET_ROOM, true);
        boolean isSent = mayBe && transport.sendText(encoder.buffer(), 0, length);
        return reads.read(SharedValue.SOCKET_ROOM, isSent);
    }

    private void show(DirectBuffer text, int length) {
        tracer.frame(NoticeType.FRAME_OUT, text, 0, length);
        tracer.tap().onTextOut(connection, text, 0, length, clock.nanoTime());
    }
}

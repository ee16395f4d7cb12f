package io.hayate.session;

import io.hayate.codec.RequestEncoder;
import io.hayate.event.NoticeType;
import io.hayate.model.ChannelSpec;
import io.hayate.transport.Transport;

/** What the session asks of the venue, in text frames. Loop thread. */
final class Requests {
    /** Sequence numbers on every array frame. */
    private static final long SEQ_ALL = 65_536;

    private static final String HIDDEN = "*";

    private final RequestEncoder encoder = new RequestEncoder();
    private final RequestEncoder hidden = new RequestEncoder(); // what the trace shows of a secret
    private final Transport transport;
    private final Tracer tracer;

    Requests(Transport transport, Tracer tracer) {
        this.transport = transport;
        this.tracer = tracer;
    }

    void conf() {
        send(encoder.conf(SEQ_ALL));
    }

    void subscribe(Subscription subscription) {
        send(encoder.subscribe(ChannelSpec.ticker(subscription.instrument().symbol())));
    }

    void unsubscribe(long channelId) {
        send(encoder.unsubscribe(channelId));
    }

    /** Authenticates; the trace shows neither key nor signature. */
    void auth(String apiKey, String signature, long nonce, int deadManSwitch) {
        String payload = AuthSigner.payload(nonce);
        int length = encoder.auth(apiKey, signature, payload, nonce, deadManSwitch);
        if (transport.sendText(encoder.buffer(), 0, length)) {
            int shown = hidden.auth(HIDDEN, HIDDEN, payload, nonce, deadManSwitch);
            tracer.frame(NoticeType.FRAME_OUT, hidden.buffer(), 0, shown);
        }
    }

    private void send(int length) {
        if (transport.sendText(encoder.buffer(), 0, length)) {
            tracer.frame(NoticeType.FRAME_OUT, encoder.buffer(), 0, length);
        }
    }
}

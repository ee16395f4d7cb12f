package io.hayate.venue.exchange;

import io.hayate.venue.session.Outbox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Digests what goes out to one client, and counts it, together with that of others. */
final class DigestOutbox implements Outbox {
    /** What all clients get. */
    static final class Sum {
        private final MessageDigest digest;
        private final ByteBuffer head = ByteBuffer.allocate(13);
        private long frames;
        private long bytes;

        Sum(MessageDigest digest) {
            this.digest = digest;
        }

        /** Texts so far. */
        long frames() {
            return frames;
        }

        /** Bytes of texts so far. */
        long bytes() {
            return bytes;
        }

        byte[] digest() {
            return digest.digest();
        }

        private void add(long client, char kind, byte[] content, int length) {
            head.clear().putLong(client).put((byte) kind).putInt(length);
            digest.update(head.array());
            digest.update(content, 0, length);
            bytes += length;
        }
    }

    private static final String SUBSCRIBED = "{\"event\":\"subscribed\"";

    private final Sum sum;
    private final long client;
    private boolean ended;
    private String channelId = "0";

    DigestOutbox(Sum sum, long client) {
        this.sum = sum;
        this.client = client;
    }

    /** True when the exchange has ended it. */
    boolean isEnded() {
        return ended;
    }

    /** The id of the channel that was subscribed last; 0 before the first. */
    String channelId() {
        return channelId;
    }

    @Override
    public void text(byte[] bytes, int length) {
        if (bytes[0] == '{') {
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            channelId =
                    text.startsWith(SUBSCRIBED)
                            ? text.replaceFirst(".*\"chanId\":(\\d+).*", "$1")
                            : channelId;
        }
        sum.frames++;
        sum.add(client, 't', bytes, length);
    }

    @Override
    public void masked(byte[] bytes, int length) {
        sum.add(client, 'm', bytes, length);
    }

    @Override
    public void close(int code, String reason) {
        ended = true;
        byte[] word = (code + " " + reason).getBytes(StandardCharsets.UTF_8);
        sum.add(client, 'c', word, word.length);
    }

    @Override
    public void drop() {
        ended = true;
        sum.add(client, 'd', new byte[0], 0);
    }
}

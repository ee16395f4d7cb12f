package io.hayate.codec;

import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Writes the requests of a session as text.
 *
 * <pre>
 * {"event":"subscribe","channel":"ticker","symbol":"tBTCUSD"}
 * {"event":"subscribe","channel":"book","symbol":"tBTCUSD","prec":"P0","freq":"F0","len":"25"}
 * {"event":"subscribe","channel":"candles","key":"trade:1m:tBTCUSD"}
 * </pre>
 *
 * <p>The loop. Each method writes its request at 0 of {@link #buffer()}, over the one before, and
 * returns its length in bytes. Allocates.
 */
public final class RequestEncoder {
    private static final int CALC_ITEMS_MAX = 30; // the venue's limit
    private static final String PING = "{\"event\":\"ping\",\"cid\":";

    private final ExpandableArrayBuffer text = new ExpandableArrayBuffer();

    /** Where requests are written; the contents hold until the next is. */
    public DirectBuffer buffer() {
        return text;
    }

    /** Sets the connection's flags to this sum and no other. */
    public int conf(long flags) {
        return write("{\"event\":\"conf\",\"flags\":" + flags + "}");
    }

    /**
     * Asks for the account.
     *
     * @param signature HMAC of {@code payload}, in hex
     * @param nonce higher than any that this key has used
     * @param deadManSwitch 4: the venue cancels the account's orders when this connection is gone
     */
    public int auth(
            String apiKey, String signature, String payload, long nonce, int deadManSwitch) {
        return write(
                "{\"event\":\"auth\",\"apiKey\":"
                        + AsciiJson.quote(apiKey)
                        + ",\"authSig\":"
                        + AsciiJson.quote(signature)
                        + ",\"authNonce\":"
                        + nonce
                        + ",\"authPayload\":"
                        + AsciiJson.quote(payload)
                        + ",\"dms\":"
                        + deadManSwitch
                        + "}");
    }

    /** Asks for a channel. */
    public int subscribe(ChannelSpec spec) {
        StringBuilder request = new StringBuilder("{\"event\":\"subscribe\"");
        put(request, "channel", spec.channel().wireName());
        if (spec.key().isEmpty()) {
            put(request, "symbol", spec.symbol());
        } else {
            put(request, "key", spec.key());
        }
        if (spec.precision() != null) {
            put(request, "prec", spec.precision().name());
            put(request, "freq", spec.frequency());
            put(request, "len", String.valueOf(spec.length())); // the venue wants a text
        }
        return write(request.append('}').toString());
    }

    private static void put(StringBuilder request, String key, String value) {
        request.append(",\"").append(key).append("\":").append(AsciiJson.quote(value));
    }

    /** Ends a subscription. */
    public int unsubscribe(long channelId) {
        return write("{\"event\":\"unsubscribe\",\"chanId\":" + channelId + "}");
    }

    /** Asks for a pong that carries the same {@code cid}. Allocates nothing. */
    public int ping(long cid) {
        int length = write(PING);
        length += text.putLongAscii(length, cid);
        text.putByte(length, (byte) '}');
        return length + 1;
    }

    /**
     * Asks for the exchange wallet's currencies of these instruments: the batch of this number, from 0.
     *
     * <pre>[0,"calc",null,[["wallet_exchange_BTC"],["wallet_exchange_USD"]]]</pre>
     *
     * @return 0 when there is none
     */
    public int wallets(Instruments instruments, int batch) {
        Set<String> names = new LinkedHashSet<>();
        for (int id = 0; id < instruments.count(); id++) {
            Instrument each = instruments.get(id);
            if (!each.isFunding() && !each.isDerivative()) {
                names.add(each.base());
                names.add(each.quote());
            }
        }
        StringJoiner items = new StringJoiner(",", "[0,\"calc\",null,[", "]]");
        items.setEmptyValue("");
        names.stream()
                .skip((long) batch * CALC_ITEMS_MAX)
                .limit(CALC_ITEMS_MAX)
                .forEach(name -> items.add("[" + AsciiJson.quote("wallet_exchange_" + name) + "]"));
        return write(items.toString());
    }

    private int write(String request) {
        return text.putStringWithoutLengthAscii(0, request);
    }
}

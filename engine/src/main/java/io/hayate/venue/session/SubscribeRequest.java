package io.hayate.venue.session;

import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.VenueLimits;
import io.hayate.venue.feed.CandleKey;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.market.TickerSource;
import io.hayate.venue.wire.Fields;

/** What a client asks for in {@code subscribe}: a channel, with defaults filled in, or an error. */
final class SubscribeRequest {
    private static final String DERIVATIVE = "deriv:";
    private static final int LENGTH_DEFAULT = 25;

    private final Fields fields;
    private final Markets markets;
    private final String symbol;
    private ChannelSpec spec;
    private String refusal;

    SubscribeRequest(Fields fields, Markets markets) {
        this.fields = fields;
        this.markets = markets;
        symbol = fields.text(fields.has("symbol") ? "symbol" : "pair");
        if (fields.text("subId") != null
                && fields.text("subId").length() > VenueLimits.SUB_ID_LENGTH_MAX) {
            refusal = "subId: invalid";
            return;
        }
        Channel channel = Channel.ofWire(fields.text("channel"));
        switch (channel == null ? Channel.ACCOUNT : channel) {
            case TICKER, TRADES -> readSymbol(channel);
            case BOOK -> readBook();
            case CANDLES -> readCandles();
            case STATUS -> readStatus();
            default -> refusal = "channel: unknown";
        }
    }

    /** The symbol as sent, or null. */
    String symbol() {
        return symbol;
    }

    /** What is wrong, or null. */
    String refusal() {
        return refusal;
    }

    /** What is asked for; null when it is refused, or when there is to be no answer at all. */
    ChannelSpec spec() {
        return spec;
    }

    private void readSymbol(Channel channel) {
        String listed = listed();
        if (listed != null) {
            spec = new ChannelSpec(channel, listed, "", null, "", 0);
        }
    }

    /** The symbol as it is listed, or null. */
    private String listed() {
        TickerSource source = symbol == null ? null : markets.find(symbol);
        if (source == null) {
            refusal = "symbol: invalid";
            return null;
        }
        return source.instrument().symbol();
    }

    private void readBook() {
        String listed = listed();
        if (listed == null) {
            return;
        }
        BookPrecision precision =
                fields.has("prec") ? BookPrecision.ofWire(fields.text("prec")) : BookPrecision.P0;
        String frequency = fields.has("freq") ? fields.text("freq") : "F0";
        long whole = fields.has("len") ? fields.whole("len") : LENGTH_DEFAULT;
        int length = (int) Math.min(whole, Integer.MAX_VALUE);
        if (precision == null) {
            refusal = "precision: invalid";
        } else if (!"F0".equals(frequency) && !"F1".equals(frequency)) {
            refusal = "frequency: invalid";
        } else if (!ChannelSpec.BOOK_LENGTHS.contains(length)) {
            refusal = "length: invalid";
        } else {
            String told = precision.isRaw() ? "F0" : frequency;
            spec = ChannelSpec.book(listed, precision, told, length);
        }
    }

    private void readCandles() {
        ChannelSpec asked = CandleKey.spec(fields.text("key"));
        if (asked != null && markets.exactly(asked.symbol()) != null) {
            spec = asked;
        } else {
            refusal = "key: invalid";
        }
    }

    private void readStatus() {
        String key = fields.text("key");
        if (key == null) {
            refusal = "key: invalid";
        } else if (key.equals(ChannelSpec.LIQUIDATIONS.key())) {
            spec = ChannelSpec.LIQUIDATIONS;
        } else if (key.startsWith(DERIVATIVE)) {
            Market market = markets.market(key.substring(DERIVATIVE.length()));
            if (market != null && market.isDerivative()) {
                spec = ChannelSpec.ofKey(Channel.STATUS, key);
            }
        }
    }
}

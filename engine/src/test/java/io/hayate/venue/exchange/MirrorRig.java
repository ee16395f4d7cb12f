package io.hayate.venue.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.QueueModel;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.mirror.FillCause;
import io.hayate.venue.mirror.MirrorListing;
import io.hayate.venue.mirror.MirrorPlan;
import io.hayate.venue.mirror.MirrorTrust;
import java.math.BigDecimal;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** An exchange with one market, tBTCUSD, that follows the texts that a test gives. */
final class MirrorRig {
    static final int BOOK = 7;
    static final int TRADES = 9;

    final TradingRig rig;
    final Exchange exchange;
    private long tradeId = 1_000;

    MirrorRig(QueueModel model, String precision, int length) {
        this(model, precision, length, MirrorTrust.AS_TOLD);
    }

    MirrorRig(QueueModel model, String precision, int length, MirrorTrust trust) {
        List<MirrorListing> listings =
                List.of(
                        new MirrorListing(
                                "tBTCUSD", new BigDecimal("100.00"), new BigDecimal("0.01")));
        exchange =
                Exchange.mirrored(
                        VenueConfig.DEFAULTS,
                        new MirrorPlan(listings, model, trust),
                        VenueListener.NONE,
                        TradingRig.NOW_MS,
                        0);
        rig = new TradingRig(exchange);
        exchange.mirror().onOpen(1);
        subscribe(BOOK, precision, length);
        text(
                "{'event':'subscribed','channel':'trades','chanId':"
                        + TRADES
                        + ",'symbol':'tBTCUSD','pair':'BTCUSD'}");
        text("[" + TRADES + ",[]]");
    }

    static MirrorRig levels(QueueModel model) {
        return new MirrorRig(model, "P0", 25);
    }

    static MirrorRig orders() {
        return new MirrorRig(QueueModel.RISK_AVERSE, "R0", 100);
    }

    void subscribe(int channel, String precision, int length) {
        text(
                "{'event':'subscribed','channel':'book','chanId':"
                        + channel
                        + ",'symbol':'tBTCUSD','prec':'"
                        + precision
                        + "','freq':'F0','len':'"
                        + length
                        + "','pair':'BTCUSD'}");
    }

    /** A text of the public wire, written with single quotes, and what accounts hear of it. */
    void text(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);
        exchange.mirror().onText(1, new UnsafeBuffer(bytes), 0, bytes.length);
        rig.after(1);
    }

    /** A row, or rows, of the book. */
    void book(String rows) {
        text("[" + BOOK + "," + rows + "]");
    }

    /** A trade of now. */
    void trade(String amount, String price) {
        trade(amount, price, rig.timeMs());
    }

    void trade(String amount, String price, long timeMs) {
        String row = "[" + ++tradeId + "," + timeMs + "," + amount + "," + price + "]";
        text("[" + TRADES + ",'te'," + row + "]");
        text("[" + TRADES + ",'tu'," + row + "]");
    }

    void assertCauses(FillCause... causes) {
        assertEquals(causes.length, exchange.mirror().fills().count());
        for (FillCause cause : FillCause.values()) {
            long expected = List.of(causes).stream().filter(cause::equals).count();
            assertEquals(expected, exchange.mirror().fills().count(cause), cause::name);
        }
    }

    void assertSound() {
        assertEquals(List.of(), exchange.findings());
    }
}

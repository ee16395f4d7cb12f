package io.hayate.venue.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.venue.BookConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.base.Random64;
import io.hayate.venue.server.BookClient;
import io.hayate.venue.server.Masks;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import io.hayate.venue.wire.ConfFlags;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientOrdersInBookTest {
    private SimulatedVenue venue;
    private VenueClient client;
    private BookClient levels;
    private BookClient orders;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS
                                .withTickersPerSecond(0)
                                .withHeartbeatMs(0)
                                .withSymbols(List.of("tBTCUSD"))
                                .withBooks(new BookConfig(0, 0, 0)));
        client = VenueClient.authenticated(venue, 1);
        levels = new BookClient(venue, ChannelSpec.book("tBTCUSD"), ConfFlags.CHECKSUM);
        orders = new BookClient(venue, ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 25), 0);
    }

    @AfterEach
    void close() {
        client.close();
        levels.close();
        orders.close();
        venue.close();
    }

    @Test
    void shouldShowRestingOrderInBookUntilItIsCanceled() throws Exception {
        String id = limit("0.25", "86710");
        String[] before = levels.book().bids().get(0);
        tick();

        String[] level = levels.book().bids().get(0);
        assertEquals(Integer.parseInt(before[1]) + 1, Integer.parseInt(level[1]));
        assertEquals(Double.parseDouble(before[2]) + 0.25, Double.parseDouble(level[2]), 1e-9);
        assertTrue(orders.book().text().contains(id + ",86710,0.25"), orders.book()::toString);

        client.send("[0,\"oc\",null,{\"id\":" + id + "}]").skipTo("[0,\"oc\"");
        tick();

        assertEquals(String.join(",", before), String.join(",", levels.book().bids().get(0)));
        assertTrue(orders.book().text().stream().noneMatch(row -> row.startsWith(id)));
    }

    @Test
    void shouldBetterTheBookWithOrderInsideTheSpread() throws Exception {
        sweepAsksBelow("86720");
        String id = limit("0.25", "86715.7"); // cut to five digits
        tick();

        assertEquals("86715,1,0.25", String.join(",", levels.book().bids().get(0)));
        assertEquals(id + ",86715,0.25", String.join(",", orders.book().bids().get(0)));
    }

    @Test
    void shouldFillOldestOrderOfAPriceFirst() throws Exception {
        sweepAsksBelow("86720");
        String first = limit("-0.1", "86719");
        String second = limit("-0.2", "86719");
        client.send(market("0.15"));

        String maker = client.skipTo("[0,\"oc\",[" + first);
        String part = client.skipTo("[0,\"ou\",[" + second);

        assertTrue(maker.contains("\"EXECUTED @ 86719.0(-0.1)\""), maker);
        assertTrue(part.contains("\"PARTIALLY FILLED @ 86719.0(-0.05)\""), part);
        tick();
        assertTrue(orders.book().text().contains(second + ",86719,-0.15"));
    }

    @Test
    void shouldGiveBothSidesOfATradeTheSameId() throws Exception {
        sweepAsksBelow("86720");
        limit("-0.1", "86719");
        client.send(market("0.1"));

        String taken = client.skipTo("[0,\"te\"");
        String made = client.skipTo("[0,\"te\"");

        assertEquals(Masks.field(taken, 0), Masks.field(made, 0));
        assertEquals(List.of("0.1", "-0.1"), List.of(Masks.field(taken, 4), Masks.field(made, 4)));
        assertEquals(List.of("-1", "1"), List.of(Masks.field(taken, 8), Masks.field(made, 8)));
    }

    @Test
    void shouldQuoteNoFurtherThanToLargeOrderOfAClient() throws Exception {
        limit("-90", "86712");
        for (int step = 0; step < 300; step++) {
            venue.controls().advance(1);
            tick(); // a crossed book is found there
        }
        assertTrue(levels.checksums() > 100);
    }

    @Test
    void shouldNeverBeCrossedWhateverClientsSend() throws Exception {
        Random64 random = new Random64(1);
        for (int round = 0; round < 300; round++) {
            int price = 86_690 + random.below(41);
            String sign = random.next() < 0 ? "-" : "";
            String fraction = random.below(4) == 0 ? ".5" : "";
            client.send(order(sign + (1 + random.below(3)), price + fraction));
            venue.controls().advance(random.below(2));
            tick(); // a crossed book or a wrong checksum is found there
        }
        assertTrue(levels.checksums() > 100, () -> levels.checksums() + " checksums");
    }

    private void tick() throws Exception {
        for (int i = 0; i < 3; i++) {
            venue.controls().advanceBooks(1);
        }
        levels.frames();
        orders.frames();
    }

    private void sweepAsksBelow(String price) throws Exception {
        String id = limit("11", price.replaceAll("20$", "19"));
        client.send("[0,\"oc\",null,{\"id\":" + id + "}]").skipTo("[0,\"oc\"");
    }

    /** Sends a limit order that rests, and answers with its id. */
    private String limit(String amount, String price) throws Exception {
        client.send(order(amount, price));
        return Masks.field(client.skipTo("[0,\"on\""), 0);
    }

    private static String order(String amount, String price) {
        return "[0,\"on\",null,{\"cid\":7,\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"%s\",\"price\":\"%s\"}]"
                .formatted(amount, price);
    }

    private static String market(String amount) {
        return "[0,\"on\",null,{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"%s\"}]"
                .formatted(amount);
    }
}

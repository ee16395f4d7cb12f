package io.hayate.venue.matching;

import static io.hayate.venue.server.Masks.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchingEngineTest {
    private SimulatedVenue venue;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS
                                .withTickersPerSecond(0)
                                .withSymbols(List.of("tBTCUSD")));
        client = VenueClient.authenticated(venue, 1);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void shouldFillRestingOrderAtItsPriceWhenTheMarketComesToIt() throws Exception {
        limit("0.01", "86700", 0);
        client.skipTo("[0,\"on\"");

        venue.controls().advance(20_000);
        List<String> frames = new ArrayList<>();
        for (String frame = client.skipTo("[0,\"wu\",[\"exchange\",\"BTC\",100.01,");
                !frame.startsWith("[0,\"tu\"");
                frame = client.next()) {
            frames.add(frame);
        }

        assertTrue(frames.get(0).contains("Exchange 0.01 BTC for USD @ 86700.0"));
        assertTrue(frames.get(1).startsWith("[0,\"wu\",[\"exchange\",\"USD\",999133,0,"));
        assertTrue(frames.get(2).contains(",0.01,86700,\"EXCHANGE LIMIT\",86700,1,null,null,"));
        assertTrue(frames.get(3).contains("\"EXECUTED @ 86700.0(0.01)\""), frames.get(3));
        assertTrue(frames.get(4).startsWith("[0,\"wu\",[\"exchange\",\"BTC\",100.00999,0,"));
        assertTrue(frames.get(4).contains("on BFX (0.1%)"));
    }

    @Test
    void shouldFillRestingOrderInPartsWhenItIsLarge() throws Exception {
        limit("-40", "86712", 0);
        BigDecimal remaining = new BigDecimal(field(client.skipTo("[0,\"on\""), 6));
        venue.controls().advance(200);

        String update = client.skipTo("[0,\"ou\"");

        assertTrue(new BigDecimal(field(update, 6)).compareTo(remaining) > 0, update);
        assertTrue(update.contains("\"PARTIALLY FILLED @ 86712.0(-"), update);
        venue.controls().advance(20_000);
        String closed = client.skipTo("[0,\"oc\"");
        assertEquals("0", field(closed, 6));
        assertTrue(closed.contains("): was PARTIALLY FILLED @ 86712.0(-"), closed);
        client.skipTo("[0,\"wu\",[\"exchange\",\"BTC\",60,0,60,null,null]");
    }

    @Test
    void shouldFillLimitOrderAtBetterPriceAndRestWhatIsLeft() throws Exception {
        limit("10", "86712", 0);
        client.skipTo("[0,\"n\"");

        String placed = client.skipTo("[0,\"on\"");

        assertTrue(placed.contains("\"PARTIALLY FILLED @ 86712.0("), placed);
        assertTrue(placed.contains("), PARTIALLY FILLED @ 86711.0("), placed);
        String available = client.skipTo("[0,\"wu\",[\"exchange\",\"USD\"");
        while (available.contains(",null,null,null") || field(available, 4).equals("null")) {
            available = client.skipTo("[0,\"wu\",[\"exchange\",\"USD\"");
        }
        BigDecimal held = new BigDecimal(field(placed, 6)).multiply(new BigDecimal(86_712));
        BigDecimal balance = new BigDecimal(field(available, 2));
        assertEquals(
                balance.subtract(held).doubleValue(),
                Double.parseDouble(field(available, 4)),
                1e-6);
    }

    @Test
    void shouldCancelPostOnlyOrderThatWouldTake() throws Exception {
        limit("0.01", "86711", 4_096);

        assertTrue(client.next().contains("\"SUCCESS\""));
        String closed = client.next();
        assertTrue(closed.startsWith("[0,\"oc\""), closed);
        assertTrue(closed.contains(",4096,\"POSTONLY CANCELED\","), closed);
        limit("0.01", "86710", 4_096);
        assertTrue(client.skipTo("[0,\"on\"").contains("\"ACTIVE\""));
    }

    @Test
    void shouldCutPriceToFiveDigits() throws Exception {
        limit("0.01", "12345.678", 0);

        assertEquals("12345", field(client.skipTo("[0,\"on\""), 16));
    }

    @Test
    void shouldNotSpendWhatRestingOrdersHold() throws Exception {
        limit("10", "80000", 0);
        client.skipTo("[0,\"on\"");
        limit("3", "70000", 0);

        assertTrue(
                client.skipTo("[0,\"n\"").contains("not enough exchange balance for 3.0 BTCUSD"));
    }

    @Test
    void shouldNotRefillBookBeforeThePriceSteps() throws Exception {
        String first = buyOne();
        String second = buyOne();
        venue.controls().advance(1);

        assertTrue(number(second) > number(first));
        assertTrue(Math.abs(number(buyOne()) - number(first)) < 10);
    }

    /** Buys one and answers the mean price. */
    private String buyOne() throws Exception {
        client.send(
                "[0,\"on\",null,{\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"1\"}]");
        String closed = client.skipTo("[0,\"oc\"");
        return closed.replaceAll(".*\",null,null,[0-9.]+,([0-9.]+),0,0,.*", "$1");
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private void limit(String amount, String price, int flags) throws Exception {
        client.send(
                "[0,\"on\",null,{\"cid\":7,\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"%s\",\"price\":\"%s\",\"flags\":%d}]"
                        .formatted(amount, price, flags));
    }
}

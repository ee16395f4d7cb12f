package io.hayate.venue.matching;

import static io.hayate.venue.server.Masks.field;
import static io.hayate.venue.server.Masks.mask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountInputsTest {
    private static final String NULLS_7 = "null,null,null,null,null,null,null";

    private SimulatedVenue venue;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS
                                .withTickersPerSecond(0)
                                .withSymbols(List.of("tBTCUSD", "tBTCF0:USTF0", "fUSD")));
        client = VenueClient.authenticated(venue, 1);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void shouldFillMarketBuyWithFramesInTheOrderOfTheExchange() throws Exception {
        order(
                "\"cid\":12345,\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"");

        String order =
                "[O,null,12345,\"tBTCUSD\",T,T,%s,0.01,\"EXCHANGE MARKET\",null,null,null,0,\"%s\","
                        + "null,null,86711,%s,0,0,null,null,null,0,0,null,null,null,\"API>BFX\","
                        + "null,null,{\"source\":\"api\"}]";
        String meta =
                "{\"reason\":\"TRADE\",\"order_id\":O,\"order_id_oppo\":O,\"trade_price\":\"86711.0\","
                        + "\"trade_amount\":\"0.01\",\"order_cid\":12345,\"order_gid\":null}";
        String exchange = "\"Exchange 0.01 BTC for USD @ 86711.0\"," + meta;
        String fee = "\"Trading fees for 0.01 BTC (BTCUSD) @ 86711.0 on BFX (0.2%)\"," + meta;
        String trade = "[X,\"tBTCUSD\",T,O,0.01,86711,\"EXCHANGE MARKET\",86711,-1,%s,12345]";
        assertEquals(
                List.of(
                        "[0,\"n\",[T,\"on-req\",null,null,"
                                + order.formatted("0.01", "ACTIVE", "0")
                                + ",null,\"SUCCESS\","
                                + "\"Submitting exchange market buy order for 0.01 BTC.\"]]",
                        "[0,\"wu\",[\"exchange\",\"BTC\",100.01,0,null," + exchange + "]]",
                        "[0,\"wu\",[\"exchange\",\"USD\",999132.89,0,null," + exchange + "]]",
                        "[0,\"te\"," + trade.formatted("null,null") + "]",
                        "[0,\"oc\","
                                + order.formatted("0", "EXECUTED @ 86711.0(0.01)", "86711")
                                + "]",
                        "[0,\"wu\",[\"exchange\",\"BTC\",100.00998,0,null," + fee + "]]",
                        "[0,\"tu\"," + trade.formatted("-0.00002,\"BTC\"") + "]",
                        "[0,\"bu\",[10671098.26578,10671098.26578]]",
                        "[0,\"wu\",[\"exchange\",\"BTC\",100.00998,0,100.00998,null,null]]",
                        "[0,\"wu\",[\"exchange\",\"USD\",999132.89,0,999132.89,null,null]]",
                        "[0,\"bu\",[10671098.26578,10671098.26578]]"),
                mask(client.next(11)));
    }

    @Test
    void shouldTakeFeeOfMarketSellFromTheQuoteReceived() throws Exception {
        order("\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":-0.01");

        List<String> frames = client.next(11);

        assertTrue(frames.get(1).startsWith("[0,\"wu\",[\"exchange\",\"BTC\",99.99,0,null,"));
        assertTrue(frames.get(2).startsWith("[0,\"wu\",[\"exchange\",\"USD\",1000867.1,0,null,"));
        assertTrue(mask(frames.get(4)).contains(",T,0,-0.01,\"EXCHANGE MARKET\","));
        assertTrue(frames.get(4).contains("\"EXECUTED @ 86710.0(-0.01)\""));
        assertTrue(
                frames.get(5).startsWith("[0,\"wu\",[\"exchange\",\"USD\",1000865.3658,0,null,"));
        assertTrue(
                frames.get(6)
                        .contains(",-0.01,86710,\"EXCHANGE MARKET\",86710,-1,-1.7342,\"USD\","));
        assertEquals(field(frames.get(4), 4), field(frames.get(4), 2)); // its time is its cid
    }

    @Test
    void shouldSweepLevelsWhenOrderIsLarge() throws Exception {
        order("\"cid\":7,\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"-5\"");
        client.skipTo("[0,\"n\"");
        List<String> frames = client.next(4);
        int fills = 0;
        while (frames.get(fills).startsWith("[0,\"wu\"") || fills % 2 == 1) {
            fills++;
            frames = append(frames, client.next());
        }
        fills /= 2;
        while (frames.size() < 5 * fills + 2) {
            frames = append(frames, client.next());
        }

        assertTrue(fills > 2);
        assertEquals(types(fills), frames.stream().map(AccountInputsTest::type).toList());
        assertSweep(frames, fills);
    }

    private static void assertSweep(List<String> frames, int fills) {
        BigDecimal sold = BigDecimal.ZERO;
        BigDecimal gained = BigDecimal.ZERO;
        for (int i = 0; i < fills; i++) {
            String trade = frames.get(2 * fills + i);
            BigDecimal amount = new BigDecimal(field(trade, 4));
            assertEquals(new BigDecimal(86_710 - i), new BigDecimal(field(trade, 5)));
            sold = sold.add(amount);
            gained = gained.add(amount.multiply(new BigDecimal(field(trade, 5))).negate());
        }
        assertEquals(0, sold.compareTo(new BigDecimal(-5)));
        BigDecimal fee = gained.multiply(new BigDecimal("0.002"));
        BigDecimal usd = new BigDecimal(1_000_000).add(gained).subtract(fee);
        String lastWallet = frames.get(4 * fills);
        assertEquals(usd.doubleValue(), Double.parseDouble(field(lastWallet, 2)));
        String closed = frames.get(3 * fills);
        assertTrue(closed.contains("\"EXECUTED @ " + (86_710 - fills + 1) + ".0(-"), closed);
        assertTrue(closed.contains("): was PARTIALLY FILLED @ "), closed);
    }

    private static List<String> types(int fills) {
        StringBuilder types = new StringBuilder();
        types.append("wu ".repeat(2 * fills)).append("te ".repeat(fills)).append("oc ");
        types.append("wu ".repeat(fills)).append("tu ".repeat(fills)).append("bu");
        return List.of(types.toString().split(" ", -1));
    }

    private static String type(String frame) {
        return frame.split("\"", -1)[1];
    }

    private static List<String> append(List<String> frames, String frame) {
        java.util.ArrayList<String> longer = new java.util.ArrayList<>(frames);
        longer.add(frame);
        return longer;
    }

    @Test
    void shouldEndOrderWithRestWhenBookIsExhausted() throws Exception {
        order("\"cid\":7,\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"-90\"");

        String closed = client.skipTo("[0,\"oc\"");

        assertTrue(closed.contains("\"RSN_BOOK_SLIP was: PARTIALLY FILLED @ 86686.0(-"), closed);
        BigDecimal rest = new BigDecimal(field(closed, 6));
        assertTrue(rest.signum() < 0 && rest.compareTo(new BigDecimal(-90)) > 0, closed);
    }

    @Test
    void shouldRefuseWhatTheWalletCannotPay() throws Exception {
        assertRefused(
                "Invalid order: not enough exchange balance for 20.0 BTCUSD at 86711.0",
                "\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"20\"");
        assertRefused(
                "Invalid order: not enough exchange balance for -100.5 BTCUSD at 86710.0",
                "\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"-100.5\"");
        assertRefused(
                "Invalid order: not enough exchange balance for 3.4 BTCUSD at 299990.0",
                "\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":3.4,\"price\":299999");
    }

    @Test
    void shouldEchoRequestInRowWhenRefused() throws Exception {
        order(
                "\"cid\":15469530564677380,\"gid\":3,\"type\":\"EXCHANGE LIMIT\",\"flags\":64,"
                        + "\"symbol\":\"tBTCUSD\",\"amount\":\"-38\",\"price\":\"0.3689\"");

        assertEquals(
                "[0,\"n\",[T,\"on-req\",null,null,[null,3,15469530564677380,\"tBTCUSD\",null,null,"
                        + "-38,null,\"EXCHANGE LIMIT\",null,null,null,64,null,null,null,0.3689,null,"
                        + "0,0,null,null,null,0,0,"
                        + NULLS_7
                        + "],null,\"ERROR\",\"cid: invalid\"]]",
                mask(client.next()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"x\"",
                "0",
                "\"0\"",
                "\"0.000000001\"",
                "\"NaN\"",
                "\"1e11\"",
                "\"1e999999999\"",
                "1e-999999999",
                "true",
                "{}",
                "[1]"
            })
    void shouldRefuseAmountThatIsNone(String amount) throws Exception {
        assertRefused(
                "amount: invalid",
                "\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":" + amount);
    }

    @ParameterizedTest
    @CsvSource({
        "cid, 35184372088832, cid: invalid",
        "cid, -1, cid: invalid",
        "cid, 1.5, cid: invalid",
        "gid, 35184372088832, gid: invalid",
        "gid, 1.5, gid: invalid",
        "flags, 16384, flags: invalid", // of a market order
        "flags, 3, flags: invalid",
        "flags, 0.5, flags: invalid",
        "tif, '\"2020-01-01 00:00:00\"', tif: invalid",
        "tif, '\"soon\"', tif: invalid",
        "tif, {}, tif: invalid",
        "lev, 101, lev: invalid",
        "lev, -1, lev: invalid",
        "cid_oco, -1, cid_oco: invalid",
        "symbol, '\"tNOPE:USD\"', symbol: invalid",
        "symbol, '\"BTCUSD\"', symbol: invalid",
        "symbol, '\"fUSD\"', symbol: invalid",
        "symbol, '\"tBTCF0:USTF0\"', symbol: invalid",
        "symbol, 5, symbol: invalid",
        "type, '\"EXCHANGE STOP\"', Invalid price.",
        "type, '\"EXCHANGE STOP LIMIT\"', Invalid price.",
        "type, '\"EXCHANGE FOK\"', Invalid price.",
        "type, '\"EXCHANGE IOC\"', Invalid price.",
        "type, '\"EXCHANGE TRAILING STOP\"', price_trailing: invalid",
        "type, '\"EXCHANGE NOPE\"', type: invalid",
        "type, '\"exchange market\"', type: invalid",
        "type, null, type: invalid",
        "amount, '\"0.00003\"', Invalid order: minimum size for BTC/USD is 0.00004",
    })
    void shouldRefuseFieldThatIsWrong(String name, String value, String text) throws Exception {
        String fields = "\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"1\"";

        assertRefused(text, fields + ",\"" + name + "\":" + value); // the last of a key counts
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "-1", "\"x\"", "null"})
    void shouldRefuseLimitPriceThatIsNone(String price) throws Exception {
        assertRefused(
                "Invalid price.",
                "\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":1,\"price\":"
                        + price);
    }

    private void assertRefused(String text, String fields) throws Exception {
        order(fields);

        String frame = client.next();

        assertTrue(frame.startsWith("[0,\"n\",["), frame);
        assertTrue(frame.endsWith(",null,\"ERROR\",\"" + text + "\"]]"), frame);
        assertEquals(List.of(), client.framesBeforePong());
    }

    @Test
    void shouldTakeLargestClientIdGroupAndMeta() throws Exception {
        order(
                "\"cid\":35184372088831,\"gid\":35184372088831,\"type\":\"EXCHANGE MARKET\",\"price\":null,"
                        + "\"symbol\":\"tBTCUSD\",\"amount\":\"0.100000009\",\"meta\":{\"aff_code\":\"x\"}");

        String row = client.skipTo("[0,\"oc\"");

        assertTrue(mask(row).startsWith("[0,\"oc\",[O,35184372088831,35184372088831,"), row);
        assertEquals("0.1", field(row, 7)); // digits beyond eight are cut off
        assertTrue(row.endsWith(",{\"source\":\"api\",\"aff_code\":\"x\"}]]"), row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,\"on\",null,[]]",
                "[0,\"on\",null]",
                "[0,\"on\",null,null]",
                "[0,\"on\",null,5]",
                "[0,5,null,{}]",
                "[0]",
                "[0,\"nope\",null,{}]",
                "[0,\"calc\",null,{}]",
                "[0,\"calc\",null,[[],5,[null],[\"wallet_exchange_XYZ\"],[\"margin_sym_tX\"],[\"position_tX\"]]]",
                "[0,\"ox_multi\",null,[5,[],[\"ox_multi\",[]],[\"on\",5],[\"nope\",{}]]]",
                "[5,\"on\",null,{}]"
            })
    void shouldStayStillWhenInputMakesNoSense(String input) throws Exception {
        client.send(input);

        assertEquals(List.of(), client.framesBeforePong());
    }

    @Test
    void shouldSendWhatIsComputedWhenAsked() throws Exception {
        client.send("[0,\"calc\",null,[[\"wallet_exchange_USD\"],[\"balance\"]]]");

        assertEquals(
                List.of(
                        "[0,\"wu\",[\"exchange\",\"USD\",1000000,0,1000000,null,null]]",
                        "[0,\"bu\",[10671000,10671000]]"),
                client.next(2));
    }

    @Test
    void shouldCarryOutEachOperationOfMany() throws Exception {
        client.send(
                "[0,\"ox_multi\",null,[[\"oc\",{\"id\":1}],[\"on\",{\"cid\":9,\"symbol\":\"tBTCUSD\","
                        + "\"type\":\"EXCHANGE MARKET\",\"amount\":\"0.1\"}],[\"ou\",{\"id\":2}]]]");

        assertTrue(client.next().contains("\"oc-req\""));
        assertTrue(client.next().contains("\"on-req\""));
        assertTrue(client.skipTo("[0,\"oc\"").contains("EXECUTED"));
        assertTrue(client.skipTo("[0,\"n\"").contains("\"ou-req\""));
    }

    @Test
    void shouldTellAllConnectionsOfTheAccountButNotifyTheOneThatAsked() throws Exception {
        try (VenueClient other = VenueClient.authenticated(venue, 2)) {
            order("\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"");

            List<String> frames = client.next(11);

            assertEquals(frames.subList(1, 11), other.next(10));
        }
    }

    @Test
    void shouldCountRequestNotificationsByConnectionAlone() throws Exception {
        client.send("{\"event\":\"conf\",\"flags\":65536}").next();
        order("\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\"");

        List<String> frames = client.next(3);

        assertTrue(
                frames.get(0)
                        .endsWith(
                                "\"SUCCESS\",\"Submitting exchange market buy order for "
                                        + "0.01 BTC.\"],1]"));
        assertTrue(frames.get(1).matches("\\[0,\"wu\",\\[.*\\],2,\\d+\\]"), frames.get(1));
        assertTrue(frames.get(2).matches("\\[0,\"wu\",\\[.*\\],3,\\d+\\]"), frames.get(2));
        long first = Long.parseLong(frames.get(1).replaceAll(".*,(\\d+)\\]", "$1"));
        long second = Long.parseLong(frames.get(2).replaceAll(".*,(\\d+)\\]", "$1"));
        assertEquals(first + 1, second);
    }

    private void order(String fields) throws Exception {
        client.send("[0,\"on\",null,{" + fields + "}]");
    }
}

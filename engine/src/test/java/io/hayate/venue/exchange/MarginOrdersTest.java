package io.hayate.venue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.AccountConfig;
import io.hayate.venue.AccountRules;
import io.hayate.venue.AccountsConfig;
import io.hayate.venue.FeeConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.PermissionsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.WalletConfig;
import io.hayate.venue.WalletType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders on the margin wallet, and the positions that they make. */
class MarginOrdersTest {
    private static final String USD = "margin-USD";

    private final TradingRig rig =
            new TradingRig(
                    VenueConfig.DEFAULTS
                            .withSymbols(List.of("tBTCUSD", "tETHBTC"))
                            .withQuiet(true)
                            .withAccounts(
                                    new AccountsConfig(
                                            List.of(
                                                    account(1, AccountsConfig.DEMO_KEY),
                                                    account(2, AccountsConfig.DEMO_KEY_2)),
                                            AccountRules.DEFAULTS)));
    private final TradingClient maker = rig.client(AccountsConfig.DEMO_KEY, "secret");
    private final TradingClient taker = rig.client(AccountsConfig.DEMO_KEY_2, "secret");

    private static AccountConfig account(int number, String key) {
        return new AccountConfig(
                "account-" + number,
                number,
                List.of(new KeyConfig(key, "secret", PermissionsConfig.TRADING)),
                List.of(
                        new WalletConfig(WalletType.EXCHANGE, "BTC", new BigDecimal(100)),
                        new WalletConfig(WalletType.EXCHANGE, "USD", new BigDecimal(1_000_000)),
                        new WalletConfig(WalletType.MARGIN, "USD", new BigDecimal(100_000))),
                FeeConfig.DEFAULTS);
    }

    @AfterEach
    void audit() {
        assertEquals(List.of(), rig.exchange.findings());
    }

    private static String position(TradingClient client, String type) {
        return client.take().stream()
                .filter(text -> text.startsWith("[0,\"" + type + "\","))
                .reduce((first, second) -> second)
                .orElse("none");
    }

    @Test
    void shouldOpenPositionAndChargeTheFeeInTheQuoteCurrency() {
        maker.limit("-1", "80000");
        taker.take();
        taker.takeChanges(USD);

        taker.order("MARKET", "1", "");

        assertEquals(List.of(new BigDecimal("-1.6E+2")), taker.takeChanges(USD));
        String row = position(taker, "pn");
        assertTrue(
                row.startsWith(
                        "[0,\"pn\",[\"tBTCUSD\",\"ACTIVE\",1,80000,0,0,null,null,null,null,"),
                row);
        assertTrue(row.contains("\"trade_price\":\"80000.0\",\"trade_amount\":\"1\""), row);
    }

    @Test
    void shouldTellTheProfitOfWhatIsClosed() {
        maker.limit("-2", "80000");
        maker.limit("3", "79000");
        taker.order("MARKET", "2", "");
        taker.takeChanges(USD);
        taker.take();

        taker.order("LIMIT", "-1", "'price':'79000'");

        assertTrue(position(taker, "pu").startsWith("[0,\"pu\",[\"tBTCUSD\",\"ACTIVE\",1,80000,"));
        assertEquals(
                List.of(new BigDecimal("-1E+3"), new BigDecimal(-158)), taker.takeChanges(USD));
        taker.order("MARKET", "-1", "");
        assertTrue(position(taker, "pc").startsWith("[0,\"pc\",[\"tBTCUSD\",\"CLOSED\",0,0,"));
    }

    @Test
    void shouldTurnPositionOver() {
        maker.limit("-1", "80000");
        maker.limit("3", "79000");
        taker.order("MARKET", "1", "");
        taker.take();

        taker.order("MARKET", "-3", "");

        assertTrue(position(taker, "pu").startsWith("[0,\"pu\",[\"tBTCUSD\",\"ACTIVE\",-2,79000,"));
    }

    @Test
    void shouldRefuseWhatTheMarginDoesNotCover() {
        maker.limit("-10", "80000");
        assertEquals(
                "Invalid order: not enough tradable balance for 7.0 BTCUSD at 80000.0",
                taker.refused("MARKET", "7", ""));

        taker.order("MARKET", "6", "");

        assertEquals(
                "Invalid order: not enough tradable balance for 1.0 BTCUSD at 80000.0",
                taker.refused("LIMIT", "1", "'price':'80000'"));
        taker.order("LIMIT", "-6", "'price':'90000'");
    }

    @Test
    void shouldRefuseUpdateThatTheMarginDoesNotCover() {
        long bid = taker.order("LIMIT", "1", "'price':'80000'");

        assertEquals(
                "Invalid order: not enough tradable balance for 7.0 BTCUSD at 80000.0",
                taker.updateRefused(bid, "'amount':'7'"));
        taker.update(bid, "'amount':'6'");
    }

    @Test
    void shouldKeepMarginForOrdersThatRest() {
        long first = taker.order("LIMIT", "3", "'price':'80000'");
        taker.order("LIMIT", "3", "'price':'80000'");

        String tooMuch = "Invalid order: not enough tradable balance for 1.0 BTCUSD at 80000.0";
        assertEquals(tooMuch, taker.refused("LIMIT", "1", "'price':'80000'"));
        assertEquals(tooMuch, taker.refused("STOP", "1", "'price':'80000'"));
        assertEquals(
                "Invalid order: not enough tradable balance for 4.0 BTCUSD at 80000.0",
                taker.updateRefused(first, "'amount':'4'"));
        taker.update(first, "'amount':'2'");
        taker.order("LIMIT", "1", "'price':'80000'");
        taker.cancel(first);
        taker.order("LIMIT", "2", "'price':'80000'");
    }

    @Test
    void shouldKeepMarginForTheLargerSideOfAMarket() {
        taker.order("LIMIT", "6", "'price':'80000'");
        taker.order("LIMIT", "-5", "'price':'90000'");

        assertEquals(
                "Invalid order: not enough tradable balance for -1.0 BTCUSD at 90000.0",
                taker.refused("LIMIT", "-1", "'price':'90000'"));
        assertEquals(
                "Invalid order: not enough tradable balance for 10.0 ETHBTC at 0.04",
                taker.refused("LIMIT", "10", "'price':'0.04','symbol':'tETHBTC'"));
    }

    @Test
    void shouldKeepNoMarginForWhatCannotMakeAPositionLarger() {
        maker.limit("-6", "80000");
        taker.order("MARKET", "6", "");
        long closes = taker.order("LIMIT", "-6", "'price':'90000'");
        long turns = taker.order("LIMIT", "-6", "'price':'90000'");

        assertEquals("ACTIVE", taker.status(closes));
        assertEquals("ACTIVE", taker.status(turns));
        assertEquals(
                "Invalid order: not enough tradable balance for -1.0 BTCUSD at 90000.0",
                taker.refused("LIMIT", "-1", "'price':'90000'"));
        taker.order("STOP", "-6", "'price':'70000','flags':1024");
    }

    @Test
    void shouldTellWhatIsTradableBesideOrdersThatRest() {
        maker.limit("-5", "80000");
        taker.order("MARKET", "1", "");
        taker.order("LIMIT", "2", "'price':'70000'");
        rig.after(200);
        taker.take();

        taker.input("calc", "[['margin_sym_tBTCUSD']]");

        String row = taker.takeAccount().get(0);
        assertTrue(
                row.startsWith("[0,\"miu\",[\"sym\",\"tBTCUSD\",[279200,499200,3.49,4.49,"), row);
    }

    @Test
    void shouldOnlyReduceWhenAskedFor() {
        maker.limit("-5", "80000");
        maker.limit("5", "79000");
        long none = taker.order("LIMIT", "-1", "'price':'90000','flags':1024");
        taker.order("MARKET", "2", "");
        long grows = taker.order("MARKET", "1", "'flags':1024");
        long flips = taker.order("MARKET", "-3", "'flags':1024");
        long reduces = taker.order("MARKET", "-1", "'flags':1024");

        assertEquals("RSN_POS_NOTFOUND", taker.status(none));
        assertEquals("RSN_POS_REDUCE_INCR", taker.status(grows));
        assertEquals("RSN_POS_REDUCE_FLIP", taker.status(flips));
        taker.assertFilled(reduces);
    }

    @Test
    void shouldEndWhatWouldFlipOnceThePositionIsSmaller() {
        maker.limit("-5", "80000");
        maker.limit("5", "79000");
        taker.order("MARKET", "2", "");
        long takeProfit = taker.order("LIMIT", "-2", "'price':'90000','flags':1024");
        long fits = taker.order("STOP", "-1", "'price':'70000','flags':1024");

        taker.order("MARKET", "-1", "");

        assertEquals("RSN_POS_REDUCE_FLIP", taker.status(takeProfit));
        assertEquals("ACTIVE", taker.status(fits));
    }

    @Test
    void shouldCloseThePositionWhateverTheAmount() {
        maker.limit("-2", "80000");
        maker.limit("5", "79000");
        taker.order("MARKET", "2", "");
        long close = taker.order("LIMIT", "-1", "'price':'90000','flags':512");
        assertEquals("ACTIVE (note:POSCLOSE)", taker.status(close));
        assertEquals(new BigDecimal(-2), taker.number(close, 6));

        maker.limit("2", "90000");

        taker.assertFilled(close);
        assertTrue(position(taker, "pc").contains("\"CLOSED\""));
    }

    @Test
    void shouldComputeWhatIsAskedFor() {
        maker.limit("-5", "80000");
        taker.order("MARKET", "1", "");
        rig.after(200);
        taker.take();

        taker.input("calc", "[['margin_base'],['margin_sym_tBTCUSD'],['position_tBTCUSD']]");

        List<String> frames = taker.takeAccount();
        assertEquals("[0,\"miu\",[\"base\",[0,0,99840,99840,12000]]]", frames.get(0));
        assertTrue(frames.get(1).startsWith("[0,\"miu\",[\"sym\",\"tBTCUSD\",[419200,499200,"));
        assertTrue(frames.get(2).startsWith("[0,\"pu\",[\"tBTCUSD\",\"ACTIVE\",1,80000,0,0,0,0,"));
    }

    @Test
    void shouldShowPositionsToWhoComesLater() {
        maker.limit("-5", "80000");
        taker.order("MARKET", "1", "");

        TradingClient other = rig.client(AccountsConfig.DEMO_KEY_2, "secret");

        assertTrue(position(other, "ps").startsWith("[0,\"ps\",[[\"tBTCUSD\",\"ACTIVE\",1,80000,"));
    }
}

package io.hayate.venue.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.account.AccountRig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A market in which only clients trade. */
class QuietMarketTest {
    private static final String SUBSCRIBE =
            "{\"event\":\"subscribe\",\"channel\":\"%s\",\"symbol\":\"%s\",\"len\":250}";

    private final AccountRig rig =
            new AccountRig(
                    VenueConfig.DEFAULTS
                            .withQuiet(true)
                            .withSymbols(List.of("tBTCUSD", "fUSD", "tTESTBTC:TESTUSD")));
    private final AccountRig.Client maker = rig.demo("");
    private final AccountRig.Client taker = second();

    private AccountRig.Client second() {
        AccountRig.Client client = rig.connect();
        client.authenticate("demo-key-2", "demo-secret-2", "");
        rig.advance(200);
        client.take();
        return client;
    }

    private static String limit(int cid, String symbol, String amount, String price) {
        return ("[0,\"on\",null,{\"cid\":%d,\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"%s\","
                        + "\"amount\":\"%s\",\"price\":\"%s\"}]")
                .formatted(cid, symbol, amount, price);
    }

    /** The body of a frame of a public channel. */
    private static String body(String frame) {
        return frame.substring(frame.indexOf(',') + 1, frame.length() - 1);
    }

    @Test
    void shouldBeginWithEmptyBooks() {
        for (String symbol : List.of("tBTCUSD", "fUSD", "tTESTBTC:TESTUSD")) {
            AccountRig.Client client = rig.connect().send(SUBSCRIBE.formatted("book", symbol));

            List<String> frames = client.take();

            assertTrue(frames.get(0).contains("\"len\":\"250\""), frames.get(0));
            assertEquals("[]", body(frames.get(1)));
        }
    }

    @Test
    void shouldTellTheLastPriceFromTheStartAndNothingUntilSomebodyTrades() {
        maker.send(SUBSCRIBE.formatted("ticker", "tBTCUSD"));

        String[] fields = body(maker.take("[").get(0)).substring(1).split(",", -1);
        rig.advance(14_000);

        assertEquals(List.of("86710", "86710"), List.of(fields[6], fields[0]));
        assertEquals("0", fields[1]);
        assertEquals(List.of(), maker.take());
    }

    @Test
    void shouldShowGrowShrinkAndEmptyALevelByExactlyWhatClientsDo() {
        maker.send(SUBSCRIBE.formatted("book", "tBTCUSD"));
        maker.take();
        maker.send(limit(1, "tBTCUSD", "-0.5", "90000"));
        rig.advance(1_000);
        assertEquals("[90000,1,-0.5]", told(maker));
        taker.send(limit(2, "tBTCUSD", "0.2", "90001"));
        rig.advance(1_000);
        assertEquals("[90000,1,-0.3]", told(maker));

        taker.send(limit(3, "tBTCUSD", "0.3", "90001"));
        rig.advance(1_000);

        assertEquals("[90000,0,-1]", told(maker));
    }

    /** The first change of a book that this client has heard of. */
    private static String told(AccountRig.Client client) {
        return body(client.take("[").stream().filter(QuietMarketTest::isBook).toList().get(0));
    }

    private static boolean isBook(String frame) {
        return !frame.startsWith("[0,") && !frame.contains("\"hb\"");
    }

    @Test
    void shouldTellATickerAfterEachTrade() {
        AccountRig.Client watcher = rig.connect().send(SUBSCRIBE.formatted("ticker", "tBTCUSD"));
        watcher.take();
        maker.send(limit(1, "tBTCUSD", "-0.5", "90000"));
        assertEquals(List.of(), watcher.take());

        taker.send(limit(2, "tBTCUSD", "0.2", "90001"));

        List<String> tickers = watcher.take();
        assertEquals(1, tickers.size());
        String[] fields = body(tickers.get(0)).substring(1).split(",", -1);
        assertEquals(List.of("90000", "0.3", "90000"), List.of(fields[2], fields[3], fields[6]));
    }

    @Test
    void shouldLetTheDemoAccountsTradeWithEachOtherInPaperMoney() {
        maker.send(limit(1, "tTESTBTC:TESTUSD", "-0.01", "86710"));
        taker.send(limit(2, "tTESTBTC:TESTUSD", "0.01", "86710"));

        String sold = maker.take("[0,\"oc\"").get(0);
        String bought = taker.take("[0,\"oc\"").get(0);

        assertTrue(sold.contains("EXECUTED @ 86710.0(-0.01)"), sold);
        assertTrue(bought.contains("EXECUTED @ 86710.0(0.01)"), bought);
    }
}

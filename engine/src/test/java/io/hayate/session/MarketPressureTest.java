package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.WalletUpdate;
import io.hayate.intake.MarketConfig;
import io.hayate.intake.MarketConfig.TradeMessage;
import io.hayate.intake.RoomWait;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.AccountConnection;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.SessionState;
import io.hayate.transport.CapturingTransport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to each class of market data that the strategy does not take in time. */
class MarketPressureTest {
    private static final ChannelSpec BOOK = ChannelSpec.book("tBTCUSD");
    private static final ChannelSpec TRADES = ChannelSpec.trades("tBTCUSD");
    private static final ChannelSpec CANDLES = ChannelSpec.candles("1m", "tBTCUSD");
    private static final ChannelSpec TICKER = ChannelSpec.ticker("tBTCUSD");
    private static final MarketConfig PATIENT =
            new MarketConfig(TradeMessage.TE, false, 0, 0, 0, 0.75);
    private static final int MARKET_ROOM = SessionRig.RING_SIZE * 3 / 4;

    private static final long BEHIND_MAX_MS =
            (RoomWait.SUM_MAX_NS + RoomWait.WAIT_MAX_NS) / 1_000_000;

    private SessionRig rig = rig(AccountConnection.SHARED);
    private int bookChannel = 7;

    private static SessionRig rig(AccountConnection account) {
        SessionConfig config =
                account == AccountConnection.OWN
                        ? SessionConfig.DEFAULTS
                        : SessionConfig.DEFAULTS.withOneConnection(25);
        List<ChannelSpec> channels = List.of(BOOK, TRADES, CANDLES, TICKER);
        return new SessionRig(config, SessionRig.KEY, false, PATIENT, channels);
    }

    /** The connection on which the market is heard. */
    private CapturingTransport market() {
        return rig.transports.get(rig.transports.size() - 1);
    }

    private void receive(String text) {
        market().receive(text, rig.nowNs());
    }

    private void subscribe() {
        rig.comeLive();
        if (!market().isConnected()) {
            market().acceptConnect();
            receive(SessionRig.INFO);
        }
        for (int i = 0; i < rig.channels.count(); i++) {
            receive(SessionRig.subscribed(7 + i, rig.channels.get(i).spec()));
        }
        rig.drain();
    }

    private void comeLive() {
        subscribe();
        receive("[7,[[100,1,2],[101,1,-2]]]");
        receive("[8,[]]");
        receive("[9,[]]");
        tick(1);
        rig.drainAll();
        market().clearSent();
    }

    private void tick(int last) {
        receive("[10,[1,1,1,1,1,1," + last + ",1,1,1]]");
    }

    private void trade(int id) {
        receive("[8,\"te\",[" + id + ",1574694605001,0.5,100]]");
    }

    private void candle(int minute, int close) {
        receive("[9,[" + minute * 60_000L + ",100," + close + ",100,100,1]]");
    }

    private void fill() {
        for (int id = 1; id <= MARKET_ROOM; id++) {
            trade(id);
        }
    }

    @Test
    void shouldKeepTheRunningCandleAndTheOneBefore() {
        comeLive();
        fill();
        candle(1, 100);
        candle(2, 101);
        candle(1, 102);
        candle(2, 103);
        candle(3, 104);
        rig.drain();

        rig.turn();

        assertEquals(List.of("candle 180000: conflated", "candle 120000: conflated"), rig.drain());
        assertEquals(3, rig.statistics.get(2, Figure.CONFLATED));
        assertEquals(0, rig.statistics.get(2, Figure.DROPPED));
    }

    /** A strategy that takes as much as a busy channel brings never empties the ring. */
    @Test
    void shouldTellTheLatestOfAQuietChannelThoughABusyOneFillsTheRing() {
        comeLive();
        fill();
        candle(1, 100);

        List<EventType> taken = new ArrayList<>();
        for (int i = 1; i <= 2 * SessionRig.RING_SIZE; i++) {
            rig.ring.poll(event -> taken.add(event.type()), 1);
            tick(i);
            rig.turn();
        }

        assertTrue(taken.contains(EventType.CANDLE));
        assertTrue(taken.contains(EventType.TICKER));
    }

    @Test
    void shouldDropPrintsAndSayWithTheNextThatSomeWereLeftOut() {
        comeLive();
        fill();
        trade(101);
        trade(102);
        rig.drain();
        rig.turn();

        trade(103);
        trade(104);

        assertEquals(List.of("trade 103: conflated", "trade 104"), rig.drain());
        assertEquals(2, rig.statistics.get(1, Figure.DROPPED));
        assertEquals(2, rig.count(Counter.UPDATES_DROPPED));
    }

    @Test
    void shouldGiveABookUpAndHaveItComeAnewOnceTheRingHasEased() {
        comeLive();
        fill();
        receive("[7,[99,1,2]]");
        receive("[7,[98,1,2]]"); // a late one
        receive("[7,\"cs\",1]");
        assertEquals(Health.RESYNCING, rig.statistics.get(0, Figure.HEALTH));
        assertEquals(1, rig.statistics.get(0, Figure.DROPPED));
        rig.pass(1_000);
        assertEquals(List.of("{\"event\":\"unsubscribe\",\"chanId\":7}"), rig.requests());

        rig.drainAll();
        rig.pass(20);

        assertEquals(2, rig.requests().size(), rig.requests().toString());
        receive(SessionRig.subscribed(17, BOOK));
        receive("[17,[[90,1,2]]]");
        assertEquals(List.of("set BUY 90.0 in snapshot", "burst end"), rig.drain());
        assertEquals(Health.LIVE, rig.statistics.get(0, Figure.HEALTH));
        assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldNotAskForABookMoreThanOnceASecond() {
        comeLive();
        fill();
        receive("[7,[99,1,2]]");
        rig.drainAll();
        rig.turn();

        assertEquals(1, rig.requests().size(), rig.requests().toString());
    }

    @Test
    void shouldTellTheTimeWhileMarketDataFillsItsPart() {
        comeLive();
        fill();

        rig.pass(10);

        assertEquals(MARKET_ROOM + 1, rig.ring.size());
    }

    @Test
    void shouldSayThatTheRingIsTooSmallForASnapshot() {
        subscribe();
        String row = ",[100,1,2]";

        receive("[7,[" + row.repeat(MARKET_ROOM + 1).substring(1) + "]]");

        assertTrue(
                rig.drain()
                        .toString()
                        .contains(
                                "a snapshot of "
                                        + (MARKET_ROOM + 1)
                                        + " rows: loop.ring-size must"),
                "told");
        assertEquals(SessionState.LIVE, rig.state());
    }

    @Test
    void shouldTellTheEndOfABurstLaterWhenTheRingIsFull() {
        comeLive();
        for (int id = 1; id < MARKET_ROOM; id++) {
            trade(id);
        }
        receive("[7,[99,1,2]]");
        List<String> words = rig.drain();
        assertEquals("set BUY 99.0", words.get(words.size() - 1));

        rig.turn();

        assertEquals(List.of("burst end"), rig.drain());
    }

    /** The strategy takes one event for each ten that the venue sends. */
    @ParameterizedTest
    @EnumSource(AccountConnection.class)
    void shouldBringFreshDataAndEveryAccountEventToAStrategyTenTimesTooSlow(
            AccountConnection account) {
        rig = rig(account);
        comeLive();
        SlowStrategy strategy = new SlowStrategy();
        int wallets = 0;

        for (int step = 1; step <= 20_000; step++) {
            send(step);
            if (step % 50 == 0) {
                strategy.sent(wallets);
                String wallet = "[0,\"wu\",[\"exchange\",\"C" + wallets++ + "\",1,0,1]]";
                rig.transport.receive(wallet, rig.nowNs());
            }
            if (step % 10 == 0) {
                rig.ring.poll(strategy::onEvent, 1);
                rig.pass(10);
                comeAnew();
            }
        }

        assertFalse(strategy.isLate, "an account event waited for more than was before it");
        assertTrue(strategy.wallets >= wallets - SessionRig.RING_SIZE, "" + strategy.wallets);
        boolean pauses = account == AccountConnection.OWN;
        long staleMaxMs = 10 * SessionRig.RING_SIZE + 10 + (pauses ? BEHIND_MAX_MS : 0);
        assertTrue(strategy.staleTicksMax <= staleMaxMs, "fresh data: " + strategy.staleTicksMax);
        assertTrue(market().kept() <= BEHIND_MAX_MS, "a frame a ms: " + market().kept());
        assertTrue(rig.count(Counter.UPDATES_DROPPED) > 0);
        assertTrue(rig.count(Counter.TICKERS_CONFLATED) > 0);
        assertEquals(pauses, rig.count(Counter.READS_PAUSED) > 0);
        assertEquals(SessionState.LIVE, rig.state());
    }

    private void send(int step) {
        switch (step % 4) {
            case 0 -> tick(step);
            case 1 -> trade(step);
            case 2 -> candle(1, step);
            default -> receive("[" + bookChannel + ",[" + (50 + step % 50) + ",1,2]]");
        }
    }

    /** The venue grants the book anew when it is asked for. */
    private void comeAnew() {
        boolean asked = market().sent().stream().anyMatch(text -> text.contains("\"subscribe\""));
        if (asked) {
            market().clearSent();
            bookChannel++;
            receive(SessionRig.subscribed(100 + bookChannel, BOOK));
            bookChannel += 100;
            receive("[" + bookChannel + ",[[100,1,2],[101,1,-2]]]");
        }
    }

    /** Notes what each event had before it in the ring, and how old its data were. */
    private final class SlowStrategy {
        private final List<Long> due = new ArrayList<>(); // by when each wallet is to be taken
        private long taken;
        private int wallets;
        private boolean isLate;
        private long staleTicksMax;

        void sent(int wallet) {
            assertEquals(due.size(), wallet);
            due.add(taken + rig.ring.size() + 1);
        }

        void onEvent(Event event) {
            taken++;
            staleTicksMax =
                    Math.max(staleTicksMax, (rig.nowNs() - event.receiveTimeNs()) / 1_000_000);
            if (event.type() == EventType.WALLET_UPDATE) {
                assertEquals("C" + wallets, new WalletUpdate().wrap(event).currency());
                isLate |= taken > due.get(wallets);
                wallets++;
            }
        }
    }
}

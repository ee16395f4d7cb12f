package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.market.CandleSeries;
import io.hayate.market.OrderBook;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Stage;
import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a strategy sees of market data, when, and how far it may trust it. */
class MarketDataTest {
    private static final List<String> CALLBACKS =
            List.of(
                    "onTrade",
                    "onBook",
                    "onCandle",
                    "onDerivativeStatus",
                    "onLiquidation",
                    "onChannelStatus");

    private final RecordingStrategy strategy = new RecordingStrategy();
    private final RunnerRig rig = new RunnerRig(strategy).bare();
    private final MarketFeed feed = new MarketFeed(rig);
    private final MarketChannel trades = feed.channel(ChannelSpec.trades("tBTCUSD"));
    private final MarketChannel book = feed.channel(ChannelSpec.book("tBTCUSD"));
    private final MarketChannel candles = feed.channel(ChannelSpec.candles("1m", "tBTCUSD"));
    private final Instrument btc = rig.instruments.get(RunnerRig.BTCUSD);
    private final Instrument eth = rig.instruments.get(RunnerRig.ETHUSD);

    @BeforeEach
    void forgetTheStart() {
        strategy.seen.clear();
        rig.notices();
    }

    private void openBook() {
        feed.snapshot(book, new double[] {100, 1, 2}, new double[] {101, 1, -3});
        strategy.seen.clear();
    }

    @Test
    void shouldTellEachPrintOnce() {
        feed.print(trades, 1, 100, 0.5);
        feed.print(trades, 2, 101, -0.25);
        feed.print(trades, 2, 101, -0.25);
        feed.print(trades, 1, 100, 0.5);

        assertEquals(List.of("onTrade BTCUSD 1", "onTrade BTCUSD 2"), strategy.seen);
        assertEquals(2, strategy.context.trades(btc).size());
        assertEquals(101, strategy.context.trades(btc).price(0));
    }

    @Test
    void shouldKeepPrintsOfBeforeTheSubscriptionWithoutTellingThem() {
        feed.printOfSnapshot(trades, 2, 101, 1);
        feed.printOfSnapshot(trades, 1, 100, 1);
        feed.print(trades, 2, 101, 1);
        feed.print(trades, 3, 102, 1);
        feed.printOfSnapshot(trades, 4, 103, 1);
        feed.printOfSnapshot(trades, 3, 102, 1);

        assertEquals(List.of("onTrade BTCUSD 3"), strategy.seen);
        assertEquals(4, strategy.context.trades(btc).size());
        assertEquals(4, strategy.context.trades(btc).id(0));
    }

    @Test
    void shouldTellABookAtTheEndOfItsBurstAlone() {
        feed.level(book, 100, 1, 2);
        feed.level(book, 101, 1, -3);
        assertEquals(List.of(), strategy.seen);

        feed.endBurst(book);
        feed.endBurst(book);

        assertEquals(List.of("onBook book BTCUSD P0 F0 25 100.0 / 101.0"), strategy.seen);
    }

    @Test
    void shouldNeverShowABookThatIsCrossedInsideABurst() {
        openBook();
        feed.level(book, 102, 1, 1);
        feed.endBurst(book);
        assertEquals(List.of(), strategy.seen, "the read ended inside the burst");
        feed.level(book, 101, 0, -1);
        feed.level(book, 103, 2, -1);
        feed.endBurst(book);

        assertEquals(List.of("onBook book BTCUSD P0 F0 25 102.0 / 103.0"), strategy.seen);
    }

    @Test
    void shouldShowABookThatStaysCrossedAndSayThatItIs() {
        openBook();
        List<String> health = new ArrayList<>();
        strategy.on("onBook", () -> health.add(strategy.context.healthText()));
        feed.level(book, 102, 1, 1);
        feed.endBurst(book);
        rig.tick(900);
        assertEquals(List.of(), strategy.seen);

        rig.tick(200);

        assertEquals(List.of("onBook book BTCUSD P0 F0 25 102.0 / 101.0"), strategy.seen);
        assertEquals(List.of("crossed"), health);
        assertEquals(Health.CROSSED, strategy.context.health(book));
        assertTrue(strategy.context.isHealthy(), "of the time, which came last");
    }

    @Test
    void shouldSayOfEachCallbackHowFarItsDataMayBeTrusted() {
        List<String> health = new ArrayList<>();
        for (String callback : List.of("onTrade", "onBook", "onCandle", "onTicker", "onTimer")) {
            strategy.on(
                    callback,
                    () -> {
                        StrategyContext context = strategy.context;
                        health.add(context.isHealthy() + " " + context.healthText());
                    });
        }
        feed.health(Health.GAPPED | Health.STALE);
        feed.print(trades, 1, 100, 1);
        feed.level(book, 100, 1, 1);
        feed.endBurst(book);
        feed.health(Health.CONFLATED);
        feed.candle(candles, 1, 100);
        rig.btc(100);
        strategy.context.schedule(0, 0);
        rig.tick(1);

        assertEquals(
                List.of(
                        "false stale gapped",
                        "false stale gapped",
                        "false conflated",
                        "true live",
                        "true live"),
                health);
    }

    @Test
    void shouldTellTheAgeOfWhatItBrings() {
        List<Long> ages = new ArrayList<>();
        strategy.on("onTrade", () -> ages.add(strategy.context.ageMs()));
        strategy.on("onBook", () -> ages.add(strategy.context.ageMs()));
        rig.waitedNs = TimeUnit.MILLISECONDS.toNanos(7);
        feed.print(trades, 1, 100, 1);
        rig.statistics.set(trades.id(), Figure.LAST_AGE_MS, 40);
        feed.print(trades, 2, 100, 1);
        rig.statistics.set(trades.id(), Figure.LAST_AGE_MS, -1);
        feed.print(trades, 3, 100, 1);
        feed.level(book, 100, 1, 1);
        rig.tick(30);
        feed.endBurst(book);

        assertEquals(List.of(7L, 47L, StrategyContext.UNKNOWN_AGE_MS, 37L), ages);
    }

    @Test
    void shouldAskForAFreshBookWhenItsChecksumIsWrong() {
        openBook();
        feed.checksum(book, 12_345);

        assertEquals(List.of("RESYNC book tBTCUSD P0 F0 25"), rig.asked());
        assertEquals(1, rig.statistics.get(book.id(), Figure.CHECKSUMS_FAILED));
    }

    @Test
    void shouldTellCandlesThatChangeAndKeepThoseOfASnapshot() {
        feed.candleOfSnapshot(candles, 9, 900);
        feed.candleOfSnapshot(candles, 8, 800);
        feed.candle(candles, 10, 1_000);
        feed.candle(candles, 9, 901);

        assertEquals(
                List.of("onCandle candles 1m BTCUSD 1000.0", "onCandle candles 1m BTCUSD 901.0"),
                strategy.seen);
        CandleSeries series = strategy.context.candles(btc, "1m");
        assertEquals(3, series.size());
        assertEquals(901, series.close(1));
    }

    @Test
    void shouldTellPerpetualsAndLiquidations() {
        MarketChannel status = feed.channel(ChannelSpec.derivative("tBTCF0:USTF0"));
        MarketChannel liquidations = feed.channel(ChannelSpec.LIQUIDATIONS);
        Instrument perpetual = status.instrument();
        assertNull(strategy.context.latestStatus(perpetual));
        feed.derivativeStatus(status, 86_676.3);
        feed.liquidation(liquidations, RunnerRig.ETHUSD, -3);
        feed.liquidation(liquidations, Instrument.NONE, -4);

        assertEquals(
                List.of("onDerivativeStatus BTCF0:USTF0 86676.3", "onLiquidation ETHUSD -3.0"),
                strategy.seen);
        assertEquals(86_676.3, strategy.context.latestStatus(perpetual).markPrice());
    }

    @Test
    void shouldTellWhenTheHealthOfAChannelChanges() {
        openBook();
        feed.status(book, Health.RESYNCING);

        assertEquals(List.of("onChannelStatus book BTCUSD P0 F0 25 resyncing"), strategy.seen);
        assertFalse(strategy.context.book(btc).isHealthy());
        assertEquals(List.of("EVENT channel 1 live then resyncing: tested"), rig.notices());
    }

    @Test
    void shouldPassByWhatIsNothingAndWhatCameOnNoChannel() {
        feed.nothing(trades);
        feed.print(new MarketChannel(99, trades.spec(), btc), 1, 100, 1);

        assertEquals(List.of(), strategy.seen);
    }

    @Test
    void shouldPassByChannelsWhoseSymbolCannotBe() {
        MarketChannel nowhere = feed.channel(ChannelSpec.trades("no symbol"));
        MarketChannel perpetual =
                feed.channel(ChannelSpec.ofKey(Channel.STATUS, "deriv:no symbol"));
        feed.print(nowhere, 1, 100, 1);
        feed.derivativeStatus(perpetual, 1);
        feed.status(nowhere, Health.OFF);

        assertEquals(List.of("onChannelStatus trades no symbol off"), strategy.seen);
    }

    @Test
    void shouldApplyAnUpdateThatComesBeforeItsSnapshot() {
        feed.level(book, 100, 1, 2);
        feed.level(book, 99, 0, 1);
        feed.endBurst(book);
        feed.snapshot(book, new double[] {90, 1, 2}, new double[] {91, 1, -3});

        assertEquals(
                List.of(
                        "onBook book BTCUSD P0 F0 25 100.0 / NaN",
                        "onBook book BTCUSD P0 F0 25 90.0 / 91.0"),
                strategy.seen);
    }

    @Test
    void shouldReplaceTheBookByASecondSnapshotAlsoByAnEmptyOne() {
        openBook();
        feed.snapshot(book, new double[] {1.7e-7, 1, 2}, new double[] {1.8e-7, 1, -3});
        feed.emptySnapshot(book);

        assertEquals(
                List.of(
                        "onBook book BTCUSD P0 F0 25 1.7E-7 / 1.8E-7",
                        "onBook book BTCUSD P0 F0 25 NaN / NaN"),
                strategy.seen);
    }

    @Test
    void shouldNotTellABookOfWhichNothingChanged() {
        openBook();
        feed.endBurst(book);

        assertEquals(List.of(), strategy.seen);
    }

    @Test
    void shouldFindTheBookOfAnInstrument() {
        assertNull(strategy.context.book(eth));
        MarketChannel raw = feed.channel(ChannelSpec.book("tETHUSD", BookPrecision.R0, "F0", 25));
        OrderBook ofOrders = strategy.context.book(eth);
        assertSame(raw, ofOrders.channel());
        MarketChannel levels = feed.channel(ChannelSpec.book("tETHUSD"));
        feed.channel(ChannelSpec.book("tETHUSD", BookPrecision.P1, "F0", 25));

        assertSame(levels, strategy.context.book(eth).channel());
        assertSame(ofOrders, strategy.context.book(raw));
        assertNull(strategy.context.book(trades));
    }

    @Test
    void shouldAnswerForEveryChannel() {
        StrategyContext context = strategy.context;
        assertEquals(3, context.channels());
        assertSame(book, context.channel(1));
        assertNull(context.channel(3));
        assertNull(context.channel(-1));
        assertEquals(0, context.trades(btc).size());
        assertNull(context.trades(eth));
        assertNull(context.candles(btc, "5m"));
        assertNull(context.candles(eth, "1m"));
        rig.statistics.set(book.id(), Figure.HEALTH, Health.STALE);
        rig.statistics.set(book.id(), Figure.BOOK_HEALTH, Health.CHECKSUM_BAD);

        assertEquals(Health.STALE | Health.CHECKSUM_BAD, context.health(book));
        assertEquals(Health.LIVE, context.health(trades));
    }

    @Test
    void shouldSubscribeAndUnsubscribeWhileItRuns() {
        MarketChannel more = strategy.context.subscribe(ChannelSpec.trades("tLTCUSD"));
        assertSame(trades, strategy.context.subscribe(ChannelSpec.trades("tBTCUSD")));
        assertTrue(strategy.context.unsubscribe(more));
        feed.print(more, 1, 80, 1);

        assertEquals(
                List.of(
                        "SUBSCRIBE trades tLTCUSD",
                        "SUBSCRIBE trades tBTCUSD",
                        "UNSUBSCRIBE trades tLTCUSD"),
                rig.asked());
        assertEquals(List.of("onTrade LTCUSD 1"), strategy.seen);
        assertEquals(80, strategy.context.trades(more.instrument()).price(0));
    }

    @Test
    void shouldAskForNothingThatCannotBe() {
        StrategyContext context = strategy.context;
        assertNull(context.subscribe(ChannelSpec.trades("no symbol")));
        assertNull(context.subscribe(ChannelSpec.candles("2m", "tBTCUSD")));
        assertNull(context.subscribe(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", -1)));
        assertNull(context.subscribe(ChannelSpec.book("tBTCUSD", null, "F0", 25)));
        assertNull(context.subscribe(ChannelSpec.ofKey(Channel.ACCOUNT, "")));
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);
        assertNull(strategy.context.subscribe(ChannelSpec.trades("tLTCUSD")));
        assertFalse(strategy.context.unsubscribe(trades));

        assertEquals(List.of(), rig.asked());
    }

    @Test
    void shouldMeasureTheWayOfPrintsAndBooks() {
        strategy.on("onTrade", () -> strategy.context.buy(btc, 0.01));
        strategy.on("onBook", () -> strategy.context.buy(btc, 0.01));
        rig.hear(book);
        feed.snapshot(book, new double[] {100, 1, 1}, new double[] {101, 1, -1});
        feed.print(trades, 1, 100, 1);

        for (Stage stage : Stage.values()) {
            assertEquals(2, rig.tickToTrade.of(stage).count(), stage.title());
        }
    }

    @Test
    void shouldTellWhichCallbackFailedAndOfWhat() {
        RecordingStrategy failing = new RecordingStrategy();
        RunnerRig going = new RunnerRig(failing, false, false).bare();
        MarketFeed data = new MarketFeed(going);
        MarketChannel prints = data.channel(ChannelSpec.trades("tBTCUSD"));
        MarketChannel levels = data.channel(ChannelSpec.book("tBTCUSD"));
        MarketChannel minutes = data.channel(ChannelSpec.candles("1m", "tBTCUSD"));
        CALLBACKS.forEach(callback -> failing.on(callback, MarketDataTest::fail));
        data.print(prints, 1, 100, 1);
        data.level(levels, 100, 1, 1);
        data.endBurst(levels);
        data.candle(minutes, 1, 100);
        data.derivativeStatus(prints, 1);
        data.liquidation(prints, RunnerRig.BTCUSD, 1);
        data.status(prints, Health.STALE);

        List<String> what =
                going.incidents().stream()
                        .map(
                                told ->
                                        told.replaceAll(
                                                "strategy tested failed in (.*); it goes.*", "$1"))
                        .toList();
        assertEquals(
                List.of(
                        "onTrade of BTCUSD",
                        "onBook of book BTCUSD P0 F0 25",
                        "onCandle of candles 1m BTCUSD",
                        "onDerivativeStatus of BTCUSD",
                        "onLiquidation of BTCUSD",
                        "onChannelStatus of trades BTCUSD"),
                what);
        assertEquals(6, going.count(Counter.STRATEGY_EXCEPTIONS));
    }

    private static void fail() {
        throw new IllegalStateException("tested");
    }
}

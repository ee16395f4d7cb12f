package io.hayate.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.OrderIntent;
import io.hayate.model.ConfigException;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteCheckTest {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int CHANNEL = 3;
    private static final int EVENT_AGE_MAX_MS = 2_000;
    private static final int QUOTE_AGE_MAX_MS = 30_000;

    private final long nowNs = TimeUnit.HOURS.toNanos(7);
    private final QuoteCheck check =
            new QuoteCheck(new QuoteLimits(EVENT_AGE_MAX_MS, QUOTE_AGE_MAX_MS, 0.05));
    private final OrderIntent intent = OrderIntent.allocate();

    /** An order at the market that answers data of a channel, all of it healthy and young. */
    private OrderIntent market(Side side) {
        intent.begin(OrderOperation.NEW, 0).type(OrderType.EXCHANGE_MARKET).side(side).amount(1);
        intent.cause().channelId(CHANNEL).receiveTimeNs(nowNs).lookedTimeNs(nowNs);
        intent.cause().transitMs(0);
        intent.cause().quote(Health.LIVE, nowNs).bidPrice(99).askPrice(101);
        intent.cause().reachedPrice(side == Side.BUY ? 101 : 99);
        return intent;
    }

    private RiskVerdict verdict() {
        return check.check(intent, nowNs);
    }

    @ParameterizedTest
    @CsvSource({
        Health.LIVE + ", ACCEPTED",
        Health.CONFLATED + ", ACCEPTED",
        Health.STALE + ", FEED_STALE",
        Health.OFF + ", FEED_STALE",
        Health.GAPPED + ", FEED_GAPPED",
        Health.RESYNCING + ", FEED_GAPPED",
        Health.CHECKSUM_BAD + ", FEED_BAD",
        Health.CROSSED + ", FEED_BAD",
        Health.CLOCK_BAD + ", FEED_OLD",
        Health.MAINTENANCE + ", MAINTENANCE",
        (Health.CONFLATED | Health.CROSSED) + ", FEED_BAD",
        (Health.STALE | Health.GAPPED | Health.CHECKSUM_BAD) + ", FEED_STALE",
    })
    void shouldRefuseWhateverWordIsKnownAgainstPricesOrTheDataAnswered(
            int health, RiskVerdict expected) {
        market(Side.BUY).cause().quote(health, nowNs);
        assertEquals(expected, verdict());

        market(Side.SELL).cause().health(health);
        assertEquals(expected, verdict());
    }

    @Test
    void shouldKnowEveryWordOfHealth() {
        for (int word = 1; word <= Health.CLOCK_BAD; word <<= 1) {
            market(Side.BUY).cause().quote(word, nowNs);
            boolean isAccepted = verdict().isAccepted();
            assertEquals(word == Health.CONFLATED, isAccepted, Health.text(word));
        }
    }

    @Test
    void shouldRefuseWithoutAQuote() {
        market(Side.BUY);
        intent.begin(OrderOperation.NEW, 0).type(OrderType.EXCHANGE_MARKET).amount(1);
        assertEquals(RiskVerdict.NO_QUOTE, verdict());

        market(Side.BUY).cause().bidPrice(Double.NaN);
        assertEquals(RiskVerdict.NO_QUOTE, verdict());
        market(Side.BUY).cause().askPrice(0);
        assertEquals(RiskVerdict.NO_QUOTE, verdict());
        market(Side.BUY).cause().reachedPrice(Double.NaN);
        assertEquals(RiskVerdict.NO_QUOTE, verdict());
    }

    @ParameterizedTest
    @CsvSource({"101, 100", "100.01, 100"})
    void shouldRefuseACrossedQuote(double bid, double ask) {
        market(Side.BUY).cause().bidPrice(bid).askPrice(ask);
        assertEquals(RiskVerdict.FEED_BAD, verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 0, ACCEPTED",
        "2001, 0, FEED_OLD",
        "0, 2000, ACCEPTED",
        "0, 2001, FEED_OLD",
        "1000, 1000, ACCEPTED",
        "1000, 1001, FEED_OLD",
        "1000, -1, ACCEPTED"
    })
    void shouldRefuseWhenTheDataAnsweredIsOld(int waitedMs, int transitMs, RiskVerdict expected) {
        market(Side.BUY).cause().receiveTimeNs(nowNs - waitedMs * MS).transitMs(transitMs);
        assertEquals(expected, verdict());
    }

    @ParameterizedTest
    @CsvSource({"2000, ACCEPTED", "2001, FEED_OLD"})
    void shouldRefuseWhenTheDataAnsweredMayHaveLainInTheSocket(int ms, RiskVerdict expected) {
        market(Side.BUY).cause().lookedTimeNs(nowNs - ms * MS);
        assertEquals(expected, verdict());
    }

    @Test
    void shouldAskHowOldAnyEventIsButNotAPerson() {
        market(Side.BUY).cause().channelId(MarketChannel.NONE).lookedTimeNs(nowNs - 2_001 * MS);
        assertEquals(RiskVerdict.FEED_OLD, verdict());
        market(Side.BUY).cause().channelId(MarketChannel.NONE).receiveTimeNs(0).lookedTimeNs(0);
        assertEquals(RiskVerdict.ACCEPTED, verdict());
    }

    @Test
    void shouldRefuseWhenPricesWereNotHeardOfForLong() {
        market(Side.BUY).cause().quote(Health.LIVE, nowNs - QUOTE_AGE_MAX_MS * MS);
        assertEquals(RiskVerdict.ACCEPTED, verdict());
        market(Side.BUY).cause().quote(Health.LIVE, nowNs - QUOTE_AGE_MAX_MS * MS - 1);
        assertEquals(RiskVerdict.FEED_OLD, verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 105, ACCEPTED", "BUY, 105.01, COLLAR", "BUY, 1000, COLLAR",
        "SELL, 95, ACCEPTED", "SELL, 94.99, COLLAR", "SELL, 0.01, COLLAR"
    })
    void shouldRefuseAnOrderThatWouldReachFarIntoTheBook(
            Side side, double reached, RiskVerdict expected) {
        market(side).cause().reachedPrice(reached);
        assertEquals(expected, verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 105, ACCEPTED", "BUY, 105.01, COLLAR", "BUY, 1, ACCEPTED",
        "SELL, 95, ACCEPTED", "SELL, 94.99, COLLAR", "SELL, 900, ACCEPTED"
    })
    void shouldRefuseALimitFarOnTheOtherSideOfTheMarket(
            Side side, String price, RiskVerdict expected) {
        market(side).type(OrderType.EXCHANGE_LIMIT).price(Price.parse(price));
        assertEquals(expected, verdict());

        market(side).type(OrderType.EXCHANGE_STOP_LIMIT).price(Price.parse("100"));
        intent.auxLimitPrice(Price.parse(price));
        assertEquals(expected, verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "SELL, 50, 49, ACCEPTED", "SELL, 50, 47, COLLAR", "SELL, 120, 96, ACCEPTED",
        "SELL, 120, 94, COLLAR", "BUY, 200, 209, ACCEPTED", "BUY, 200, 211, COLLAR",
        "BUY, 50, 104, ACCEPTED", "BUY, 50, 106, COLLAR"
    })
    void shouldMeasureAStopLimitByItsStopUntilThatIsReached(
            Side side, String stop, String limit, RiskVerdict expected) {
        market(side).type(OrderType.EXCHANGE_STOP_LIMIT).price(Price.parse(stop));
        intent.auxLimitPrice(Price.parse(limit));
        assertEquals(expected, verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 10, COLLAR", "BUY, 101, COLLAR", "BUY, 101.01, ACCEPTED",
        "SELL, 500, COLLAR", "SELL, 99, COLLAR", "SELL, 98.99, ACCEPTED"
    })
    void shouldTakeAStopThatIsPassedForAnOrderAtTheMarket(
            Side side, String stop, RiskVerdict expected) {
        double far = side == Side.BUY ? 200 : 20;
        market(side).type(OrderType.EXCHANGE_STOP).price(Price.parse(stop));
        intent.cause().reachedPrice(far);
        assertEquals(expected, verdict());

        market(side).type(OrderType.EXCHANGE_LIMIT).price(Price.parse("100"));
        intent.flags(OrderFlag.OCO.bit()).ocoStopPrice(Price.parse(stop));
        intent.cause().reachedPrice(far);
        assertEquals(expected, verdict());
    }

    @Test
    void shouldLetAnOrderThatOnlyMakesAPositionSmallerPass() {
        for (OrderFlag flag : new OrderFlag[] {OrderFlag.REDUCE_ONLY, OrderFlag.CLOSE}) {
            market(Side.SELL).type(OrderType.MARKET).flags(flag.bit());
            intent.cause().quote(Health.STALE, 0).bidPrice(Double.NaN);
            assertEquals(RiskVerdict.ACCEPTED, verdict());
        }
        market(Side.SELL).flags(OrderFlag.HIDDEN.bit()).cause().quote(Health.STALE, nowNs);
        assertEquals(RiskVerdict.FEED_STALE, verdict());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 0.05 | trading.event-age-max must be",
                "1 | 3600001 | 0.05 | trading.quote-age-max must be",
                "1 | 1 | 0 | trading.collar must be 0.0001 to 0.5: was 0.0",
                "1 | 1 | NaN | trading.collar must be",
                "1 | 1 | 0.51 | trading.collar must be",
            })
    void shouldRefuseLimitsThatAreNone(int event, int quote, double collar, String expected) {
        ConfigException e =
                Assertions.assertThrows(
                        ConfigException.class, () -> new QuoteLimits(event, quote, collar));
        Assertions.assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    }
}

package io.hayate.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.RequestKind;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each field holds its own value when all are set, and none reaches beyond the slot. */
class FlyweightTest {
    private static final String LONGEST = "x".repeat(EventText.LENGTH_MAX);

    private final Event event = Event.allocate();

    @BeforeEach
    void begin() {
        event.begin(77, 88).venueSequence(99).place(false, true);
    }

    @AfterEach
    void shouldLeaveHeaderAlone() {
        assertEquals(77, event.instrumentId());
        assertEquals(88, event.receiveTimeNs());
        assertEquals(99, event.venueSequence());
        assertTrue(!event.isFirst() && event.isLast());
    }

    @Test
    void shouldHoldBookView() {
        BookView view = new BookView().wrap(event).clear();
        view.levels(Side.BUY, 1_000).levels(Side.SELL, 2_000);
        view.total(Side.BUY, 3_000).total(Side.SELL, 4_000).changeTimeNs(5_000).isCrossed(true);
        for (int level = 0; level <= BookView.LEVELS_MAX; level++) {
            view.add(Side.BUY, 100 - level, 200 + level).add(Side.SELL, 300 + level, 400 + level);
        }

        for (int level = 0; level < BookView.LEVELS_MAX; level++) {
            assertEquals(100 - level, view.price(Side.BUY, level));
            assertEquals(200 + level, view.amount(Side.BUY, level));
            assertEquals(300 + level, view.price(Side.SELL, level));
            assertEquals(400 + level, view.amount(Side.SELL, level));
        }
        assertEquals(List.of(12, 12), List.of(view.shown(Side.BUY), view.shown(Side.SELL)));
        assertEquals(List.of(1_000, 2_000), List.of(view.levels(Side.BUY), view.levels(Side.SELL)));
        assertEquals(
                List.of(3_000.0, 4_000.0), List.of(view.total(Side.BUY), view.total(Side.SELL)));
        assertEquals(5_000, view.changeTimeNs());
        assertTrue(view.isCrossed());
        assertTrue(BookView.SIZE <= Event.SIZE - 64);
        assertEquals(0, view.clear().shown(Side.BUY) + view.levels(Side.SELL));
    }

    @Test
    void shouldHoldTicker() {
        Ticker ticker = new Ticker().wrap(event);
        ticker.bidPrice(1).bidAmount(2).askPrice(3).askAmount(4);
        ticker.dailyChange(5).dailyChangeRelative(6).lastPrice(7).volume(8).high(9).low(10);
        ticker.flashReturnRate(11).flashReturnAmount(12).bidPeriod(13).askPeriod(14);

        assertEquals(
                List.of(1.0, 2.0, 3.0, 4.0),
                List.of(
                        ticker.bidPrice(),
                        ticker.bidAmount(),
                        ticker.askPrice(),
                        ticker.askAmount()));
        assertEquals(
                List.of(5.0, 6.0, 7.0, 8.0, 9.0, 10.0),
                List.of(
                        ticker.dailyChange(),
                        ticker.dailyChangeRelative(),
                        ticker.lastPrice(),
                        ticker.volume(),
                        ticker.high(),
                        ticker.low()));
        assertEquals(
                List.of(11.0, 12.0, 13.0, 14.0),
                List.of(
                        ticker.flashReturnRate(),
                        ticker.flashReturnAmount(),
                        ticker.bidPeriod(),
                        ticker.askPeriod()));
    }

    @Test
    void shouldHoldExecutionReport() {
        ExecutionReport report = new ExecutionReport().wrap(event);
        report.orderId(1L << 40).clientOrderId(2L << 40).groupId(3L << 40).tradeId(4L << 40);
        report.createTimeMs(5).updateTimeMs(6).remainingAmount(7).originalAmount(8).price(9);
        report.averagePrice(10).fillAmount(11).fillPrice(12).fee(-13);
        report.kind(ReportKind.FILL_FEE).side(Side.SELL).orderType(OrderType.LIMIT);
        report.status(OrderStatus.CANCELED).request(RequestKind.CANCEL_ORDER);
        report.isAccepted(true).isMaker(true).text(LONGEST).feeCurrency(LONGEST);

        assertEquals(
                List.of(1L << 40, 2L << 40, 3L << 40, 4L << 40, 5L, 6L),
                List.of(
                        report.orderId(),
                        report.clientOrderId(),
                        report.groupId(),
                        report.tradeId(),
                        report.createTimeMs(),
                        report.updateTimeMs()));
        assertEquals(
                List.of(7.0, 8.0, 9.0, 10.0, 11.0, 12.0, -13.0),
                List.of(
                        report.remainingAmount(),
                        report.originalAmount(),
                        report.price(),
                        report.averagePrice(),
                        report.fillAmount(),
                        report.fillPrice(),
                        report.fee()));
        assertEquals(
                List.of(ReportKind.FILL_FEE, Side.SELL, OrderType.LIMIT, OrderStatus.CANCELED),
                List.of(report.kind(), report.side(), report.orderType(), report.status()));
        assertEquals(RequestKind.CANCEL_ORDER, report.request());
        assertTrue(report.isAccepted() && report.isMaker());
        assertEquals(LONGEST + LONGEST, report.text() + report.feeCurrency());
    }

    @Test
    void shouldHoldNoStatusAndNoRequest() {
        ExecutionReport report = new ExecutionReport().wrap(event);
        report.status(OrderStatus.FILLED).request(RequestKind.NEW_ORDER).isAccepted(true);
        report.status(null).request(null).isAccepted(false);

        assertNull(report.status());
        assertNull(report.request());
        assertEquals(false, report.isAccepted());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindReportKindByCode(ReportKind kind) {
        assertSame(kind, ReportKind.ofCode(kind.code()));
    }

    @Test
    void shouldHoldWalletUpdate() {
        WalletUpdate wallet = new WalletUpdate().wrap(event);
        wallet.balance(1).unsettledInterest(2).availableBalance(3).isSnapshot(true);
        wallet.walletType(LONGEST).currency("USD");

        assertEquals(
                List.of(1.0, 2.0, 3.0),
                List.of(wallet.balance(), wallet.unsettledInterest(), wallet.availableBalance()));
        assertTrue(wallet.isSnapshot());
        assertEquals(LONGEST + "USD", wallet.walletType() + wallet.currency());
    }

    @Test
    void shouldHoldSessionStatus() {
        SessionStatus status = new SessionStatus().wrap(event);
        status.state(SessionState.LIVE).previousState(SessionState.SUBSCRIBING);
        status.isAuthenticated(true).isClosedAtEnd(true).code(20_051).text(LONGEST);

        assertEquals(SessionState.LIVE, status.state());
        assertEquals(SessionState.SUBSCRIBING, status.previousState());
        assertTrue(status.isAuthenticated());
        assertTrue(status.isClosedAtEnd());
        assertEquals(20_051, status.code());
        assertEquals(LONGEST, status.text());
    }

    @Test
    void shouldHoldTimeAndCommand() {
        TimeTick tick = new TimeTick().wrap(event).timeNs(1L << 50).timeMs(2L << 50);
        tick.accountSeenNs(3L << 50);
        assertEquals(
                List.of(1L << 50, 2L << 50, 3L << 50),
                List.of(tick.timeNs(), tick.timeMs(), tick.accountSeenNs()));

        Command command = new Command().wrap(event).amount(0.01).type(CommandType.SELL);
        assertEquals(0.01, command.amount());
        assertEquals(CommandType.SELL, command.type());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindCommandTypeByCode(CommandType type) {
        assertSame(type, CommandType.ofCode(type.code()));
    }
}

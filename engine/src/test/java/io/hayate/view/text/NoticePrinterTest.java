package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.RequestKind;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.news.NewsSink;
import io.hayate.view.terminal.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class NoticePrinterTest {
    private static final int BTCUSD = 0;
    private static final int FUSD = 1;
    private static final long SECOND_NS = 1_000_000_000L;

    private final Instruments instruments = Instruments.of(List.of("tBTCUSD", "fUSD"));
    private final Notices notices = new Notices();
    private long nowNs;
    private final TickerBoard board = Samples.board(instruments);
    private final List<AttributedString> lines = new ArrayList<>();
    private final MarketChannels channels = new MarketChannels();
    private final NoticePrinter printer = printer(OrderTelling.ALL);

    private NoticePrinter printer(OrderTelling telling) {
        ChannelNewsLines news = new ChannelNewsLines(channels);
        return new NoticePrinter(instruments, board, channels, news, telling, lines);
    }

    @Test
    void shouldTellOrderFromAcceptedToFeeWhenItFills() {
        news(Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, "Submitting order."));
        news(Samples.fill(BTCUSD, ReportKind.FILL, 0.01, 97_001));
        news(Samples.closed(BTCUSD, OrderStatus.FILLED, 97_001, "EXECUTED @ 97001.0(0.01)"));
        Event fee = Samples.fill(BTCUSD, ReportKind.FILL_FEE, 0.01, 97_001);
        Samples.report(fee).fee(-0.00002).feeCurrency("BTC");
        news(fee);

        assertLines("order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 97001, fee 0.00002 BTC");
    }

    @Test
    void shouldTellWhatWaitsFirstWhenOutcomeIsUnknownOrSessionIsLost() {
        news(Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, ""));
        news(Samples.report(BTCUSD, ReportKind.OUTCOME_UNKNOWN));
        news(Samples.fill(BTCUSD, ReportKind.FILL, 0.01, 97_001));
        news(Samples.session(SessionState.LIVE, SessionState.DISCONNECTED, 0, "reset"));
        notices.poll(printer, 100);

        assertEquals(
                """
                order 1764000000123 BUY 0.01 BTCUSD market: accepted
                order 1764000000123 BUY 0.01 BTCUSD market: OUTCOME UNKNOWN
                order 1764000000123 BUY BTCUSD market: fill of 0.01 @ 97001
                session DISCONNECTED - reset\
                """,
                Samples.text(lines));
    }

    @Test
    void shouldKeepOneNameWhenVenueLeavesOurNumberOut() {
        news(Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, ""));
        Event fill = Samples.fill(BTCUSD, ReportKind.FILL, 0.01, 97_001);
        Samples.report(fill).clientOrderId(0);
        news(fill);
        Event foreign = Samples.fill(BTCUSD, ReportKind.FILL, 3, 97_001);
        Samples.report(foreign).clientOrderId(0).orderId(555).orderType(OrderType.OTHER);
        news(foreign);

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: accepted, fill of 0.01 @ 97001",
                "order 555 BUY BTCUSD: fill of 3 @ 97001");
    }

    @Test
    void shouldTellVenuesWordsWhenOrderIsRejected() {
        news(Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, false, "Invalid order: minimum"));
        news(Samples.closed(BTCUSD, OrderStatus.REJECTED, 0, "INSUFFICIENT BALANCE (U1)"));

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: REJECTED - Invalid order: minimum",
                "order 1764000000123 BUY 0.01 BTCUSD market: REJECTED"
                        + " - INSUFFICIENT BALANCE (U1)");
    }

    @Test
    void shouldSayNothingWasSentWhenRiskGateRefuses() {
        Event refusal = Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, false, "too large");
        Samples.report(refusal).kind(ReportKind.REFUSED_HERE).orderId(0).clientOrderId(0);
        news(refusal);

        assertLines("order BUY 0.01 BTCUSD market: refused here, nothing was sent - too large");
    }

    @Test
    void shouldNotCallAnAnswerOfTheVenueARefusalOfOursWhenItNamesNoOrder() {
        Event refusal = Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, false, "too large");
        Samples.report(refusal).orderId(0).clientOrderId(0);
        news(refusal);
        Event accepted = Samples.requestAnswer(BTCUSD, RequestKind.CANCEL_ORDER, true, "");
        Samples.report(accepted).clear().kind(ReportKind.REQUEST_ANSWER).isAccepted(true);
        Samples.report(accepted).request(RequestKind.CANCEL_ORDER);
        accepted.instrumentId(Instrument.NONE);
        news(accepted);

        assertLines(
                "an order that the venue does not name BUY 0.01 BTCUSD market: REJECTED"
                        + " - too large",
                "an order that the venue does not name: cancel accepted");
    }

    @Test
    void shouldNameNoSideThatIsNotTold() {
        Event cancel = Samples.requestAnswer(BTCUSD, RequestKind.CANCEL_ORDER, false, "");
        Samples.report(cancel).clear().kind(ReportKind.REQUEST_ANSWER).orderId(77);
        Samples.report(cancel).request(RequestKind.CANCEL_ORDER).text("Order not found.");
        cancel.instrumentId(Instrument.NONE);
        news(cancel);
        Event dropped = Samples.report(BTCUSD, ReportKind.NOT_SENT);
        Samples.report(dropped).clear().kind(ReportKind.NOT_SENT).clientOrderId(5).text("gone");
        dropped.instrumentId(Instrument.NONE);
        news(dropped);

        assertLines("order 77: cancel REJECTED - Order not found.", "order 5: never left - gone");
    }

    @Test
    void shouldCallAnOutcomeOpenWhenTheVenuesWordIsNotKnown() {
        Event answer = Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, false, "Queued.");
        Samples.report(answer).isOutcomeOpen(true);
        news(answer);

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: answered, outcome NOT CLEAR"
                        + " - Queued.");
    }

    @Test
    void shouldSayNeverLeftWhenFrameWasDropped() {
        Event dropped = Samples.report(BTCUSD, ReportKind.NOT_SENT);
        Samples.report(dropped).status(OrderStatus.REJECTED).text("connection lost").orderId(0);
        news(dropped);

        assertLines("order 1764000000123 BUY 0.01 BTCUSD market: never left - connection lost");
    }

    @Test
    void shouldTellTroubleAloneWhenOrdersAreNotToBeShown() {
        NoticePrinter quiet = printer(new OrderTelling(false, "", NewsSink.NONE));
        Event accepted = Samples.report(BTCUSD, ReportKind.REQUEST_ANSWER);
        Samples.report(accepted).isAccepted(true);
        Event rejected = Samples.report(BTCUSD, ReportKind.REQUEST_ANSWER);
        Samples.report(rejected).isAccepted(false).text("not enough balance");
        quiet.onEvent(NoticeType.EVENT, accepted);
        quiet.onEvent(NoticeType.EVENT, Samples.report(BTCUSD, ReportKind.FILL));
        quiet.onEvent(NoticeType.EVENT, Samples.closed(BTCUSD, OrderStatus.FILLED, 0, "EXECUTED"));
        assertEquals(List.of(), lines);

        quiet.onEvent(NoticeType.EVENT, rejected);
        quiet.onEvent(NoticeType.EVENT, Samples.report(BTCUSD, ReportKind.NOT_SENT));
        quiet.onEvent(NoticeType.EVENT, Samples.report(BTCUSD, ReportKind.OUTCOME_UNKNOWN));
        quiet.onEvent(
                NoticeType.EVENT, Samples.closed(BTCUSD, OrderStatus.REJECTED, 0, "no balance"));

        assertEquals(4, lines.size(), lines::toString);
    }

    @Test
    void shouldSayPlainlyWhenOutcomeIsUnknown() {
        news(Samples.closed(BTCUSD, OrderStatus.UNKNOWN, 0, "connection lost"));

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: UNKNOWN: it may be filled, open,"
                        + " canceled or never have arrived - connection lost");
    }

    @Test
    void shouldTellWhatIsNotFilledWhenOrderIsCanceledOrWorks() {
        Event part = Samples.closed(BTCUSD, OrderStatus.PARTIALLY_FILLED, 97_000.5, "");
        Samples.report(part).kind(ReportKind.CHANGED).remainingAmount(0.004).side(Side.SELL);
        news(part);
        flush();
        Event canceled = Samples.closed(BTCUSD, OrderStatus.CANCELED, 0, "CANCELED");
        Samples.report(canceled).remainingAmount(0.01);
        news(canceled);
        Event resting = Samples.closed(BTCUSD, OrderStatus.ACTIVE, 0, "ACTIVE");
        Samples.report(resting)
                .kind(ReportKind.NEW)
                .remainingAmount(0.01)
                .orderType(OrderType.EXCHANGE_LIMIT)
                .price(90_000);
        news(resting);

        assertLines(
                "order 1764000000123 SELL 0.01 BTCUSD market: PARTIALLY FILLED @ 97000.5,"
                        + " 0.004 not filled",
                "order 1764000000123 BUY 0.01 BTCUSD market: CANCELED, 0.01 not filled",
                "order 1764000000123 BUY 0.01 BTCUSD limit @ 90000: ACTIVE, 0.01 not filled");
    }

    @Test
    void shouldTellOpenOrdersWhenSessionStarts() {
        Event open = Samples.closed(BTCUSD, OrderStatus.ACTIVE, 0, "ACTIVE");
        Samples.report(open).kind(ReportKind.OPEN_ORDER).remainingAmount(0.01);
        news(open);
        news(Samples.report(Instrument.NONE, ReportKind.NO_OPEN_ORDERS));

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: open as the session starts,"
                        + " ACTIVE, 0.01 not filled",
                "no orders are open at the venue");
    }

    @Test
    void shouldTellAnswerWhenRequestWasToChangeOrCancel() {
        news(Samples.requestAnswer(BTCUSD, RequestKind.CANCEL_ORDER, true, "Submitted."));
        news(Samples.requestAnswer(BTCUSD, RequestKind.CANCEL_ORDER, false, "Order not found."));
        news(Samples.requestAnswer(BTCUSD, RequestKind.UPDATE_ORDER, true, ""));

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: cancel accepted - Submitted.",
                "order 1764000000123 BUY 0.01 BTCUSD market: cancel REJECTED - Order not found.",
                "order 1764000000123 BUY 0.01 BTCUSD market: change accepted");
    }

    @Test
    void shouldLeaveFieldsOutWhenReportDoesNotTellThem() {
        Event bare = Samples.requestAnswer(Instrument.NONE, null, false, "cid: invalid");
        Samples.report(bare)
                .orderId(0)
                .originalAmount(Double.NaN)
                .remainingAmount(38)
                .side(Side.SELL)
                .orderType(OrderType.OTHER);
        news(bare);
        Event noFee = Samples.fill(BTCUSD, ReportKind.FILL_FEE, 0.01, 97_001);
        news(noFee);
        flush();
        Samples.report(noFee).fee(0.00001).feeCurrency("USD");
        news(noFee);
        news(Samples.report(BTCUSD, ReportKind.CHANGED));

        assertLines(
                "order 1764000000123 SELL 38: REJECTED - cid: invalid",
                "order 1764000000123 BUY BTCUSD market: fee not told for the fill of 0.01 @ 97001",
                "order 1764000000123 BUY BTCUSD market: rebate 0.00001 USD"
                        + " for the fill of 0.01 @ 97001",
                "order 1764000000123 BUY 0.01 BTCUSD market: no status told");
    }

    @Test
    void shouldTellSessionWhenItsStateChangesOrVenueSpeaks() {
        Event live = Samples.session(SessionState.SUBSCRIBING, SessionState.LIVE, 0, "");
        new SessionStatus().wrap(live).isAuthenticated(true);
        news(live);
        news(Samples.session(SessionState.SUBSCRIBING, SessionState.LIVE, 0, "2 channels"));
        news(Samples.session(SessionState.LIVE, SessionState.PAUSED, 20_060, "maintenance"));
        news(Samples.session(SessionState.LIVE, SessionState.DISCONNECTED, 0, "connection reset"));
        news(Samples.session(SessionState.LIVE, SessionState.LIVE, 10_301, "subscribe: dup"));
        news(Samples.session(SessionState.LIVE, SessionState.LIVE, 0, "watching only"));
        Event end =
                Samples.session(SessionState.LIVE, SessionState.DISCONNECTED, 0, "the run ends");
        new SessionStatus().wrap(end).isClosedAtEnd(true);
        news(end);

        assertLines(
                "session LIVE, authenticated",
                "session LIVE, not authenticated - 2 channels",
                "session PAUSED (code 20060) - maintenance",
                "session DISCONNECTED - connection reset",
                "venue says (code 10301): subscribe: dup",
                "session: watching only",
                "session closed - the run ends");
    }

    @Test
    void shouldMakeNoLineWhenWalletChanges() {
        news(Samples.wallet("exchange", "USD", 9_029.9, 9_029.9));
        news(Samples.event(Instrument.NONE, EventType.TIME_TICK));
        news(Samples.event(Instrument.NONE, EventType.NONE));

        assertLines();
    }

    @Test
    void shouldAnswerWithOrdersWhenAsked() {
        Event order = Samples.closed(BTCUSD, OrderStatus.SUBMITTED, 0, "");
        Samples.report(order).kind(ReportKind.OPEN_ORDER).orderId(0).remainingAmount(0.01);
        answer(order);
        Event filled = Samples.closed(BTCUSD, OrderStatus.FILLED, 97_001, "");
        Samples.report(filled).kind(ReportKind.OPEN_ORDER);
        answer(filled);
        answer(Samples.session(SessionState.LIVE, SessionState.LIVE, 0, "no orders yet"));

        assertLines(
                "order 1764000000123 BUY 0.01 BTCUSD market: SUBMITTED, no answer understood yet",
                "order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 97001"
                        + " (the venue's number: 98765432101)",
                "no orders yet");
    }

    @Test
    void shouldAnswerWithWalletsWhenAsked() {
        answer(Samples.wallet("exchange", "USD", 9_029.9, Double.NaN));
        Event funding = Samples.wallet("funding", "UST", 1e-8, 0);
        new WalletUpdate().wrap(funding).unsettledInterest(0.5);
        answer(funding);

        assertLines(
                "wallet exchange USD: balance 9029.9, available -",
                "wallet funding UST: balance 0.00000001, available 0, unsettled interest 0.5");
    }

    @Test
    void shouldAnswerWithWholeTickerWhenAsked() {
        answer(Samples.ticker(BTCUSD, 97_000.5, 97_001, 97_000.5, 372.10417038));
        answer(Samples.funding(FUSD));

        assertLines(
                "BTCUSD:  Bid: 97000.5 (12.5), Ask: 97001 (4.25), Last Price: 97000.5,"
                        + " Volume: 372.10417038, High: 98000, Low: 96100.1,"
                        + " Change: -120.5 (-0.124 %)",
                "fUSD:  Bid: 0.00010013698630137 (12.5 for 120 days), Ask: 0.0000987 (4.25 for 2"
                        + " days), Last Price: 0.0000987, Volume: 135000000, High: 98000,"
                        + " Low: 96100.1, Change: -120.5 (-0.124 %), Flash Return Rate: 0.0003,"
                        + " available at it: 5000000.5");
    }

    @Test
    void shouldKeepLatestTickerForTheBoardWhenItIsToBePrinted() {
        print(Samples.ticker(BTCUSD, 1, 2, 3, 4));
        print(Samples.ticker(BTCUSD, 5, 6, 7, 8));
        print(Samples.ticker(Instrument.NONE, 5, 6, 7, 8));

        assertLines();
        assertEquals(1, board.rows().size());
        assertEquals(5, board.rows().iterator().next().ticker().bidPrice());
    }

    @Test
    void shouldTellLogsAndFramesWhenTheyCome() {
        byte[] frame = "[1,\"hb\"]".getBytes(StandardCharsets.UTF_8);
        notices.log("crossed at {}", 97_000.5, 0, 0, 0);
        notices.frame(NoticeType.FRAME_IN, new UnsafeBuffer(frame), 0, frame.length);
        byte[] large = "x".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        notices.frame(NoticeType.FRAME_OUT, new UnsafeBuffer(large), 0, large.length);

        assertLines(
                "crossed at 97000.5",
                "< [1,\"hb\"]",
                "> " + "x".repeat(4_096) + " ... and 904 bytes more");
    }

    private void news(Event event) {
        notices.offer(NoticeType.EVENT, event);
    }

    private void answer(Event event) {
        notices.offer(NoticeType.ANSWER, event);
    }

    private void print(Event event) {
        notices.offer(NoticeType.PRINT, event);
    }

    /** Reads all, and lets a second go by. */
    private void flush() {
        while (notices.poll(printer, 100) > 0) {
            // until all are read
        }
        nowNs += SECOND_NS;
        printer.begin(nowNs);
        printer.flush();
    }

    private void assertLines(String... expected) {
        flush();
        assertEquals(String.join("\n", expected), Samples.text(lines));
    }
}

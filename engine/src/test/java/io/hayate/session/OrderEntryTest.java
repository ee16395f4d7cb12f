package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.event.DecisionClock;
import io.hayate.event.Event;
import io.hayate.event.NoticeReader;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.OrderIntent;
import io.hayate.event.SessionStatus;
import io.hayate.event.SharedReads;
import io.hayate.event.Tracer;
import io.hayate.event.TradingHalt;
import io.hayate.event.TradingState;
import io.hayate.event.VenueMaintenance;
import io.hayate.journal.TestJournal;
import io.hayate.metrics.LatencyHistogram;
import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.outbound.OrderEntry;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderEntryTest {
    private static final Instrument BTCUSD = new Instrument(0, "tBTCUSD");
    private static final long CID = 1_795_435_200_000L;
    private static final String ORDER =
            "[0,\"on\",null,{\"cid\":1795435200000,\"type\":\"EXCHANGE MARKET\","
                    + "\"symbol\":\"tBTCUSD\",\"amount\":\"-0.01\"}]";

    private final List<String> sent = new ArrayList<>();
    private final TickToTrade tickToTrade = new TickToTrade();
    private final Notices notices = new Notices();
    private final Tracer tracer = new Tracer(notices, false);
    private final OrderEntry entry =
            new OrderEntry(
                    this::send,
                    tickToTrade,
                    tracer,
                    new TradingState(
                            new AccountDoubt(),
                            new AccountStanding(),
                            new VenueMaintenance(),
                            new TradingHalt(),
                            SharedReads.PLAIN),
                    new DecisionClock(SystemNanoClock.INSTANCE),
                    TestJournal.inMemory(new Instruments()));
    private boolean full;

    private boolean send(long connection, long id, DirectBuffer text, int offset, int length) {
        String words = text.getStringWithoutLengthAscii(offset, length);
        return !full && sent.add(connection + " " + id + " " + words);
    }

    private void tell(long connection, SessionState state, boolean authenticated) {
        SessionStatus status = new SessionStatus().wrap(Event.allocate());
        status.connection(connection).state(state).previousState(state);
        entry.onSessionStatus(status.isAuthenticated(authenticated).text(""));
    }

    private boolean sell() {
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, 0).clientOrderId(CID);
        intent.type(OrderType.EXCHANGE_MARKET).side(Side.SELL).units(1_000_000);
        return entry.newOrder(intent, BTCUSD);
    }

    @Test
    void shouldSendOnTheConnectionThatTheDecidingThreadKnows() {
        tell(3, SessionState.LIVE, true);
        assertTrue(sell());
        tell(4, SessionState.CONNECTING, false);
        assertTrue(entry.cancel(501));

        assertEquals(List.of("3 " + CID + " " + ORDER, "4 0 [0,\"oc\",null,{\"id\":501}]"), sent);
    }

    @Test
    void shouldCancelByNumberAndDay() {
        assertTrue(entry.cancel(CID, 20_780));

        assertEquals(
                List.of(
                        "0 0 [0,\"oc\",null,{\"cid\":1795435200000,"
                                + "\"cid_date\":\"2026-11-23\"}]"),
                sent);
    }

    @Test
    void shouldSayThatNothingWasSentWhenTheSocketIsFull() {
        full = true;
        handleTicker(System.nanoTime());

        assertFalse(sell());
        assertFalse(entry.cancel(501));
        assertFalse(entry.cancel(CID, 20_780));
        assertEquals(0, written().count());
    }

    private void handleTicker(long receiveTimeNs) {
        tickToTrade.onReceived(receiveTimeNs, receiveTimeNs);
        tickToTrade.onHandled(receiveTimeNs, receiveTimeNs);
    }

    private LatencyHistogram written() {
        return tickToTrade.of(Stage.RECEIVED_TO_WRITTEN);
    }

    @ParameterizedTest
    @EnumSource(SessionState.class)
    void shouldBeLiveInThatStateAlone(SessionState state) {
        tell(1, state, true);

        assertEquals(state == SessionState.LIVE, entry.isLive());
    }

    @Test
    void shouldKnowWhetherTheAccountIsOurs() {
        assertFalse(entry.isAuthenticated());
        tell(1, SessionState.SUBSCRIBING, true);
        assertTrue(entry.isAuthenticated());
        tell(1, SessionState.DISCONNECTED, false);
        assertFalse(entry.isAuthenticated());
    }

    @Test
    void shouldMeasureOnlyWhatATickerLedTo() {
        sell();
        assertEquals(0, written().count());

        handleTicker(System.nanoTime() - 1_000);
        sell();

        assertEquals(1, written().count());
        assertTrue(written().percentileNs(100) >= 1_000);
    }

    @Test
    void shouldShowInTheTraceWhatLeftAndNothingElse() {
        sell();
        tracer.turn(true);
        sell();
        full = true;
        sell();

        List<String> shown = new ArrayList<>();
        notices.poll(new FrameNotices(shown), 10);
        assertEquals(List.of(ORDER), shown);
    }

    /** Keeps traced frames that went out. */
    private record FrameNotices(List<String> frames) implements NoticeReader {
        @Override
        public void onEvent(NoticeType type, Event event) {
            frames.add("no frame");
        }

        @Override
        public void onLog(String template, double[] numbers) {
            frames.add("no frame");
        }

        @Override
        public void onFrame(
                NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
            assertEquals(NoticeType.FRAME_OUT, type);
            frames.add(text.getStringWithoutLengthAscii(offset, length));
        }
    }
}

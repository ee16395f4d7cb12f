package io.hayate.outbound;

import io.hayate.codec.OrderEncoder;
import io.hayate.event.DecisionClock;
import io.hayate.event.NoticeType;
import io.hayate.event.OrderIntent;
import io.hayate.event.SessionStatus;
import io.hayate.event.SharedValue;
import io.hayate.event.Tracer;
import io.hayate.event.TradingHalt;
import io.hayate.event.TradingState;
import io.hayate.journal.RecordType;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Instrument;
import io.hayate.model.OrderOperation;
import io.hayate.model.SessionState;

/**
 * Writes order requests: encodes on the deciding thread and hands over to the socket.
 *
 * <p>Strategy thread. Allocates nothing. Knows the connection from the session's own events, so an
 * order decided on a connection that is gone never leaves on the next.
 */
public final class OrderEntry {
    private static final int CONNECTION = 1; // the account's, where traffic is recorded

    private final OrderEncoder encoder = new OrderEncoder();
    private final OrderSender sender;
    private final TickToTrade tickToTrade;
    private final Tracer tracer;
    private final TradingState trading;
    private final DecisionClock clock;
    private final RequestJournal requests;
    private final OrderIntent[] single = new OrderIntent[1];

    private long connection;
    private boolean live;
    private boolean authenticated;
    private boolean doubtTold;
    private boolean looksAwaited;
    private boolean accountTold;
    private boolean isRefused;
    private long sendingTimeNs;
    private long writtenTimeNs;

    /**
     * An entry for orders.
     *
     * @param trading what there is against new orders
     * @param clock tells when an order was sent
     * @param requests writes down what leaves, before it does
     */
    public OrderEntry(
            OrderSender sender,
            TickToTrade tickToTrade,
            Tracer tracer,
            TradingState trading,
            DecisionClock clock,
            RequestJournal requests) {
        this.requests = requests;
        this.trading = trading;
        this.clock = clock;
        this.sender = new ToldSender(sender, trading.reads());
        this.tickToTrade = tickToTrade;
        this.tracer = tracer;
    }

    /** Prepares the orders of an instrument; before the start. */
    public void prepare(Instrument instrument) {
        encoder.prepare(instrument);
    }

    /** Takes the session's news, in the order of the ring. */
    public void onSessionStatus(SessionStatus status) {
        connection = status.connection();
        live = status.state() == SessionState.LIVE;
        authenticated = status.isAuthenticated();
        doubtTold = status.isAccountInDoubt();
        accountTold = status.isAccountTold();
    }

    /** True while the session is live. */
    public boolean isLive() {
        return live;
    }

    /** What there is against new orders, as this thread reads it. */
    public TradingState trading() {
        return trading;
    }

    /** Whether somebody, or the end, has halted trading. */
    public TradingHalt halt() {
        return trading.halt();
    }

    /**
     * True while no new order leaves as the account may be otherwise than we know: from the very moment
     * that it began, until the events that end it have been taken.
     */
    public boolean isAccountInDoubt() {
        return doubtTold || trading.isInDoubt();
    }

    /** True once the events by which the venue told the account whole on its connection have been taken. */
    public boolean isAccountTold() {
        return accountTold && !looksAwaited && trading.isToldWhole();
    }

    /** Why, in words for a person; empty while there is no doubt. */
    public String doubtReason() {
        return trading.doubt().reason();
    }

    /** What came of an order cannot be true: from now on no new order leaves, and the loop is told. */
    public void onDoubt(String why) {
        trading.doubt().suspect(why);
    }

    /** Takes whether the account's history is yet to be asked for orders of unknown outcome. */
    public void looksAwaited(boolean isAwaited) {
        looksAwaited = isAwaited;
    }

    /** Takes how many orders of ours may rest at the venue. */
    public void onRestingOrders(int count) {
        trading.doubt().restingOrders(count);
    }

    /** Takes how many orders of ours are open, those of unknown outcome included. */
    public void onOpenOrders(int count) {
        trading.doubt().openOrders(count);
    }

    /** True while the account is ours on the connection. */
    public boolean isAuthenticated() {
        return authenticated;
    }

    /**
     * Sends a new order.
     *
     * @param instrument that of the intent
     * @return false when the socket or its queue is full, and nothing was sent
     */
    public boolean newOrder(OrderIntent intent, Instrument instrument) {
        int length = encoder.newOrder(intent, instrument);
        single[0] = intent;
        requests.about(RecordType.INTENT, single, 1);
        boolean sent = send(intent.clientOrderId(), length);
        if (sent) {
            tickToTrade.onWritten(sendingTimeNs, writtenTimeNs);
        }
        return sent;
    }

    /** Asks the venue to cancel an order that has a number of the venue's. */
    public boolean cancel(long orderId) {
        requests.aboutCancel(0, orderId);
        return send(0, encoder.cancel(orderId));
    }

    /** Asks the venue to cancel an order by our number and the UTC day of its creation. */
    public boolean cancel(long clientOrderId, long createdEpochDay) {
        requests.aboutCancel(clientOrderId, 0);
        return send(0, encoder.cancel(clientOrderId, createdEpochDay));
    }

    /** Asks the venue to cancel the first so many orders of these numbers, the venue's, in one message. */
    public boolean cancelMany(long[] orderIds, int count) {
        requests.aboutCancel(0, count == 1 ? orderIds[0] : 0);
        return send(0, encoder.cancelMany(orderIds, count));
    }

    /** The same by our numbers, and the UTC days of their creation. */
    public boolean cancelMany(long[] clientOrderIds, long[] createdEpochDays, int count) {
        requests.aboutCancel(count == 1 ? clientOrderIds[0] : 0, 0);
        return send(0, encoder.cancelMany(clientOrderIds, createdEpochDays, count));
    }

    /**
     * Sends what changes or ends orders.
     *
     * @param riskOf client order id of the order whose risk it may raise; 0 when it can raise none
     */
    public boolean change(OrderIntent intent, long riskOf) {
        single[0] = intent;
        boolean isUpdate = intent.operation() == OrderOperation.UPDATE;
        requests.about(isUpdate ? RecordType.UPDATE : RecordType.CANCEL, single, 1);
        return send(riskOf, encoder.change(intent));
    }

    /**
     * Sends several operations in one message.
     *
     * @param count how many of the arrays' first
     * @param riskOf client order id of the first order whose risk it raises; 0 when it can raise none
     */
    public boolean batch(OrderIntent[] intents, Instrument[] instruments, int count, long riskOf) {
        requests.about(RecordType.BATCH, intents, count);
        return send(riskOf, encoder.batch(intents, instruments, count));
    }

    /** Has the memory at hand where the next message will be written down. */
    public void prefetch() {
        requests.journal().warm();
    }

    /** The time now, in ns of the clock of what is sent. */
    public long nowNs() {
        return clock.nanoTime();
    }

    /**
     * An order was handed over, or refused.
     *
     * @param verdict name of a {@code RiskVerdict}
     * @param clientOrderId its number; 0 when it got none
     */
    public void onDecided(String verdict, long clientOrderId) {
        clock.onDecided(verdict, clientOrderId);
    }

    /** When the last message had been handed over, in ns of that clock. */
    public long writtenTimeNs() {
        return writtenTimeNs;
    }

    private boolean send(long riskOf, int length) {
        boolean isWritten = requests.onLeaving(connection, riskOf != 0, encoder.buffer(), length);
        isRefused = !trading.reads().read(SharedValue.JOURNAL_LEAVE, isWritten);
        if (isRefused) {
            return false;
        }
        sendingTimeNs = clock.nanoTime();
        boolean sent = sender.send(connection, riskOf, encoder.buffer(), 0, length);
        writtenTimeNs = clock.nanoTime();
        requests.onHandedOver(sent, sendingTimeNs, writtenTimeNs);
        if (sent) {
            tracer.frame(NoticeType.FRAME_OUT, encoder.buffer(), 0, length);
            tracer.tap().onTextOut(CONNECTION, encoder.buffer(), 0, length, sendingTimeNs);
        }
        return sent;
    }

    /** True while the journal takes messages that raise the risk. */
    public boolean takesRisk() {
        return trading.reads().read(SharedValue.JOURNAL_SOUND, requests.takesRisk());
    }

    /** True when the message before did not leave as the journal did not take it. */
    public boolean hasJournalRefused() {
        return isRefused;
    }

    /** What is written of messages before they leave. */
    public RequestJournal requests() {
        return requests;
    }
}

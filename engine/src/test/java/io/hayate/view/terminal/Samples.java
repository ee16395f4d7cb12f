package io.hayate.view.terminal;

import io.hayate.event.Commands;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.TradingHalt;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.RequestKind;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.portfolio.Portfolio;
import io.hayate.view.EngineLink;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.MarketWords;
import io.hayate.view.command.Symbols;
import io.hayate.view.text.FeedMarks;
import io.hayate.view.text.NoticePrinter;
import io.hayate.view.text.OrderTelling;
import io.hayate.view.text.Panel;
import io.hayate.view.text.TickerBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.agrona.concurrent.SystemNanoClock;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;

/** Events as the engine hands them to the view. */
public final class Samples {
    static final long CLIENT_ORDER_ID = 1_764_000_000_123L;
    static final long ORDER_ID = 98_765_432_101L;

    private Samples() {}

    /** Where a console prints, as texts. */
    static Consumer<List<AttributedString>> to(List<String> printed) {
        return lines -> printed.add(String.join("\n", texts(lines)));
    }

    static List<String> texts(List<AttributedString> lines) {
        return lines.stream().map(AttributedString::toString).toList();
    }

    /** An engine of which only the requests and the halt are of use. */
    static EngineLink engine(Commands commands, TradingHalt halt) {
        return new EngineLink(
                Instruments.of(List.of()),
                new MarketChannels(),
                new ChannelStatistics(16),
                new Notices(),
                commands,
                halt,
                new Portfolio(),
                SystemNanoClock.INSTANCE);
    }

    static EngineLink engine(Commands commands) {
        return engine(commands, new TradingHalt());
    }

    public static Symbols symbols(Instruments instruments) {
        return new Symbols(instruments, new MarketChannels());
    }

    /** A board of channels of which nothing is known. */
    public static TickerBoard board(Instruments instruments) {
        return board(instruments, Panel.none());
    }

    static TickerBoard board(Instruments instruments, Panel panel) {
        return new TickerBoard(instruments, panel, new FeedMarks(new ChannelStatistics(16)));
    }

    /** What is no terminal. */
    static Page plainPage() {
        return new Page(null, false);
    }

    static Page page(int columns, int rows) {
        return new Page(() -> new Size(columns, rows), false);
    }

    public static String text(List<AttributedString> lines) {
        return lines.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** A ticker that no test outlives: it does not get old, however long the machine takes. */
    public static Event freshTicker(int instrumentId, double bid) {
        return tickerAt(System.nanoTime() + TimeUnit.HOURS.toNanos(1), instrumentId, bid);
    }

    /** A ticker that was read at this time. */
    public static Event tickerAt(long timeNs, int instrumentId, double bid) {
        Event from = ticker(instrumentId, bid, bid + 1, bid, 4);
        Event at = Event.allocate().begin(instrumentId, timeNs).type(EventType.TICKER);
        Event event = Event.allocate();
        event.copyFrom(from);
        event.buffer().putBytes(0, at.buffer(), 0, event.bodyOffset());
        return event;
    }

    public static Event ticker(
            int instrumentId, double bid, double ask, double last, double volume) {
        Event event = event(instrumentId, EventType.TICKER);
        new Ticker()
                .wrap(event)
                .bidPrice(bid)
                .bidAmount(12.5)
                .askPrice(ask)
                .askAmount(4.25)
                .dailyChange(-120.5)
                .dailyChangeRelative(-0.00124)
                .lastPrice(last)
                .volume(volume)
                .high(98_000)
                .low(96_100.1)
                .flashReturnRate(Double.NaN)
                .flashReturnAmount(Double.NaN)
                .bidPeriod(Double.NaN)
                .askPeriod(Double.NaN);
        return event;
    }

    public static Event funding(int instrumentId) {
        Event event = ticker(instrumentId, 0.00010013698630137, 0.0000987, 0.0000987, 135e6);
        new Ticker()
                .wrap(event)
                .bidPeriod(120)
                .askPeriod(2)
                .flashReturnRate(0.0003)
                .flashReturnAmount(5_000_000.5);
        return event;
    }

    /** A report of a market order to buy 0.01, with nothing told beyond that. */
    public static Event report(int instrumentId, ReportKind kind) {
        Event event = event(instrumentId, EventType.EXECUTION_REPORT);
        report(event)
                .kind(kind)
                .orderId(ORDER_ID)
                .clientOrderId(CLIENT_ORDER_ID)
                .side(Side.BUY)
                .orderType(OrderType.EXCHANGE_MARKET)
                .originalAmount(0.01)
                .remainingAmount(0)
                .averagePrice(0)
                .price(Double.NaN)
                .fee(Double.NaN)
                .feeCurrency("")
                .status(null)
                .request(null)
                .isAccepted(false)
                .text("");
        return event;
    }

    public static ExecutionReport report(Event event) {
        return new ExecutionReport().wrap(event);
    }

    public static Event requestAnswer(
            int instrumentId, RequestKind request, boolean accepted, String text) {
        Event event = report(instrumentId, ReportKind.REQUEST_ANSWER);
        report(event).request(request).isAccepted(accepted).text(text);
        return event;
    }

    public static Event fill(int instrumentId, ReportKind kind, double amount, double price) {
        Event event = report(instrumentId, kind);
        report(event)
                .tradeId(7)
                .fillAmount(amount)
                .fillPrice(price)
                .originalAmount(Double.NaN)
                .orderType(OrderType.EXCHANGE_MARKET);
        return event;
    }

    public static Event closed(
            int instrumentId, OrderStatus status, double averagePrice, String text) {
        Event event = report(instrumentId, ReportKind.CLOSED);
        report(event).status(status).averagePrice(averagePrice).text(text);
        return event;
    }

    public static Event wallet(String type, String currency, double balance, double available) {
        Event event = event(-1, EventType.WALLET_UPDATE);
        new WalletUpdate()
                .wrap(event)
                .walletType(type)
                .currency(currency)
                .balance(balance)
                .availableBalance(available)
                .unsettledInterest(0)
                .isSnapshot(false);
        return event;
    }

    public static Event session(SessionState previous, SessionState state, int code, String text) {
        Event event = event(-1, EventType.SESSION_STATUS);
        new SessionStatus()
                .wrap(event)
                .previousState(previous)
                .state(state)
                .isAuthenticated(false)
                .code(code)
                .text(text);
        return event;
    }

    /** A market without channels. */
    static ConsoleMarket market() {
        MarketChannels channels = new MarketChannels();
        ChannelStatistics statistics = new ChannelStatistics(1);
        return ConsoleMarket.of(
                Instruments.of(List.of()),
                new KnownChannels(channels, statistics),
                new ChannelTable(channels, statistics, id -> "", null, () -> 0),
                Panel.none());
    }

    /** What a console understands of market data. */
    public static MarketWords words() {
        return market().words();
    }

    /** A printer that is given nothing. */
    static NoticePrinter unread() {
        Instruments instruments = Instruments.of(List.of());
        return new NoticePrinter(
                instruments, board(instruments), null, null, OrderTelling.ALL, new ArrayList<>());
    }

    public static Event event(int instrumentId, EventType type) {
        return Event.allocate().begin(instrumentId, 0).type(type);
    }
}

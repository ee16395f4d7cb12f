package io.hayate.view.text;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.NoticeReader;
import io.hayate.event.NoticeType;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.view.news.LineNews;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jline.utils.AttributedString;

/**
 * Makes lines of notices; tickers to be rewritten in place go to the board instead. Changes of
 * wallets come with every fill and make no line: {@code wallets} asks for them. View thread.
 */
public final class NoticePrinter implements NoticeReader {
    private final Instruments instruments;
    private final TickerBoard board;
    private final MarketAnswerLines marketAnswers;
    private final ChannelNewsLines channelNews;
    private final boolean showOrders;
    private final List<AttributedString> lines;
    private final OrderLine orders;
    private final OrderNews orderNews;
    private final LineNews news;
    private final ExecutionReport report = new ExecutionReport();
    private final WalletUpdate wallet = new WalletUpdate();
    private final SessionStatus session = new SessionStatus();
    private final Ticker ticker = new Ticker();
    private long nowNs;

    /**
     * Appends to {@code lines}.
     *
     * @param telling how orders are told
     */
    public NoticePrinter(
            Instruments instruments,
            TickerBoard board,
            MarketChannels channels,
            ChannelNewsLines channelNews,
            OrderTelling telling,
            List<AttributedString> lines) {
        this.news = new LineNews(telling.sink(), instruments);
        this.marketAnswers = new MarketAnswerLines(channels, board, this::answer);
        this.channelNews = channelNews;
        this.showOrders = telling.isAll();
        this.instruments = instruments;
        this.board = board;
        this.lines = lines;
        this.orders = new OrderLine(instruments, telling.mark());
        this.orderNews = new OrderNews(orders, this::addOrder);
    }

    /** Starts a turn: what comes next comes at this time. */
    public void begin(long turnNs) {
        nowNs = turnNs;
    }

    /** Ends it: tells what has waited for more of its kind long enough. */
    public void flush() {
        orderNews.flush(nowNs);
        channelNews.flush(nowNs, this::addChannel);
    }

    @Override
    public void onEvent(NoticeType type, Event event) {
        switch (type) {
            case PRINT -> board.put(event);
            case ANSWER -> onAnswer(event);
            case LOOK -> {} // nobody here asked
            default -> onNews(event);
        }
    }

    private void onNews(Event event) {
        switch (event.type()) {
            case EXECUTION_REPORT -> onReport(event);
            case SESSION_STATUS -> onSession(event);
            case TICKER -> answer(tickerLine(event));
            case CHANNEL_STATUS -> channelNews.put(event);
            default -> {} // not news of this kind
        }
    }

    private void onSession(Event event) {
        orderNews.flushAll(); // they happened before it
        AttributedString line = SessionLine.of(session.wrap(event));
        lines.add(line);
        news.onSession(session, line);
    }

    private void onReport(Event event) {
        news.heard(report.wrap(event));
        if (showOrders || news.isOn()) {
            orderNews.put(event, nowNs);
        } else if (LineNews.isTrouble(report)) {
            lines.add(orders.of(event));
        }
    }

    private void addOrder(Event last, boolean isFill, AttributedString line) {
        if (showOrders || LineNews.isTrouble(report.wrap(last))) {
            lines.add(line);
        }
        news.onOrder(last, isFill, line);
    }

    private void addChannel(AttributedString line, boolean isWell, MarketChannel channel) {
        lines.add(line);
        news.onChannel(line, isWell, channel);
    }

    private void onAnswer(Event event) {
        switch (event.type()) {
            case EXECUTION_REPORT -> answer(orders.answer(event));
            case WALLET_UPDATE -> answer(WalletLine.of(wallet.wrap(event)));
            case SESSION_STATUS -> onWords(session.wrap(event).text());
            case TICKER -> answer(tickerLine(event));
            default -> marketAnswers.put(event, nowNs);
        }
    }

    private void onWords(String text) {
        if (!board.panel().putText(text)) {
            answer(text);
        }
    }

    private AttributedString tickerLine(Event event) {
        Instrument instrument = instruments.get(event.instrumentId());
        FeedMark mark = board.marks().of(event, nowNs);
        String name = instrument.displayName();
        return TickerLine.full(name, ticker.wrap(event), instrument.isFunding(), mark);
    }

    @Override
    public void onLog(String template, double[] numbers) {
        String line = LogLine.of(template, numbers);
        lines.add(StyledLine.of(line));
        news.tell(NewsKind.STRATEGY, NewsLevel.INFO, line);
    }

    @Override
    public void onFrame(
            NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
        String line = FrameLine.of(type, text, offset, length, frameLength);
        lines.add(StyledLine.of(line));
        news.tell(NewsKind.FRAME, NewsLevel.TRACE, line);
    }

    private void answer(String line) {
        answer(StyledLine.of(line));
    }

    private void answer(AttributedString line) {
        lines.add(line);
        news.tell(NewsKind.ANSWER, NewsLevel.INFO, line.toString());
    }
}

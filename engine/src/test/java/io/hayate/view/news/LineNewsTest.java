package io.hayate.view.news;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.Event;
import io.hayate.event.NoticeType;
import io.hayate.event.ReportKind;
import io.hayate.model.GroupNumber;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import io.hayate.model.SessionState;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsSink;
import io.hayate.view.terminal.Samples;
import io.hayate.view.text.ChannelNewsLines;
import io.hayate.view.text.NoticePrinter;
import io.hayate.view.text.OrderTelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class LineNewsTest {
    private static final int BTCUSD = 0;
    private static final long SECOND_NS = 1_000_000_000L;

    private final Instruments instruments = Instruments.of(List.of("tBTCUSD"));
    private final MarketChannels channels = new MarketChannels();
    private final List<AttributedString> lines = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final NewsSink sink = new NewsSink(news::add, Map.of(1, "fast", 2, "slow"));
    private NoticePrinter printer = printer(true);
    private long nowNs;

    private NoticePrinter printer(boolean showsOrders) {
        return new NoticePrinter(
                instruments,
                Samples.board(instruments),
                channels,
                new ChannelNewsLines(channels),
                new OrderTelling(showsOrders, "", sink),
                lines);
    }

    private void event(Event event) {
        printer.onEvent(NoticeType.EVENT, event);
    }

    private void flush() {
        nowNs += SECOND_NS;
        printer.begin(nowNs);
        printer.flush();
    }

    private List<NewsKind> kinds() {
        return news.stream().map(News::kind).toList();
    }

    private String linesOfNews() {
        return news.stream().map(News::text).collect(Collectors.joining("\n"));
    }

    @Test
    void shouldTellEachLineOfOrdersWithKindLevelAndInstrument() {
        event(Samples.fill(BTCUSD, ReportKind.FILL, 0.01, 97_001));
        event(Samples.closed(BTCUSD, OrderStatus.FILLED, 97_001, "EXECUTED @ 97001.0(0.01)"));
        flush();
        event(Samples.closed(BTCUSD, OrderStatus.CANCELED, 0, "CANCELED"));
        flush();
        event(Samples.closed(BTCUSD, OrderStatus.REJECTED, 0, "no balance"));
        event(Samples.report(BTCUSD, ReportKind.OUTCOME_UNKNOWN));

        assertEquals(
                List.of(NewsKind.FILL, NewsKind.ORDER, NewsKind.REJECT, NewsKind.UNKNOWN), kinds());
        assertEquals(
                List.of(NewsLevel.INFO, NewsLevel.INFO, NewsLevel.WARN, NewsLevel.ERROR),
                news.stream().map(News::level).toList());
        assertEquals("BTCUSD", news.get(0).instrument());
        assertEquals(Samples.text(lines), linesOfNews());
    }

    @Test
    void shouldHearOfFillsThatTheConsoleLeavesOut() {
        printer = printer(false);
        event(Samples.fill(BTCUSD, ReportKind.FILL, 0.01, 97_001));
        flush();
        event(Samples.report(BTCUSD, ReportKind.NOT_SENT));

        assertEquals(List.of(NewsKind.FILL, NewsKind.REJECT), kinds());
        assertEquals(1, lines.size(), lines::toString);
    }

    @Test
    void shouldNameTheStrategyAlsoWhenAFillBearsNoGroup() {
        Event accepted = Samples.requestAnswer(BTCUSD, RequestKind.NEW_ORDER, true, "");
        Samples.report(accepted).groupId(GroupNumber.of(2, 7));
        event(accepted);
        flush();
        event(Samples.fill(BTCUSD, ReportKind.FILL, 0.01, 97_001));
        flush();

        assertEquals(List.of(NewsKind.ORDER, NewsKind.FILL), kinds());
        assertEquals("slow", news.get(1).strategy());
    }

    @Test
    void shouldTellALostConnectionOnceAndThatItIsBack() {
        event(Samples.session(SessionState.SUBSCRIBING, SessionState.LIVE, 0, ""));
        event(Samples.session(SessionState.LIVE, SessionState.DISCONNECTED, 0, "reset"));
        event(Samples.session(SessionState.DISCONNECTED, SessionState.CONNECTING, 0, ""));
        event(Samples.session(SessionState.CONNECTING, SessionState.DISCONNECTED, 0, "refused"));
        event(Samples.session(SessionState.SUBSCRIBING, SessionState.LIVE, 0, ""));
        event(Samples.session(SessionState.SUBSCRIBING, SessionState.LIVE, 0, ""));

        assertEquals(
                List.of(
                        NewsKind.SESSION,
                        NewsKind.RECONNECT,
                        NewsKind.SESSION,
                        NewsKind.SESSION,
                        NewsKind.RECONNECT,
                        NewsKind.SESSION),
                kinds());
        assertEquals(NewsLevel.WARN, news.get(1).level());
        assertEquals(NewsLevel.INFO, news.get(4).level());
    }

    @Test
    void shouldTellWhatStrategiesLogAndWhatIsAnswered() {
        printer.onLog("bought {}", new double[] {0.01, 0, 0, 0});
        printer.onEvent(NoticeType.ANSWER, Samples.report(BTCUSD, ReportKind.OPEN_ORDER));

        assertEquals(List.of(NewsKind.STRATEGY, NewsKind.ANSWER), kinds());
        assertEquals("bought 0.01", news.get(0).text());
    }
}

package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.BookView;
import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.Commands;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.Trade;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.Side;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.Symbols;
import io.hayate.view.text.FeedMarks;
import io.hayate.view.text.OrderTelling;
import io.hayate.view.text.Panel;
import io.hayate.view.text.TickerBoard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands about channels of market data, from the typed line to the screen. */
class MarketConsoleTest {
    private static final long MS = 1_000_000;

    private final NanoClock clock = () -> this.nowNs;
    private long nowNs;
    private final Instruments instruments = Instruments.of(List.of("tBTCUSD"));
    private final MarketChannels channels = new MarketChannels();
    private final ChannelStatistics statistics = new ChannelStatistics(16);
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final Notices notices = new Notices();
    private final List<String> printed = new ArrayList<>();
    private final FakeScreen fake = new FakeScreen(80);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "book BTCUSD | no book of BTCUSD is subscribed; try: subscribe book BTCUSD",
                "trades ETHUSD | no trades of ETHUSD are subscribed; try: subscribe trades ETHUSD",
                "candles BTCUSD | no candles of BTCUSD are subscribed;"
                        + " try: subscribe candles 1m BTCUSD",
                "book BTCUSD P9 | P9 is no precision (P0 to P4, R0), F0, F1 or length (1 25 100"
                        + " 250)",
                "book BTCUSD P0 100 | no book of BTCUSD P0 100 is subscribed;"
                        + " try: subscribe book BTCUSD P0 100",
                "candles 1m | no candles of 1m are subscribed; try: subscribe candles 1m BTCUSD",
                "candles | no candles are subscribed; try: subscribe candles 1m BTCUSD",
                "candles fUSD | no candles of fUSD are subscribed;"
                        + " try: subscribe candles 1m fUSD:p30",
                "candles 2m BTCUSD | 2m is no time frame:"
                        + " 1m 5m 15m 30m 1h 3h 4h 6h 12h 1D 7D 1W 14D 1M",
                "candles BTCUSD 1m 5m | candles takes a symbol and a time frame:"
                        + " candles BTCUSD 1m",
                "book | no book is subscribed; try: subscribe book BTCUSD",
                "book P9 BTCUSD | P9 is no precision (P0 to P4, R0), F0, F1 or length (1 25 100"
                        + " 250)",
                "trades | no trades are subscribed; try: subscribe trades BTCUSD",
                "candles BTCUSD 2m | 2m is no time frame:"
                        + " 1m 5m 15m 30m 1h 3h 4h 6h 12h 1D 7D 1W 14D 1M",
                "unsubscribe book BTCUSD | book BTCUSD is not subscribed",
                "subscribe book BTCUSD P0 F7 | book BTCUSD P0 F7 is no channel,"
                        + " such as: book BTCUSD P0 F0 25, trades BTCUSD, candles 1m BTCUSD",
                "channels X | no channel has X in its name"
            })
    void shouldSayWhatIsWrongWhenCommandCannotBe(String line, String answer) {
        type(line);

        assertEquals(List.of(answer), printed);
        assertEquals(List.of(), offered());
    }

    @Test
    void shouldRegisterAndOfferWhenSubscribed() {
        type("subscribe book btcusd P1 F0 100\nunsubscribe book BTCUSD");

        assertEquals("book BTCUSD P1 F0 100", channels.get(0).displayName());
        assertEquals(List.of("SUBSCRIBE 0", "UNSUBSCRIBE 0"), offered());
        assertEquals("unsubscribe book BTCUSD P1 F0 100: handed to the engine", printed.get(1));
    }

    @Test
    void shouldShowTheFinestBookWithMostLevelsWhenSeveralAreSubscribed() {
        subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 250));
        subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.P1, "F0", 250));
        int fine = subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 100));
        subscribed(ChannelSpec.book("tBTCUSD"));

        type("book BTCUSD\nbook BTCUSD R0\nbook BTCUSD 25");
        assertEquals(List.of("BOOK_VIEW 2", "BOOK_VIEW 0", "BOOK_VIEW 3"), offered());
        unsubscribed(fine);
        type("book BTCUSD");

        assertEquals(List.of("BOOK_VIEW 3"), offered());
    }

    @Test
    void shouldShowOnlyWhatIsSubscribedStill() {
        subscribeAll();
        unsubscribed(0);
        unsubscribed(1);
        unsubscribed(2);

        type("book BTCUSD\ntrades BTCUSD\ncandles BTCUSD 1m\nunsubscribe book BTCUSD");

        assertEquals(List.of(), offered());
        assertEquals("no book of BTCUSD is subscribed; try: subscribe book BTCUSD", printed.get(0));
        assertEquals("book BTCUSD is not subscribed", printed.get(3));
    }

    @Test
    void shouldAskWhichOneWhenSeveralBooksAreSubscribed() {
        subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 250));
        subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.P1, "F0", 250));

        type("unsubscribe book BTCUSD\nunsubscribe Book BTCUSD P1 250");

        assertEquals("which one? book BTCUSD P1 F0 250, book BTCUSD R0 F0 250", printed.get(0));
        assertEquals(List.of("UNSUBSCRIBE 1"), offered());
    }

    @Test
    void shouldShowTheCandlesThatThereAreWhenNoTimeFrameIsSaid() {
        subscribed(ChannelSpec.candles("1D", "tBTCUSD"));
        subscribed(ChannelSpec.candles("5m", "tBTCUSD"));

        type("candles BTCUSD");

        assertEquals(List.of("CANDLES_VIEW 1"), offered());
    }

    @Test
    void shouldAskAgainForWhatTheVenueRefusedAndTellWhyItDid() {
        int trades = subscribed(ChannelSpec.trades("tFOOUSD"));
        TickerBoard board = new TickerBoard(instruments, Panel.none(), new FeedMarks(statistics));
        ViewDuty duty = duty(board, new RewritingScreen(board, Samples.plainPage(), null));
        ChannelTable table = new ChannelTable(channels, statistics, duty::refusal, null, clock);
        Event refused =
                Samples.event(0, EventType.CHANNEL_STATUS).channelId(trades).health(Health.OFF);
        new ChannelStatus()
                .wrap(refused)
                .previousHealth(Health.OFF)
                .code(10_300)
                .text(ChannelStatus.REFUSED + "symbol: invalid");
        notices.offer(NoticeType.EVENT, refused);
        duty.turn(0);
        unsubscribed(trades);

        nowNs = MS;
        List<String> lines = Samples.texts(table.lines(""));
        assertTrue(lines.get(1).startsWith("trades FOOUSD  off"), lines.get(1));
        assertEquals(
                "trades FOOUSD: the venue refused it: symbol: invalid (code 10300)", lines.get(2));

        type("subscribe trades FOOUSD");
        assertEquals(List.of("SUBSCRIBE 0"), offered());
        assertEquals(
                List.of("subscribe trades FOOUSD, asked for again: handed to the engine"), printed);
        statistics.set(trades, ChannelStatistics.Figure.WANTED, 1);
        nowNs = MS;
        assertEquals(2, table.lines("").size());
    }

    @Test
    void shouldKnowASymbolThatWasSubscribedFromTheConsole() {
        Console console = console(new Panel(false, commands::offer));

        console.accept("subscribe ticker ETHUSD\nshow ETHUSD\nbuy 0.01 ETHUSD");

        assertEquals(List.of("SUBSCRIBE 0", "SHOW 1", "BUY 1"), offered());
    }

    @Test
    void shouldPrintOnceWhenScreenIsPlain() {
        subscribeAll();
        type("book BTCUSD\ntrades BTCUSD\ncandles BTCUSD 1m");
        assertEquals(List.of("BOOK_VIEW 0", "TRADES_VIEW 1", "CANDLES_VIEW 2"), offered());
        TickerBoard board = new TickerBoard(instruments, Panel.none(), new FeedMarks(statistics));
        Output output = new Output(fake, StandardCharsets.UTF_8);
        ViewDuty duty = duty(board, new PlainScreen(board, Samples.plainPage(), output));
        notices.offer(NoticeType.ANSWER, book(1));
        notices.offer(NoticeType.ANSWER, trade());
        candles();
        duty.turn(0);

        String text = fake.text();
        assertTrue(text.contains("97000 | 97001"), text);
        assertTrue(text.contains("00:00:01.500  sell  0.5 at 97000"), text);
        assertTrue(text.contains("candles 1m BTCUSD  live  age 0.0 s  last 12\n"), text);
    }

    @Test
    void shouldRedrawBookInPlaceUntilTickersAreWanted() {
        subscribeAll();
        Panel panel = new Panel(true, commands::offer);
        TickerBoard board = new TickerBoard(instruments, panel, new FeedMarks(statistics));
        Output output = new Output(fake, StandardCharsets.UTF_8);
        ViewDuty duty = duty(board, new RewritingScreen(board, Samples.page(80, 24), output));
        board.put(Samples.ticker(0, 1, 2, 3, 4));
        duty.turn(0);
        console(panel).accept("book BTCUSD P0");

        duty.turn(1);
        duty.turn(2);
        assertEquals(List.of("BOOK_VIEW 0"), offered());
        assertEquals("book BTCUSD P0 F0 25", fake.text());
        notices.offer(NoticeType.ANSWER, book(1));
        duty.turn(3);
        notices.offer(NoticeType.ANSWER, book(7));
        duty.turn(250 * MS + 1);
        assertEquals(List.of("BOOK_VIEW 0"), offered());
        assertTrue(fake.text().contains("7  97000 | 97001  7"), fake.text());
        assertEquals(2, fake.text().lines().count());

        console(panel).accept("book off");
        duty.turn(251 * MS);
        assertEquals("BTCUSD:  Bid: 1, Ask: 2, Last Price: 3, Volume: 4", fake.text());
        duty.turn(900 * MS);
        assertEquals(List.of(), offered());
    }

    @Test
    void shouldShowChartInPlaceWhenCandlesAreWanted() {
        subscribeAll();
        Panel panel = new Panel(true, commands::offer);
        TickerBoard board = new TickerBoard(instruments, panel, new FeedMarks(statistics));
        Output output = new Output(fake, StandardCharsets.UTF_8);
        ViewDuty duty = duty(board, new RewritingScreen(board, Samples.page(80, 24), output));
        duty.turn(0);
        console(panel).accept("candles 1m BTCUSD");
        candles();
        duty.turn(0);

        assertEquals(List.of("CANDLES_VIEW 2"), offered());
        assertTrue(
                fake.text().startsWith("candles 1m BTCUSD  live  age 0.0 s  last 12\n"),
                fake.text());
        assertTrue(fake.text().endsWith("00:00 to 00:01"), fake.text());
        duty.turn(999 * MS);
        assertEquals(List.of(), offered());
        duty.turn(1_000 * MS);
        assertEquals(List.of("CANDLES_VIEW 2"), offered());
    }

    @Test
    void shouldListChannelsWithHealthWhenAsked() {
        subscribeAll();
        unsubscribed(1);
        statistics.set(2, ChannelStatistics.Figure.HEALTH, Health.OFF);
        statistics.set(0, ChannelStatistics.Figure.CHECKSUMS_PASSED, 112);
        type("channels book");

        List<String> lines = printed.get(0).lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).matches("book BTCUSD P0 F0 25  live .* 112"), lines.get(1));
        type("channels");
        assertTrue(printed.get(1).contains("trades BTCUSD         off "), printed.get(1));
        assertTrue(printed.get(1).contains("candles 1m BTCUSD     waiting "), printed.get(1));
    }

    @Test
    void shouldLeaveColumnsOutWhenTheScreenIsNarrow() {
        int book = subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 250));
        statistics.set(book, ChannelStatistics.Figure.HEALTH, Health.RESYNCING);
        statistics.set(book, ChannelStatistics.Figure.BOOK_HEALTH, Health.CHECKSUM_BAD);
        statistics.set(book, ChannelStatistics.Figure.CHECKSUMS_FAILED, 3);

        ChannelTable narrow =
                new ChannelTable(channels, statistics, id -> "", () -> new Size(60, 24), clock);

        nowNs = MS;
        List<String> lines = Samples.texts(narrow.lines(""));
        assertEquals(
                "book BTCUSD P0 F0 250  resyncing checksum-bad", lines.get(1).substring(0, 45));
        assertTrue(lines.get(0).endsWith("Failed"), lines.get(0));
        assertTrue(lines.stream().allMatch(line -> line.length() < 60), lines.toString());
    }

    @Test
    void shouldPaintTheHealthOfChannels() {
        int book = subscribed(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 250));
        statistics.set(book, ChannelStatistics.Figure.HEALTH, Health.STALE);
        ChannelTable table = new ChannelTable(channels, statistics, id -> "", null, clock);

        nowNs = MS;
        String colored = new Page(null, true).text(table.lines(""));
        String plain = new Page(null, false).text(table.lines(""));

        assertTrue(colored.contains("\033[31;1mstale\033[0m"), colored.replace("\033", "ESC"));
        assertTrue(colored.startsWith("\033[1mChannel"), colored.replace("\033", "ESC"));
        assertEquals(plain, colored.replaceAll("\033\\[[0-9;]*m", ""));
    }

    @Test
    void shouldKeepHelpWithinScreen() {
        type("help");

        assertTrue(printed.get(0).lines().allMatch(line -> line.length() < 80));
    }

    private void subscribeAll() {
        subscribed(ChannelSpec.book("tBTCUSD"));
        subscribed(ChannelSpec.trades("tBTCUSD"));
        subscribed(ChannelSpec.candles("1m", "tBTCUSD"));
    }

    private int subscribed(ChannelSpec spec) {
        int id = channels.register(spec, instruments).id();
        statistics.set(id, ChannelStatistics.Figure.WANTED, 1);
        return id;
    }

    private void unsubscribed(int id) {
        statistics.set(id, ChannelStatistics.Figure.WANTED, 0);
        statistics.set(id, ChannelStatistics.Figure.HEALTH, Health.OFF);
    }

    private static Event book(double amount) {
        Event event = Samples.event(0, EventType.BOOK_VIEW).channelId(0);
        BookView book = new BookView().wrap(event).clear();
        book.add(Side.BUY, 97_000, amount).add(Side.SELL, 97_001, amount);
        return event;
    }

    private static Event trade() {
        Event event = Samples.event(0, EventType.TRADE).channelId(1).place(true, true);
        Trade trade = new Trade().wrap(event).id(1).timeMs(1_500).side(Side.SELL);
        trade.amount(0.5).price(97_000).period(0).isUpdate(false);
        return event;
    }

    private void candles() {
        for (int i = 0; i < 2; i++) {
            Event event = Samples.event(0, EventType.CANDLE).channelId(2).place(i == 0, i == 1);
            Candle candle = new Candle().wrap(event).timeMs(60_000L * i).volume(1);
            candle.open(10).close(11 + i).high(14).low(9);
            notices.offer(NoticeType.ANSWER, event);
        }
    }

    private ViewDuty duty(TickerBoard board, Screen screen) {
        return new ViewDuty(notices, instruments, board, channels, OrderTelling.ALL, screen);
    }

    private void type(String lines) {
        console(new Panel(false, commands::offer)).accept(lines);
    }

    private Console console(Panel panel) {
        ChannelTable table = new ChannelTable(channels, statistics, id -> "", null, clock);
        KnownChannels known = new KnownChannels(channels, statistics);
        ConsoleMarket market = ConsoleMarket.of(instruments, known, table, panel);
        Symbols symbols = new Symbols(instruments, channels);
        return new Console(
                symbols,
                ConsoleConfig.DEFAULTS,
                market,
                Samples.engine(commands),
                () -> "",
                Samples.to(printed));
    }

    private List<String> offered() {
        List<String> taken = new ArrayList<>();
        commands.poll((type, id, amount, timeNs) -> taken.add(type + " " + id));
        return taken;
    }
}

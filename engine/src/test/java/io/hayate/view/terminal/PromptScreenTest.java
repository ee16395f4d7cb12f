package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.hayate.engine.SmallDisk;
import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.TradingHalt;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.portfolio.Portfolio;
import io.hayate.view.EngineLink;
import io.hayate.view.text.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.SystemNanoClock;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The view on a terminal with a prompt: what a person sees after typing, messages and redraws. */
class PromptScreenTest {
    private static final int PATIENCE_MS = 30_000;

    private final FakeScreen fake = new FakeScreen(80);
    private final Notices notices = new Notices();
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final AtomicInteger quits = new AtomicInteger();
    private final CountDownLatch quit = new CountDownLatch(1);
    private LineDisciplineTerminal terminal;
    private Attributes attributes;
    private TerminalView view;
    @TempDir private Path directory;

    @BeforeEach
    void setUp() throws IOException {
        terminal = new LineDisciplineTerminal("test", "xterm", fake, StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        attributes = terminal.getAttributes();
    }

    @AfterEach
    void tearDown() {
        if (view != null) {
            view.close();
        }
    }

    @Test
    void shouldKeepTypedTextBelowTickersWhenBothChange() throws Exception {
        start("tBTCUSD");
        type("buy 0.0");
        awaitEnd("hayate> buy 0.0");
        ticker(0, 97_000.5);
        awaitEnd(line(97_000.5) + "\nhayate> buy 0.0");
        view.print("a message that comes while a person types");
        type("1 BT");
        ticker(0, 9);
        awaitEnd("types\n" + line(9) + "\nhayate> buy 0.01 BT");

        assertEquals(
                "a message that comes while a person types\n" + line(9) + "\nhayate> buy 0.01 BT",
                fake.text());
    }

    @Test
    void shouldLeaveNoTickersAboveTheLineWhenItIsEntered() throws Exception {
        start("tBTCUSD");
        ticker(0, 97_000.5);
        awaitEnd(line(97_000.5) + "\nhayate>");
        type("byu\r");
        awaitEnd("(try help)\n" + line(97_000.5) + "\nhayate>");

        assertEquals(
                "hayate> byu\n"
                        + "byu is neither a command nor a subscribed symbol - did you mean buy?"
                        + " (try help)\n"
                        + line(97_000.5)
                        + "\nhayate>",
                fake.text().replace("\n  (try", " (try").replace("\n  help", " help"));
    }

    @Test
    void shouldHandOverCommandWhenItIsTyped() throws Exception {
        start("tBTCUSD");
        type("Buy\r");
        awaitEnd("buy 0.01 BTCUSD: handed to the engine\nhayate>");

        assertEquals(1, commands.poll(this::isBuyOfDefaultAmount));
    }

    private boolean isBuyOfDefaultAmount(
            CommandType type, int instrumentId, double amount, long timeNs) {
        return type == CommandType.BUY && instrumentId == 0 && amount == 0.01;
    }

    @Test
    void shouldCompleteSymbolWhenTabIsTyped() throws Exception {
        start("tBTCUSD", "tETHUSD");
        type("sell 1 et\t");

        awaitEnd("hayate> sell 1 ETHUSD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[A", "\033OA"})
    void shouldBringLineBackWhenArrowUpIsTyped(String arrowUp) throws Exception {
        start("tBTCUSD");
        type("hlep\r" + arrowUp);
        awaitEnd("(try\n  help)\nhayate> hlep");
        type("!");

        awaitEnd("hayate> hlep!");
    }

    @Test
    void shouldKeepHistoryInFileWhenOneIsGiven() throws Exception {
        Path file = directory.resolve("history");
        start(new ConsoleConfig(true, 0.01, true, file, ""), "tBTCUSD");
        type("orders\r");
        type("wallets");
        awaitEnd("hayate> wallets");

        assertTrue(Files.readString(file).contains("orders"), Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a folder", "below a file", "no text", "no history", "a pipe", "locked"})
    void shouldTellOnceWhenTheHistoryCannotBeKeptAndGoOn(String what) throws Exception {
        start(new ConsoleConfig(true, 0.01, true, unfit(what), ""), "tBTCUSD");
        type("one\r");
        fake.await(text -> text.contains("one is neither"));
        type("two\r");
        fake.await(text -> text.contains("two is neither"));
        type("\033[A");
        awaitEnd("hayate> two");

        String told = fake.text().replaceAll("\\s+", " ");
        assertEquals(2, told.split("typed lines are not kept in ", -1).length, told);
        assertTrue(!told.contains("Exception"), told);
    }

    @Test
    void shouldLeaveTheFileAloneWhenItHoldsSomethingElse() throws Exception {
        Path file = unfit("no history");
        start(new ConsoleConfig(true, 0.01, true, file, ""), "tBTCUSD");
        type("one\r");
        fake.await(text -> text.contains("one is neither"));
        view.close();

        assertEquals("neither a time nor a line\n", Files.readString(file));
    }

    @Test
    void shouldKnowTheOtherLinesWhenOneWasCutOff() throws Exception {
        Path file = Files.writeString(directory.resolve("history"), "1:orders\n2:wallets\n17959");
        start(new ConsoleConfig(true, 0.01, true, file, ""), "tBTCUSD");
        type("\033[A");
        awaitEnd("hayate> wallets");

        assertEquals("hayate> wallets", fake.text());
    }

    private Path unfit(String what) throws Exception {
        Path file = directory.resolve("history");
        switch (what) {
            case "a folder" -> Files.createDirectory(file);
            case "below a file" -> file = Files.createFile(file).resolve("history");
            case "no text" -> Files.write(file, new byte[] {'1', ':', (byte) 0xff, '\n'});
            case "locked" -> {
                Files.writeString(file, "1:orders\n");
                Files.setPosixFilePermissions(file, Set.of());
                assumeFalse(Files.isReadable(file), "root reads anything");
            }
            case "no history" -> Files.writeString(file, "neither a time nor a line\n");
            default -> assertEquals(0, new ProcessBuilder("mkfifo", "" + file).start().waitFor());
        }
        return file;
    }

    @Test
    void shouldTellOnceWhenTheDiskOfTheHistoryIsFullAndGoOn() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"))) {
            Path file = disk.folder().resolve("history");
            start(new ConsoleConfig(true, 0.01, true, file, ""), "tBTCUSD");
            type("one\r");
            fake.await(text -> text.contains("one is neither"));
            disk.fill();
            for (int i = 0; i < 2; i++) {
                type("x".repeat(5_000) + "\r"); // more than the last page has room for
            }
            type("two\r");
            fake.await(text -> text.contains("two is neither"));

            String told = fake.text().replaceAll("\\s+", " ");
            assertEquals(2, told.split("typed lines are not kept in ", -1).length, told);
            assertTrue(told.contains("No space left on device"), told);
        }
    }

    @Test
    void shouldShowTableAboveThePromptWhenThereAreSeveralInstruments() throws Exception {
        start("tBTCUSD", "tETHUSD");
        ticker(0, 1);
        ticker(1, 2);

        fake.await(
                text ->
                        text.contains("Symbol  Bid  Ask  Last Price  Volume  State\n")
                                && text.contains("BTCUSD    1    2           1       4  live\n")
                                && text.endsWith(
                                        "ETHUSD    2    3           2       4  live\nhayate>"));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 40, 20})
    void shouldDrawOnlyOnceWhenTerminalGetsNarrower(int columns) throws Exception {
        start("tBTCUSD");
        view.print("above");
        ticker(0, 97_000.5);
        awaitEnd("hayate>");
        type("buy 0.01 BT");
        awaitEnd(line(97_000.5) + "\nhayate> buy 0.01 BT");

        resize(columns);
        fake.await(text -> text.replace("\n", "").endsWith("hayate> buy 0.01 BT"));

        List<String> lines = fake.text().lines().toList();
        assertEquals("above", lines.get(0));
        assertTrue(lines.get(1).startsWith("BTCUSD"), fake.text());
        assertEquals("hayate> buy 0.01 BT", lines.get(2));
        assertEquals(3, lines.size(), fake.text());
    }

    @Test
    void shouldDrawOnlyOnceWhenTerminalGetsNarrowerThanWhatIsTyped() throws Exception {
        start("tBTCUSD");
        ticker(0, 97_000.5);
        type("buy 0.01 and a good deal more");
        awaitEnd(line(97_000.5) + "\nhayate> buy 0.01 and a good deal more");

        resize(20);
        awaitEnd("BTCUSD Bid: 97000.5\nhayate> buy 0.01 and\n a good deal more");
        resize(80);
        awaitEnd(line(97_000.5) + "\nhayate> buy 0.01 and a good deal more");

        assertEquals(2, fake.text().lines().count(), fake.text());
    }

    @Test
    void shouldShowPromptAloneWhenTerminalIsTwoRowsHigh() throws Exception {
        start("tBTCUSD");
        ticker(0, 97_000.5);
        awaitEnd(line(97_000.5) + "\nhayate>");

        terminal.setSize(new Size(80, 2));
        terminal.raise(Terminal.Signal.WINCH);

        fake.await("hayate>"::equals);
    }

    @Test
    void shouldQuitOnceWhenLineSaysSo() throws Exception {
        start("tBTCUSD");
        type("quit\r");

        assertTrue(quit.await(30, TimeUnit.SECONDS));
        view.close();
        assertEquals(1, quits.get());
        assertEquals(attributes.toString(), terminal.getAttributes().toString());
    }

    @Test
    void shouldQuitWhenControlCIsTyped() throws Exception {
        start("tBTCUSD");
        type("half a li");
        awaitEnd("half a li");
        type("\003");

        assertTrue(quit.await(30, TimeUnit.SECONDS));
        view.close();
        assertEquals(attributes.toString(), terminal.getAttributes().toString());
    }

    @Test
    void shouldGoOnWithoutPromptWhenControlDIsTyped() throws Exception {
        start("tBTCUSD");
        ticker(0, 97_000.5);
        awaitEnd(line(97_000.5) + "\nhayate>");
        type("\004");
        fake.await(text -> text.contains("Ctrl-C ends the program"));
        ticker(0, 9);
        view.print("still here");
        awaitEnd("still here\n" + line(9));

        assertEquals(0, quits.get());
    }

    @Test
    void shouldLeaveLastTickersAndFreshLineWhenItIsClosed() throws Exception {
        start("tBTCUSD");
        ticker(0, 97_000.5);
        awaitEnd(line(97_000.5) + "\nhayate>");
        notices.log("last words", 0, 0, 0, 0);
        view.close();
        view.print("summary");

        assertTrue(fake.text().contains("last words\n"), fake.text()); // above or below the prompt
        assertTrue(fake.text().endsWith("\n" + line(97_000.5) + "\nsummary"), fake.text());
        assertEquals(4, fake.text().lines().count(), fake.text());
        assertEquals(attributes.toString(), terminal.getAttributes().toString());
        assertEquals(0, quits.get());
    }

    private void start(String... symbols) throws InterruptedException {
        start(ConsoleConfig.DEFAULTS, symbols);
    }

    private void start(ConsoleConfig config, String... symbols) throws InterruptedException {
        view =
                new TerminalView(
                        config,
                        new EngineLink(
                                Instruments.of(List.of(symbols)),
                                new MarketChannels(),
                                new ChannelStatistics(MarketChannels.COUNT_MAX),
                                notices,
                                commands,
                                new TradingHalt(),
                                new Portfolio(),
                                SystemNanoClock.INSTANCE),
                        () -> "status",
                        this::onQuit,
                        new TerminalStreams(
                                null,
                                fake,
                                StandardCharsets.UTF_8,
                                terminal::getSize,
                                terminal,
                                new Page(terminal::getSize, true)),
                        PATIENCE_MS);
        view.start();
        awaitEnd("hayate>");
    }

    private void onQuit() {
        quits.incrementAndGet();
        quit.countDown();
    }

    private void type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    private void resize(int columns) {
        fake.resize(columns);
        terminal.setSize(new Size(columns, 24));
        terminal.raise(Terminal.Signal.WINCH);
    }

    private void ticker(int id, double price) {
        notices.offer(NoticeType.PRINT, Samples.freshTicker(id, price));
    }

    private static String line(double price) {
        String shown = Figures.exact(price);
        return "BTCUSD:  Bid: "
                + shown
                + ", Ask: "
                + Figures.exact(price + 1)
                + ", Last Price: "
                + shown
                + ", Volume: 4";
    }

    private void awaitEnd(String end) throws InterruptedException {
        fake.await(text -> text.endsWith(end));
    }
}

package io.hayate.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;

/** The view on streams that are no terminal. */
class TerminalViewTest {
    private static final int PATIENCE_MS = 30_000;
    private static final int SHORT_MS = 100;

    private final Notices notices = new Notices();
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final CountDownLatch quit = new CountDownLatch(1);
    private final FakeScreen fake = new FakeScreen(1_000);

    @Test
    void shouldWriteNoControlCharactersWhenOutputIsNoTerminal() throws Exception {
        Bytes out = new Bytes();
        TerminalView view = view("status\nshow BTCUSD\nfrobnicate\n", out);
        view.start();
        notices.offer(NoticeType.PRINT, Samples.freshTicker(0, 1));
        view.print("\033[31mred\033[0m");
        out.await("Volume: 4\n");
        out.await("counters\n"); // the answer to a line that another thread reads
        view.close();
        view.print("summary");

        String written = out.text();
        assertTrue(written.chars().allMatch(c -> c == '\n' || c >= ' '), written);
        assertFalse(written.contains("hayate>"), written);
        assertTrue(written.contains("counters"), written);
        assertTrue(written.endsWith("summary\n"), written);
    }

    @Test
    void shouldCarryOutCommandsAndGoOnWhenInputEnds() throws Exception {
        CountDownLatch offered = new CountDownLatch(1);
        commands.onOffer(offered::countDown);
        try (TerminalView view = view("buy 0.01 BTCUSD", fake)) {
            view.start();
            assertTrue(offered.await(30, TimeUnit.SECONDS));
            fake.await(text -> text.contains("buy 0.01 BTCUSD: handed to the engine"));
            view.print("still here");
            fake.await(text -> text.endsWith("still here"));
        }

        assertEquals(1, commands.poll((type, id, amount, timeNs) -> type == CommandType.BUY));
        assertEquals(1, quit.getCount());
    }

    @Test
    void shouldQuitWhenPipedLineSaysSo() throws Exception {
        try (TerminalView view = view("quit\n", fake)) {
            view.start();

            assertTrue(quit.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void shouldReadNothingWhenThereIsNoConsole() throws Exception {
        ByteArrayInputStream in = input("quit\n");
        ConsoleConfig config = new ConsoleConfig(false, 0.01, true, null, "");
        try (TerminalView view = view(config, in, fake)) {
            view.start();
            view.print("started");
            fake.await(text -> text.endsWith("started"));
        }

        assertEquals(5, in.available());
        assertEquals(1, quit.getCount());
    }

    @Test
    void shouldGoOnTakingNoticesWhenOutputBreaks() throws Exception {
        CountDownLatch broken = new CountDownLatch(1);
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        broken.countDown();
                        throw new IOException("Broken pipe");
                    }
                };
        TerminalView view = view("", out);
        view.start();
        view.print("first");
        assertTrue(broken.await(30, TimeUnit.SECONDS));
        for (int i = 0; i < 10_000; i++) {
            notices.log("{}", i, 0, 0, 0);
        }
        view.close();

        assertEquals(0, notices.poll(Samples.unread(), 1));
    }

    @Test
    void shouldCloseWhenOutputBlocksForEver() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        blocked.countDown();
                        awaitForEver(never);
                    }
                };
        TerminalView view = view(ConsoleConfig.DEFAULTS, input(""), out, SHORT_MS);
        view.start();
        view.print("first");
        assertTrue(blocked.await(30, TimeUnit.SECONDS));

        view.close();
        view.print("a summary that nobody can read");

        never.countDown();
    }

    private static void awaitForEver(CountDownLatch never) throws IOException {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void shouldPrintWhatWaitsWhenItIsClosedWithoutHavingStarted() {
        TerminalView view = view("", fake);
        view.print("a wrong setting");
        view.close();
        view.close();

        assertEquals("a wrong setting", fake.text());
    }

    @Test
    void shouldLoseNothingButTheLineWhenOneCannotBeShown() throws Exception {
        try (TerminalView view = view("", fake)) {
            notices.offer(NoticeType.ANSWER, Samples.ticker(77, 1, 2, 3, 4));
            notices.log("after", 0, 0, 0, 0);
            view.start();

            fake.await(text -> text.contains("could not be shown") && text.contains("after"));
        }
    }

    @Test
    void shouldTellAndLiveWhenMemoryRunsOutInTheView() throws Exception {
        Bytes out = new Bytes();
        AtomicInteger failures = new AtomicInteger(2);
        OutputStream scarce =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        out.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        if (failures.getAndDecrement() > 0) {
                            throw new OutOfMemoryError("Java heap space");
                        }
                        super.write(bytes, offset, length);
                    }
                };
        try (TerminalView view = view("", scarce)) {
            view.print("lost");
            view.start();
            out.await("a line could not be shown: java.lang.OutOfMemoryError: Java heap space\n");
            view.print("after");
            out.await("after\n");
        }
    }

    private TerminalView view(String input, OutputStream out) {
        return view(ConsoleConfig.DEFAULTS, input(input), out);
    }

    private TerminalView view(ConsoleConfig config, InputStream in, OutputStream out) {
        return view(config, in, out, PATIENCE_MS);
    }

    private TerminalView view(
            ConsoleConfig config, InputStream in, OutputStream out, int patienceMs) {
        return new TerminalView(
                config,
                new EngineLink(
                        Instruments.of(List.of("tBTCUSD")),
                        new MarketChannels(),
                        new ChannelStatistics(MarketChannels.COUNT_MAX),
                        notices,
                        commands,
                        new TradingHalt(),
                        new Portfolio(),
                        SystemNanoClock.INSTANCE),
                () -> "counters\nlatency",
                quit::countDown,
                new TerminalStreams(
                        in, out, StandardCharsets.UTF_8, null, null, Samples.plainPage()),
                patienceMs);
    }

    private static ByteArrayInputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps what is written and tells when a text has come. */
    private static final class Bytes extends OutputStream {
        private final StringBuilder written = new StringBuilder();

        @Override
        public synchronized void write(int b) {
            written.append((char) b);
            notifyAll();
        }

        synchronized String text() {
            return written.toString();
        }

        synchronized void await(String text) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (written.indexOf(text) < 0) {
                long left = deadline - System.nanoTime();
                assertTrue(left > 0, written::toString);
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }
}

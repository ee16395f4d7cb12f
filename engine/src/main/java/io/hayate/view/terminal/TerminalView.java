package io.hayate.view.terminal;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsSink;
import io.hayate.view.EngineAnswers;
import io.hayate.view.EngineLink;
import io.hayate.view.command.KnownChannels;
import io.hayate.view.command.Symbols;
import io.hayate.view.text.FeedMarks;
import io.hayate.view.text.OrderTelling;
import io.hayate.view.text.Panel;
import io.hayate.view.text.StyledLine;
import io.hayate.view.text.TickerBoard;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.agrona.concurrent.NanoClock;
import org.jline.utils.AttributedString;

/**
 * Shows what the engine does and takes commands: the only reader of the notices.
 *
 * <p>Starts thread {@code view}, which wakes about every 20 ms, and, when commands are read, thread
 * {@code console}; both are daemons. A terminal that blocks holds up these two and no other; one
 * that is gone is written to no more.
 */
public final class TerminalView implements AutoCloseable {
    /** A link lets in whoever opens it first: it is for the terminal alone. */
    private static final Pattern LINK = Pattern.compile("(\\?link=)\\S+");

    private static final long IDLE_NS = 20_000_000;
    private static final int CLOSE_TIMEOUT_MS = 2_000;

    private final Output output;
    private final Page page;
    private final Prompt prompt;
    private final ViewDuty duty;
    private final Thread view = daemon("view", this::show);
    private final Thread console;
    private final CountDownLatch consoleEnd = new CountDownLatch(1);
    private final NanoClock clock;
    private final int closeTimeoutMs;
    private final NewsSink news;
    private final AtomicBoolean isClosing = new AtomicBoolean();
    private volatile boolean isEnding;
    private volatile boolean isClosed;

    /**
     * A view that {@link #start} sets going.
     *
     * @param engine what is shown, and where typed commands go
     * @param run asked on thread {@code console}
     * @param quit asks the program to end; called on thread {@code console} or, for Ctrl-C, on one
     *     of the JVM; may be called more than once
     * @param streams where commands come from and lines go
     */
    public TerminalView(
            ConsoleConfig config,
            EngineLink engine,
            EngineAnswers run,
            Runnable quit,
            TerminalStreams streams) {
        this(config, engine, run, quit, streams, CLOSE_TIMEOUT_MS);
    }

    /** As above, with another time that {@link #close} waits for a thread. */
    TerminalView(
            ConsoleConfig config,
            EngineLink engine,
            EngineAnswers run,
            Runnable quit,
            TerminalStreams streams,
            int closeTimeoutMs) {
        this.closeTimeoutMs = closeTimeoutMs;
        news = streams.news();
        Instruments instruments = engine.instruments();
        MarketChannels channels = engine.channels();
        ChannelStatistics statistics = engine.statistics();
        clock = engine.clock();
        Panel panel = new Panel(streams.size() != null, engine.commands()::offer);
        TickerBoard board = new TickerBoard(instruments, panel, new FeedMarks(statistics));
        page = streams.page();
        Symbols symbols = new Symbols(instruments, channels);
        KnownChannels known = new KnownChannels(channels, statistics);
        CommandCompleter completer = new CommandCompleter(symbols, known);
        output = new Output(streams.out(), streams.charset());
        prompt =
                config.prompt() && streams.terminal() != null
                        ? new Prompt(streams, board, page, output, words(config, completer), quit)
                        : null;
        duty =
                new ViewDuty(
                        engine.notices(),
                        instruments,
                        board,
                        channels,
                        new OrderTelling(config.showOrders(), config.mark(), streams.news()),
                        screen(streams, board));
        ChannelTable table =
                new ChannelTable(channels, statistics, duty::refusal, streams.size(), clock);
        ConsoleMarket market = ConsoleMarket.of(instruments, known, table, panel);
        Console answers = new Console(symbols, config, market, engine, run, this::answer);
        console = config.prompt() ? daemon("console", consoleLoop(streams, answers, quit)) : null;
    }

    private PromptWords words(ConsoleConfig config, CommandCompleter completer) {
        return new PromptWords(PromptWords.text(config.mark()), completer, history(config));
    }

    private LineHistory history(ConsoleConfig config) {
        return new LineHistory(config.historyFile(), this::print);
    }

    private Screen screen(TerminalStreams streams, TickerBoard board) {
        if (streams.size() == null) {
            return new PlainScreen(board, page, output);
        }
        Screen drawn = prompt != null ? prompt.screen() : new RewritingScreen(board, page, output);
        return new JobScreen(drawn, output, streams.foreground());
    }

    private Runnable consoleLoop(TerminalStreams streams, Console answers, Runnable quit) {
        LineSource lines =
                prompt == null
                        ? new StreamLines(streams.in(), streams.charset(), streams.foreground())
                        : prompt.lines();
        return new ConsoleLoop(lines, answers, this::onConsoleEnd, quit);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Starts the threads. What was printed before comes first. */
    public void start() {
        view.start();
        if (console != null) {
            console.start();
        }
    }

    /**
     * Shows lines above the tickers, soon; after {@link #close} at once. Any thread. Too many that
     * wait are dropped, counted, and told as dropped.
     */
    public void print(String lines) {
        print(StyledLine.ofText(lines));
    }

    private void answer(List<AttributedString> lines) {
        print(lines);
        for (AttributedString line : lines) {
            String text = LINK.matcher(line.toString()).replaceAll("$1****");
            news.tell(NewsKind.ANSWER, NewsLevel.INFO, text);
        }
    }

    private void print(List<AttributedString> lines) {
        if (isClosed) {
            output.write(page.text(lines));
        } else {
            duty.offer(lines);
        }
    }

    private void show() {
        while (!isEnding) {
            if (turn() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
        finish();
    }

    private void finish() {
        try {
            duty.finish(clock.nanoTime());
        } catch (Throwable e) {
            stumble(e); // what waits behind it is written as text when the view is closed
        }
    }

    private int turn() {
        try {
            return duty.turn(clock.nanoTime());
        } catch (Throwable e) {
            stumble(e); // a line is lost, the view is not: neither when memory has run out
            return 0;
        }
    }

    private void stumble(Throwable reason) {
        try {
            duty.stumble(reason);
        } catch (Throwable e) {
            // no memory even for that: the next turn may have some
        }
    }

    private void onConsoleEnd() {
        if (prompt != null) {
            prompt.onEnd();
        }
        consoleEnd.countDown();
    }

    /**
     * Ends the prompt, shows all that waits in the notices, and gives the terminal back as it was.
     * Any thread; waits a few seconds at most, also when the terminal blocks.
     */
    @Override
    public void close() {
        if (!isClosing.compareAndSet(false, true)) {
            return;
        }
        boolean isPromptEnded = endPrompt();
        boolean isStuck = !endView() || !isPromptEnded;
        if (isStuck) {
            output.abandon();
        }
        if (prompt != null) {
            prompt.close(isStuck);
        }
        isClosed = true;
        output.write(page.text(duty.textsLeft()));
    }

    private boolean endPrompt() {
        if (prompt == null || !console.isAlive()) {
            return true;
        }
        prompt.stopReading();
        console.interrupt();
        try {
            return consoleEnd.await(closeTimeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean endView() {
        isEnding = true;
        if (view.getState() == Thread.State.NEW) {
            finish();
            return true;
        }
        LockSupport.unpark(view);
        try {
            view.join(closeTimeoutMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !view.isAlive();
    }
}

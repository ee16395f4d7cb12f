package io.hayate.view.terminal;

import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.event.TradingHalt;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import io.hayate.model.SessionState;
import io.hayate.portfolio.Portfolio;
import io.hayate.view.EngineLink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The view with made-up tickers and an engine that fills every order: to look at it in a terminal.
 * Arguments: {@code --no-console}, {@code --seconds N}, and symbols.
 */
final class TerminalDemo implements Commands.Listener {
    private final Instruments instruments;
    private final Notices notices = new Notices();
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final CountDownLatch quit = new CountDownLatch(1);
    private boolean traces;

    private TerminalDemo(List<String> symbols) {
        instruments = Instruments.of(symbols);
    }

    public static void main(String[] args) throws InterruptedException {
        List<String> words = Arrays.asList(args);
        boolean prompt = !words.contains("--no-console");
        int at = words.indexOf("--seconds");
        int seconds = at < 0 ? 1_000_000 : Integer.parseInt(words.get(at + 1));
        List<String> symbols = words.stream().filter(word -> word.matches("[tf][A-Z].*")).toList();
        new TerminalDemo(symbols).run(new ConsoleConfig(prompt, 0.01, true, null, ""), seconds);
    }

    private void run(ConsoleConfig config, int seconds) throws InterruptedException {
        TerminalView view =
                new TerminalView(
                        config,
                        new EngineLink(
                                instruments,
                                new MarketChannels(),
                                new ChannelStatistics(MarketChannels.COUNT_MAX),
                                notices,
                                commands,
                                new TradingHalt(),
                                new Portfolio(),
                                SystemNanoClock.INSTANCE),
                        () -> "events 12345\nfull rings 0\nlatency p50 1.2 us",
                        quit::countDown,
                        TerminalStreams.system(config.prompt(), true));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    view.print("shutdown hook");
                                    view.close();
                                    view.print("summary: all is well");
                                }));
        view.print("Hayate demo: made-up prices");
        view.start();
        notices.offer(
                NoticeType.EVENT,
                Samples.session(SessionState.SUBSCRIBING, SessionState.LIVE, 0, "subscribed"));
        long ticks = 0;
        while (!quit.await(20, TimeUnit.MILLISECONDS) && ticks < seconds * 50L) {
            ticks++;
            produce(ticks);
            commands.poll(this);
        }
        System.exit(0);
    }

    private void produce(long ticks) {
        for (int id = 0; id < instruments.count(); id++) {
            double bid = 97_000 + id * 100 + (ticks % 50) / 2.0;
            double volume = 372.10417038 + ticks * 1e-8;
            notices.offer(NoticeType.PRINT, Samples.ticker(id, bid, bid + 0.5, bid, volume));
        }
        if (traces) {
            frame(NoticeType.FRAME_IN, "[17082,[7616.5,31.8,7617.5,43.3," + ticks + "]]");
        }
        if (ticks % 250 == 0) {
            notices.log("price {} crossed {}", (double) ticks, 1e-7, 0, 0);
        }
    }

    private void frame(NoticeType type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        notices.frame(type, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    @Override
    public boolean onCommand(CommandType type, int id, double amount, long timeNs) {
        switch (type) {
            case BUY, SELL -> fill(id);
            case SHOW -> notices.offer(NoticeType.ANSWER, Samples.ticker(id, 1, 2, 3, 4));
            case ORDERS ->
                    notices.offer(
                            NoticeType.ANSWER,
                            Samples.session(
                                    SessionState.LIVE, SessionState.LIVE, 0, "no orders yet"));
            case WALLETS ->
                    notices.offer(
                            NoticeType.ANSWER, Samples.wallet("exchange", "USD", 9029.9, 9029.9));
            case TRACE_ON -> traces = true;
            case TRACE_OFF -> traces = false;
            default -> notices.offer(NoticeType.EVENT, Samples.event(-1, EventType.NONE));
        }
        return true;
    }

    private void fill(int id) {
        String text = "Submitting exchange market buy order for 0.01 BTC.";
        notices.offer(
                NoticeType.EVENT, Samples.requestAnswer(id, RequestKind.NEW_ORDER, true, text));
        notices.offer(NoticeType.EVENT, Samples.fill(id, ReportKind.FILL, 0.01, 97_001));
        notices.offer(
                NoticeType.EVENT,
                Samples.closed(id, OrderStatus.FILLED, 97_001, "EXECUTED @ 97001.0(0.01)"));
        Event fee = Samples.fill(id, ReportKind.FILL_FEE, 0.01, 97_001);
        Samples.report(fee).fee(-0.00002).feeCurrency("BTC");
        notices.offer(NoticeType.EVENT, fee);
    }
}

package io.hayate.view.terminal;

import io.hayate.event.NoticeSource;
import io.hayate.model.Counts;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.view.text.ChannelNewsLines;
import io.hayate.view.text.NoticePrinter;
import io.hayate.view.text.OrderTelling;
import io.hayate.view.text.Pace;
import io.hayate.view.text.Panel;
import io.hayate.view.text.StyledLine;
import io.hayate.view.text.TickerBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jline.utils.AttributedString;

/**
 * What the view does in a turn: takes notices and texts, a bounded number, and shows them with the
 * tickers that are due. All but {@link #offer} on the view thread.
 */
final class ViewDuty {
    private static final int NOTICES_MAX = 256;
    private static final int TEXTS_MAX = 256;
    private static final int TURNS_AT_END_MAX = 1_000;

    private final NoticeSource notices;
    private final Screen screen;
    private final Panel panel;
    private final List<AttributedString> lines = new ArrayList<>();
    private final NoticePrinter printer;
    private final Queue<List<AttributedString>> texts = new ArrayBlockingQueue<>(TEXTS_MAX);
    private final AtomicLong textsDropped = new AtomicLong();
    private final ChannelNewsLines channelNews;
    private final Pace pace = new Pace();
    private long droppedTold;
    private String trouble = ""; // still to be told
    private String troubleTold = "";

    ViewDuty(
            NoticeSource notices,
            Instruments instruments,
            TickerBoard board,
            MarketChannels channels,
            OrderTelling orders,
            Screen screen) {
        this.panel = board.panel();
        channelNews = new ChannelNewsLines(channels);
        this.notices = notices;
        this.screen = screen;
        this.printer = new NoticePrinter(instruments, board, channels, channelNews, orders, lines);
    }

    /** Why the venue refused a channel, by its number; empty for one that it did not. Any thread. */
    String refusal(int channelId) {
        return channelNews.refusal(channelId);
    }

    /** Any thread: a text to be shown in one of the next turns; dropped when too many wait. */
    void offer(List<AttributedString> text) {
        if (!texts.offer(text)) {
            textsDropped.incrementAndGet();
        }
    }

    /** Does a turn; the answer is how many notices and texts it took. */
    int turn(long nowNs) {
        lines.clear();
        panel.ask(nowNs);
        printer.begin(nowNs);
        int taken = takeTexts() + notices.poll(printer, NOTICES_MAX);
        printer.flush();
        tellDropped(nowNs);
        tellTrouble();
        if (!lines.isEmpty()) {
            screen.print(lines);
        }
        if (!trouble.isEmpty()) {
            troubleTold = trouble;
            trouble = "";
        }
        screen.showTickers(nowNs);
        return taken;
    }

    private int takeTexts() {
        int taken = 0;
        List<AttributedString> text = texts.poll();
        while (text != null) {
            lines.addAll(text);
            taken++;
            text = taken < TEXTS_MAX ? texts.poll() : null;
        }
        return taken;
    }

    private void tellDropped(long nowNs) {
        long dropped = notices.dropped() + textsDropped.get();
        if (dropped > droppedTold && pace.isDue(nowNs)) {
            pace.done(nowNs);
            long more = dropped - droppedTold;
            lines.add(
                    StyledLine.of(
                            Counts.of(more, "line")
                                    + " dropped: more than the terminal could take"));
            droppedTold = dropped;
        }
    }

    private void tellTrouble() {
        if (!trouble.isEmpty()) {
            lines.addAll(StyledLine.ofText(trouble));
        }
    }

    /** Says in a turn that goes well that one broke off, once for each reason. View thread. */
    void stumble(Throwable reason) {
        String text = "a line could not be shown: " + reason;
        if (!text.equals(troubleTold)) {
            trouble = text;
        }
    }

    /** The texts that still wait; after the last turn. */
    List<AttributedString> textsLeft() {
        lines.clear();
        takeTexts();
        tellTrouble();
        return List.copyOf(lines);
    }

    /** Shows all that waits, then leaves the screen. */
    void finish(long nowNs) {
        int turnsLeft = TURNS_AT_END_MAX;
        while (turn(nowNs) > 0 && turnsLeft-- > 0) {
            // the queues are bounded, but somebody may still write
        }
        turn(nowNs + Pace.PERIOD_NS); // what was to be told at the end of this second
        screen.close();
    }
}

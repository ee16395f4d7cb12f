package io.hayate.view.terminal;

import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A line editor whose prompt has the tickers standing above it, so that the library moves and
 * redraws both as one. Once a line is entered the tickers are gone from it.
 *
 * <p>Thread {@code console} reads; the view changes the tickers at any time.
 */
final class PromptReader extends LineReaderImpl {
    static final String PROMPT = "hayate> ";
    private static final String END_OF_INPUT = "\u0004";

    private List<String> tickers = List.of();

    PromptReader(Terminal terminal) {
        super(terminal, "hayate", null);
        option(Option.DISABLE_EVENT_EXPANSION, true);
        option(Option.CASE_INSENSITIVE, true);
    }

    /** Shows these lines above the prompt from now on. Any thread. */
    void tickers(List<String> lines) {
        lock.lock();
        try {
            tickers = lines;
            if (reading) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** True when the last key was the one that ends the input. */
    boolean isEndTyped() {
        return END_OF_INPUT.equals(getLastBinding());
    }

    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            prompt = new AttributedString(reading ? withTickers() : PROMPT);
            super.redisplay(flush);
        } finally {
            lock.unlock();
        }
    }

    private String withTickers() {
        return tickers.stream().map(line -> line + "\n").collect(Collectors.joining()) + PROMPT;
    }

    /** Draws anew where the old drawing began, after the terminal has wrapped it as it does. */
    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (!reading) {
                return;
            }
            if (signal == Signal.CONT) {
                terminal.enterRawMode();
                terminal.puts(Capability.keypad_xmit);
                redraw(0);
            } else {
                redraw(rowsAboveCursor(terminal.getSize().getColumns()));
            }
        } finally {
            lock.unlock();
        }
    }

    private int rowsAboveCursor(int columns) {
        int typed = PROMPT.length() + new AttributedString(buf.upToCursor()).columnLength();
        return Rows.of(tickers, columns) + Rows.of(typed + 1, columns) - 1;
    }

    private void redraw(int rowsUp) {
        Size now = terminal.getSize();
        terminal.puts(Capability.carriage_return);
        if (rowsUp > 0) {
            terminal.puts(Capability.parm_up_cursor, rowsUp);
        }
        terminal.puts(Capability.clr_eos);
        int width = Math.max(1, now.getColumns() - 1);
        boolean isLow = now.getRows() <= tickers.size();
        tickers = isLow ? List.of() : cut(tickers, width);
        size.copy(now);
        display = new Display(terminal, false);
        display.resize(now.getRows(), now.getColumns());
        redisplay();
    }

    private static List<String> cut(List<String> lines, int width) {
        return lines.stream().map(line -> TickerTable.cut(line, width)).toList();
    }
}

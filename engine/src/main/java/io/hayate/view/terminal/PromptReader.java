package io.hayate.view.terminal;

import io.hayate.view.text.StyledLine;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A line editor whose prompt has the tickers standing above it, so that the library moves and
 * redraws both as one. Once a line is entered the tickers are gone from it.
 *
 * <p>Thread {@code console} reads; the view changes the tickers at any time.
 */
final class PromptReader extends LineReaderImpl {
    private static final String END_OF_INPUT = "\u0004";

    private final String text;
    private final BooleanSupplier foreground;
    private List<AttributedString> tickers = List.of();
    private List<AttributedString> drawn = List.of();
    private int cursorColumns;

    /** A prompt that shows this text. */
    PromptReader(Terminal terminal, String text, BooleanSupplier foreground) {
        super(terminal, "hayate", null);
        this.text = text;
        this.foreground = foreground;
        option(Option.DISABLE_EVENT_EXPANSION, true);
        option(Option.CASE_INSENSITIVE, true);
        option(Option.COMPLETE_MATCHER_TYPO, false); // or Tab makes BTCUSD of ETHUSD
        option(Option.COMPLETE_MATCHER_CAMELCASE, false);
        bindArrows();
    }

    /** Binds the arrows as terminals send them between two lines, out of application mode. */
    private void bindArrows() {
        KeyMap<Binding> keys = getKeyMaps().get(MAIN);
        keys.bind(new Reference(UP_LINE_OR_SEARCH), "\033[A");
        keys.bind(new Reference(DOWN_LINE_OR_SEARCH), "\033[B");
        keys.bind(new Reference(FORWARD_CHAR), "\033[C");
        keys.bind(new Reference(BACKWARD_CHAR), "\033[D");
    }

    /** Shows these lines above the prompt from now on. Any thread. */
    void tickers(List<AttributedString> lines) {
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

    /** Reads a line. */
    String read() {
        return readLine(text);
    }

    /** True when the last key was the one that ends the input. */
    boolean isEndTyped() {
        return END_OF_INPUT.equals(getLastBinding());
    }

    @Override
    public void printAbove(String lines) {
        lock.lock();
        try {
            followSize();
            super.printAbove(lines);
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void redisplay(boolean flush) {
        if (!foreground.getAsBoolean()) {
            return;
        }
        lock.lock();
        try {
            followSize();
            drawn = reading ? tickers : List.of();
            cursorColumns = new AttributedString(text + buf.upToCursor()).columnLength();
            prompt = withPrompt(drawn);
            super.redisplay(flush);
        } finally {
            lock.unlock();
        }
    }

    private AttributedString withPrompt(List<AttributedString> lines) {
        AttributedStringBuilder all = new AttributedStringBuilder();
        lines.forEach(line -> all.append(line).append("\n"));
        return all.append(text).toAttributedString();
    }

    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (!foreground.getAsBoolean()) {
                return; // continued in the background: the shell draws
            }
            if (reading && signal == Signal.CONT) {
                terminal.enterRawMode();
                terminal.puts(Capability.keypad_xmit);
                beginDrawing(0);
            }
            if (reading) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Before anything is drawn: when the terminal has another size, it has wrapped the old drawing
     * its own way, so the next one starts from nothing where the old one began.
     */
    private void followSize() {
        Size now = terminal.getSize();
        if (reading && !now.equals(size)) {
            beginDrawing(Rows.of(drawn, now.getColumns()) + cursorColumns / width(now));
            tickers = fitting(tickers, now);
        }
    }

    private static int width(Size size) {
        return size.getColumns() > 0 ? size.getColumns() : Integer.MAX_VALUE;
    }

    private void beginDrawing(int rowsUp) {
        terminal.puts(Capability.carriage_return);
        if (rowsUp > 0) {
            terminal.puts(Capability.parm_up_cursor, rowsUp);
        }
        terminal.puts(Capability.clr_eos);
        size.copy(terminal.getSize());
        display = new Display(terminal, false);
        display.resize(size.getRows(), size.getColumns());
    }

    /** What can be shown of the lines until the view brings lines for this size. */
    private static List<AttributedString> fitting(List<AttributedString> lines, Size size) {
        if (size.getRows() < lines.size() + TickerArea.ROWS_FREE) {
            return List.of();
        }
        return lines.stream().map(line -> StyledLine.cut(line, width(size) - 1)).toList();
    }
}

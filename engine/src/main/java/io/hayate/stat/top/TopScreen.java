package io.hayate.stat.top;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.agrona.concurrent.NanoClock;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.ClosedException;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.ShutdownHooks;

/**
 * Shows lines over the whole terminal, asks for them anew each second, and gives the terminal back as it was.
 * Keys: q or Ctrl-C ends; j and k, space and b go through what is longer than the terminal. One thread.
 */
public final class TopScreen implements AutoCloseable {
    private static final String NO_TERMINAL =
            "hayate top must have a terminal: hayate stat --watch prints lines anywhere";
    private static final long PERIOD_NS = 1_000_000_000;
    private static final long KEY_MS = 100; // a signal is seen as soon
    private static final int CTRL_C = 3;

    private final Terminal terminal;
    private final NanoClock clock;
    private final boolean hasColors;
    private final Attributes before;
    private final Display display;
    private final ShutdownHooks.Task hook = this::restore;
    private volatile boolean isEnding;
    private volatile boolean isResized = true;
    private boolean isOpen = true;
    private int top; // first line shown
    private int rows;

    TopScreen(Terminal terminal, NanoClock clock, boolean hasColors) {
        this.terminal = terminal;
        this.clock = clock;
        this.hasColors = hasColors;
        terminal.handle(Signal.INT, signal -> isEnding = true);
        terminal.handle(Signal.WINCH, signal -> isResized = true);
        before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        display = new Display(terminal, true);
        ShutdownHooks.add(hook);
    }

    /**
     * Takes the process's terminal.
     *
     * @param hasColors whether what asks for a look is red
     * @throws ConfigException when there is none
     */
    public static TopScreen open(NanoClock clock, boolean hasColors) {
        try {
            Terminal terminal =
                    TerminalBuilder.builder()
                            .system(true)
                            .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                            .dumb(false)
                            .nativeSignals(true)
                            .signalHandler(Terminal.SignalHandler.SIG_IGN)
                            .build();
            if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                terminal.close();
                throw new ConfigException(NO_TERMINAL);
            }
            return new TopScreen(terminal, clock, hasColors);
        } catch (IOException | IllegalStateException e) {
            throw new ConfigException(NO_TERMINAL, e);
        }
    }

    /**
     * Shows what is given until it is asked to end.
     *
     * @param page gives the lines, each ended, as of now
     */
    public void show(Supplier<String> page) throws IOException {
        while (!isEnding) {
            List<String> lines = page.get().lines().toList();
            long dueNs = clock.nanoTime() + PERIOD_NS;
            draw(lines);
            while (!isEnding && clock.nanoTime() - dueNs < 0) {
                onKey(key(), lines);
                if (isResized) {
                    draw(lines);
                }
            }
        }
    }

    /** The next key, or none within a moment; a terminal that is gone has no more. */
    private int key() throws IOException {
        try {
            return terminal.reader().read(KEY_MS);
        } catch (ClosedException e) {
            return NonBlockingReader.EOF;
        }
    }

    private void onKey(int key, List<String> lines) {
        if (key == 'q' || key == 'Q' || key == CTRL_C || key == NonBlockingReader.EOF) {
            isEnding = true;
            return;
        }
        int step =
                switch (key) {
                    case 'j' -> 1;
                    case 'k' -> -1;
                    case ' ' -> rows - 1;
                    case 'b' -> 1 - rows;
                    default -> 0;
                };
        if (step != 0) {
            top += step;
            draw(lines);
        }
    }

    private void draw(List<String> lines) {
        if (isResized) {
            isResized = false;
            resize();
        }
        top = Math.max(0, Math.min(top, lines.size() - rows));
        List<AttributedString> shown = new ArrayList<>();
        for (int i = top; i < Math.min(lines.size(), top + rows); i++) {
            shown.add(
                    TopLine.of(lines.get(i), hasColors).columnSubSequence(0, terminal.getWidth()));
        }
        display.update(shown, 0);
    }

    /** A terminal that tells no size has the usual one. */
    private void resize() {
        Size size = terminal.getSize();
        rows = size.getRows() > 0 ? size.getRows() : 24;
        display.resize(rows, size.getColumns() > 0 ? size.getColumns() : 80);
        display.clear();
        terminal.puts(Capability.clear_screen);
    }

    private synchronized void restore() {
        if (isOpen) {
            isOpen = false;
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(before);
            terminal.flush();
        }
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() throws IOException {
        ShutdownHooks.remove(hook);
        restore();
        terminal.close();
    }
}

package io.hayate.view.terminal;

import io.hayate.view.command.CommandParser;
import java.io.IOError;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Signals;

/**
 * Lines typed at the prompt. Ctrl-C is the line {@code quit}, Ctrl-D the end of input.
 *
 * <p>The library would set SIGINT to kill the process at once whenever no line is being read;
 * instead it is ours from here to {@link #restore}, and then the JVM's again.
 */
final class PromptLines implements LineSource {
    private static final int FAILURES_MAX = 5;
    private static final long PAUSE_NS = 200_000_000;

    private final PromptReader reader;
    private final Object signalBefore;
    private final BooleanSupplier foreground;
    private volatile Attributes attributesBefore;
    private volatile boolean isClosing;
    private int failures;

    /**
     * A source of lines.
     *
     * @param completer offers words on Tab
     * @param history lines typed before
     * @param foreground tells whether the terminal is ours; a line is read only then
     * @param onInterrupt what Ctrl-C does when no line is being read
     */
    PromptLines(
            PromptReader reader,
            Completer completer,
            LineHistory history,
            BooleanSupplier foreground,
            Runnable onInterrupt) {
        this.reader = reader;
        this.foreground = foreground;
        signalBefore = Signals.register(Signal.INT.name(), onInterrupt);
        reader.getTerminal().handle(Signal.INT, signal -> onInterrupt.run());
        reader.setCompleter(completer);
        reader.setParser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]));
        history.giveTo(reader);
    }

    @Override
    public String next() {
        while (Foreground.await(foreground, () -> isClosing)) {
            try {
                String line = read();
                failures = 0;
                return line;
            } catch (EndOfFileException e) {
                return null;
            } catch (UserInterruptException e) {
                return isClosing ? null : CommandParser.QUIT;
            } catch (IOError e) {
                if (foreground.getAsBoolean() && ++failures > FAILURES_MAX) {
                    return null; // the terminal is gone
                }
                LockSupport.parkNanos(PAUSE_NS); // a shell took it: the next read waits for it
            }
        }
        return null;
    }

    private String read() {
        Terminal terminal = reader.getTerminal();
        if (attributesBefore == null) {
            attributesBefore = terminal.getAttributes();
        }
        terminal.enterRawMode(); // or keys typed between lines would be echoed
        return reader.read();
    }

    /** The terminal's settings before the first line was read; null while none was. Any thread. */
    Attributes attributesBefore() {
        return attributesBefore;
    }

    @Override
    public String farewell() {
        return !isClosing && reader.isEndTyped()
                ? "end of input: no more commands are read; Ctrl-C ends the program"
                : "";
    }

    /** Makes {@link #next} answer null; its thread must then be interrupted. */
    void close() {
        isClosing = true;
    }

    /** Gives SIGINT back. */
    void restore() {
        Signals.unregister(Signal.INT.name(), signalBefore);
    }
}

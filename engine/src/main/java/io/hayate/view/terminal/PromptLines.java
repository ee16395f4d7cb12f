package io.hayate.view.terminal;

import java.io.IOError;
import java.nio.file.Path;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Signals;

/**
 * Lines typed at the prompt. Ctrl-C is the line {@code quit}, Ctrl-D the end of input.
 *
 * <p>The library would set SIGINT to kill the process at once whenever no line is being read;
 * instead it is ours from here to {@link #restore}, and then the JVM's again.
 */
final class PromptLines implements LineSource {
    private final PromptReader reader;
    private final Object signalBefore;
    private volatile boolean isClosing;

    /**
     * A source of lines.
     *
     * @param completer offers words on Tab
     * @param historyFile where lines are kept; null for memory
     * @param onInterrupt what Ctrl-C does when no line is being read
     */
    PromptLines(PromptReader reader, Completer completer, Path historyFile, Runnable onInterrupt) {
        this.reader = reader;
        signalBefore = Signals.register(Signal.INT.name(), onInterrupt);
        reader.getTerminal().handle(Signal.INT, signal -> onInterrupt.run());
        reader.setCompleter(completer);
        reader.setParser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]));
        if (historyFile != null) {
            reader.setVariable(LineReader.HISTORY_FILE, historyFile);
        }
    }

    @Override
    public String next() {
        if (isClosing) {
            return null;
        }
        try {
            reader.getTerminal().enterRawMode(); // or keys typed between lines would be echoed
            return reader.readLine(PromptReader.PROMPT);
        } catch (EndOfFileException | IOError e) {
            return null;
        } catch (UserInterruptException e) {
            return isClosing ? null : CommandParser.QUIT;
        }
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

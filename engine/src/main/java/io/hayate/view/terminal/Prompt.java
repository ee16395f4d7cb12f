package io.hayate.view.terminal;

import io.hayate.view.text.TickerBoard;
import java.io.IOError;
import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** The prompt of a terminal: where lines are typed, the screen around it, and how it is given back. */
final class Prompt {
    private final Terminal terminal;
    private final PromptLines lines;
    private final PromptScreen screen;

    Prompt(
            TerminalStreams streams,
            TickerBoard board,
            Page page,
            Output output,
            PromptWords words,
            Runnable quit) {
        terminal = streams.terminal();
        PromptReader reader = new PromptReader(terminal, words.text(), streams.foreground());
        lines =
                new PromptLines(
                        reader, words.completer(), words.history(), streams.foreground(), quit);
        screen = new PromptScreen(reader, board, page, output);
    }

    LineSource lines() {
        return lines;
    }

    Screen screen() {
        return screen;
    }

    /** Makes the reading thread, which must then be interrupted, come to its end. */
    void stopReading() {
        lines.close();
    }

    /** Says that the reading thread has come to its end: the screen goes on without a prompt. */
    void onEnd() {
        restoreAttributes();
        screen.endPrompt();
    }

    private void restoreAttributes() {
        Attributes attributes = lines.attributesBefore();
        if (attributes == null) {
            return; // no line was ever read, so nothing was set
        }
        try {
            terminal.setAttributes(attributes);
        } catch (IOError e) {
            // the terminal is gone
        }
    }

    /**
     * Gives the terminal back as it was.
     *
     * @param isStuck true when a write to it never returned, so that none may be tried
     */
    void close(boolean isStuck) {
        restoreAttributes();
        if (!isStuck) {
            closeTerminal();
        }
        lines.restore();
    }

    private void closeTerminal() {
        try {
            terminal.close();
        } catch (IOException | IOError e) {
            // the terminal is gone
        }
    }
}

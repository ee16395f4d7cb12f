package io.hayate.view.terminal;

import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;

/**
 * A terminal with a prompt: the tickers stand between the messages and the prompt. Once the input
 * has ended it goes on as a terminal without one.
 */
final class PromptScreen implements Screen {
    private final PromptReader reader;
    private final TickerArea area;
    private final Supplier<Size> size;
    private final Screen without;
    private volatile boolean hasPrompt = true;

    PromptScreen(PromptReader reader, TickerBoard board, Supplier<Size> size, Output output) {
        this.reader = reader;
        this.area = new TickerArea(board);
        this.size = size;
        this.without = new RewritingScreen(board, size, output);
    }

    /** Says that no line will be read any more. Any thread, after the last read has returned. */
    void endPrompt() {
        hasPrompt = false;
    }

    @Override
    public void print(String lines) {
        if (hasPrompt) {
            reader.printAbove(lines);
        } else {
            without.print(lines);
        }
    }

    @Override
    public void showTickers(long nowNs) {
        if (!hasPrompt) {
            without.showTickers(nowNs);
            return;
        }
        List<String> next = area.next(size.get(), nowNs);
        if (next != null) {
            reader.tickers(next);
        }
    }

    @Override
    public void close() {
        without.close();
    }
}

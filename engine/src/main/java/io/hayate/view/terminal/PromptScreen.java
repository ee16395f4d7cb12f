package io.hayate.view.terminal;

import io.hayate.view.text.TickerBoard;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * A terminal with a prompt: the tickers stand between the messages and the prompt. Once the input
 * has ended it goes on as a terminal without one.
 */
final class PromptScreen implements Screen {
    private final PromptReader reader;
    private final TickerArea area;
    private final Page page;
    private final Screen without;
    private volatile boolean hasPrompt = true;

    PromptScreen(PromptReader reader, TickerBoard board, Page page, Output output) {
        this.reader = reader;
        this.area = new TickerArea(board);
        this.page = page;
        this.without = new RewritingScreen(board, page, output);
    }

    /** Says that no line will be read any more. Any thread, after the last read has returned. */
    void endPrompt() {
        hasPrompt = false;
    }

    @Override
    public void print(List<AttributedString> lines) {
        if (hasPrompt) {
            reader.printAbove(page.text(lines));
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
        List<AttributedString> next = area.next(page.size(), nowNs);
        if (next != null) {
            reader.tickers(next.stream().map(page::shown).toList());
        }
    }

    @Override
    public void leave() {
        without.leave();
    }

    @Override
    public void close() {
        without.close();
    }
}

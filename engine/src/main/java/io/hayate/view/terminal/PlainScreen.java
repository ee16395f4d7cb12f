package io.hayate.view.terminal;

import io.hayate.view.text.TickerBoard;
import io.hayate.view.text.TickerLine;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** No terminal: lines alone, one a second for each instrument that has news. */
final class PlainScreen implements Screen {
    private final TickerBoard board;
    private final Page page;
    private final Output output;

    PlainScreen(TickerBoard board, Page page, Output output) {
        this.board = board;
        this.page = page;
        this.output = output;
    }

    @Override
    public void print(List<AttributedString> lines) {
        output.write(page.text(lines));
    }

    @Override
    public void showTickers(long nowNs) {
        List<AttributedString> lines = new ArrayList<>();
        for (TickerBoard.Row row : board.rows()) {
            if (row.takeNews(nowNs)) {
                lines.add(TickerLine.of(row.name(), row.ticker(), board.mark(row, nowNs)));
            }
        }
        if (!lines.isEmpty()) {
            print(lines);
        }
    }

    @Override
    public void close() {}
}

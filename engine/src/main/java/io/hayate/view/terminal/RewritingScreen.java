package io.hayate.view.terminal;

import io.hayate.view.text.TickerBoard;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * A terminal without a prompt: the tickers stand at the end of what was printed and are rewritten
 * there; messages go above them. Nothing about the terminal is changed, so nothing needs restoring.
 */
final class RewritingScreen implements Screen {
    private static final String TO_LINE_START = "\r";
    private static final String CLEAR_BELOW = "\033[J";

    private final TickerArea area;
    private final Page page;
    private final Output output;
    private List<AttributedString> shown = List.of();

    RewritingScreen(TickerBoard board, Page page, Output output) {
        this.area = new TickerArea(board);
        this.page = page;
        this.output = output;
    }

    @Override
    public void print(List<AttributedString> lines) {
        output.write(erase() + page.text(lines) + page.rows(shown));
    }

    @Override
    public void showTickers(long nowNs) {
        List<AttributedString> next = area.next(page.size(), nowNs);
        if (next != null) {
            String erase = erase();
            shown = next;
            output.write(erase + page.rows(shown));
        }
    }

    @Override
    public void leave() {
        shown = List.of();
    }

    private String erase() {
        if (shown.isEmpty()) {
            return "";
        }
        int up = Rows.of(shown, page.size().getColumns()) - 1;
        return TO_LINE_START + (up > 0 ? "\033[" + up + "A" : "") + CLEAR_BELOW;
    }

    @Override
    public void close() {
        if (!shown.isEmpty()) {
            output.write("\n");
            shown = List.of();
        }
    }
}

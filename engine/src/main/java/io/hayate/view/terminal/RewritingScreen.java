package io.hayate.view.terminal;

import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;

/**
 * A terminal without a prompt: the tickers stand at the end of what was printed and are rewritten
 * there; messages go above them. Nothing about the terminal is changed, so nothing needs restoring.
 */
final class RewritingScreen implements Screen {
    private static final String TO_LINE_START = "\r";
    private static final String CLEAR_BELOW = "\033[J";

    private final TickerArea area;
    private final Supplier<Size> size;
    private final Output output;
    private List<String> shown = List.of();

    RewritingScreen(TickerBoard board, Supplier<Size> size, Output output) {
        this.area = new TickerArea(board);
        this.size = size;
        this.output = output;
    }

    @Override
    public void print(String lines) {
        output.write(erase() + lines + String.join("\n", shown));
    }

    @Override
    public void showTickers(long nowNs) {
        List<String> next = area.next(size.get(), nowNs);
        if (next != null) {
            String erase = erase();
            shown = next;
            output.write(erase + String.join("\n", shown));
        }
    }

    private String erase() {
        if (shown.isEmpty()) {
            return "";
        }
        int up = Rows.of(shown, size.get().getColumns()) - 1;
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

package io.hayate.view.terminal;

/** No terminal: lines alone, one a second for each instrument that has news. */
final class PlainScreen implements Screen {
    private final TickerBoard board;
    private final Output output;

    PlainScreen(TickerBoard board, Output output) {
        this.board = board;
        this.output = output;
    }

    @Override
    public void print(String lines) {
        output.write(lines);
    }

    @Override
    public void showTickers(long nowNs) {
        StringBuilder lines = new StringBuilder();
        for (TickerBoard.Row row : board.rows()) {
            if (row.takeNews(nowNs)) {
                lines.append(TickerLine.of(row.name(), row.ticker())).append('\n');
            }
        }
        if (lines.length() > 0) {
            output.write(lines.toString());
        }
    }

    @Override
    public void close() {}
}

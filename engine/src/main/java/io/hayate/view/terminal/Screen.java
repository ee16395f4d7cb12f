package io.hayate.view.terminal;

/** Where the view writes: a pipe, a terminal, or a terminal with a prompt. View thread. */
interface Screen {
    /** Shows whole lines, the last one ended too. */
    void print(String lines);

    /** Shows tickers that are due. */
    void showTickers(long nowNs);

    /** Shows the tickers that wait and leaves the cursor on a fresh line. */
    void close();
}

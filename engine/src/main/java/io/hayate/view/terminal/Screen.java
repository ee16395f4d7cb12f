package io.hayate.view.terminal;

import java.util.List;
import org.jline.utils.AttributedString;

/** Where the view writes: a pipe, a terminal, or a terminal with a prompt. View thread. */
interface Screen {
    /** Shows lines, each safe to print. */
    void print(List<AttributedString> lines);

    /** Shows tickers that are due. */
    void showTickers(long nowNs);

    /** Another program draws from now on: what was drawn here is not rewritten any more. */
    default void leave() {}

    /** Shows the tickers that wait and leaves the cursor on a fresh line. */
    void close();
}

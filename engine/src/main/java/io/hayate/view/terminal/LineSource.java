package io.hayate.view.terminal;

import java.io.IOException;

/** Where typed lines come from. Console thread. */
interface LineSource {
    /** The next line, or null when there will be no more. Waits for it. */
    String next() throws IOException;

    /** What to say once there are no more; empty for nothing. */
    default String farewell() {
        return "";
    }
}

package io.hayate.stat.top;

import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A line of figures as the terminal shows it: what asks for a look stands out. */
final class TopLine {
    private static final Pattern LOOK =
            Pattern.compile(
                    "RUNS NO MORE|SILENT|IN DOUBT|NOT WRITTEN|STOPPED|^trading +halted|^ +(stale|"
                            + "gapped|resyncing|checksum-bad|crossed|maintenance|off|clock-bad)\\b"
                            + "|DISCONNECTED|failed");
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private TopLine() {}

    static AttributedString of(String line, boolean hasColors) {
        if (!LOOK.matcher(line).find()) {
            return new AttributedString(line, PLAIN);
        }
        AttributedStyle bold = PLAIN.bold();
        return new AttributedString(line, hasColors ? bold.foreground(AttributedStyle.RED) : bold);
    }
}

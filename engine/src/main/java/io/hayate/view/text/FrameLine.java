package io.hayate.view.text;

import io.hayate.event.NoticeType;
import io.hayate.model.Counts;
import io.hayate.model.Printable;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;

/**
 * A traced frame as one line, secrets masked, control characters made visible.
 *
 * <pre>
 * &lt; [17082,[7616.5,31.8,7617.5,43.3]]
 * &gt; {"event":"auth","apiKey":"abcd****","authSig":"****"}
 * </pre>
 */
public final class FrameLine {
    private static final Pattern SECRET =
            Pattern.compile(
                    "(\"(apiKey|apiSecret|authSig|authPayload|authNonce|authToken|token|secret|"
                            + "signature|password)\"\\s*:\\s*)"
                            + "(\"(?:[^\"\\\\]++|\\\\.)*+(?:\"|\\\\?$)|[^\",}\\]\\s]++)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String MASK = "****";
    private static final int KEY_SHOWN = 4;
    private static final int KEY_LENGTH_MIN = 2 * KEY_SHOWN;

    private FrameLine() {}

    public static String of(
            NoticeType type, DirectBuffer buffer, int offset, int length, int frameLength) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        String text = Printable.line(masked(new String(bytes, StandardCharsets.UTF_8)));
        String cut =
                frameLength > length
                        ? " ... and " + Counts.of(frameLength - length, "byte") + " more"
                        : "";
        return (type == NoticeType.FRAME_IN ? "< " : "> ") + text + cut;
    }

    private static String masked(String text) {
        return SECRET.matcher(text).replaceAll(FrameLine::mask);
    }

    private static String mask(java.util.regex.MatchResult found) {
        String value = found.group(3).replace("\"", "");
        boolean isKey = found.group(2).equalsIgnoreCase("apiKey");
        String shown =
                isKey && value.length() >= KEY_LENGTH_MIN ? value.substring(0, KEY_SHOWN) : "";
        return Matcher.quoteReplacement(found.group(1) + '"' + shown + MASK + '"');
    }
}

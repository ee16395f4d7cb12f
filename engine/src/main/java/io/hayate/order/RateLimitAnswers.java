package io.hayate.order;

import io.hayate.event.EventText;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import org.agrona.concurrent.UnsafeBuffer;

/** Tells which answers of the venue say that there were too many requests. Strategy thread; allocates nothing. */
final class RateLimitAnswers {
    private static final String WORD = "ratelimit";

    private final UnsafeBuffer text = new UnsafeBuffer(new byte[EventText.LENGTH_MAX]);

    /** True for a refusal with the words {@code ratelimit: error}. */
    boolean isOne(ExecutionReport report) {
        if (report.kind() != ReportKind.REQUEST_ANSWER || !report.isRefused()) {
            return false;
        }
        if (report.copyText(text, 0) < WORD.length()) {
            return false;
        }
        for (int i = 0; i < WORD.length(); i++) {
            if (text.getByte(i) != WORD.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

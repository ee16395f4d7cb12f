package io.hayate.engine;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.NoticeReader;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.SessionStatus;
import io.hayate.metrics.Incidents;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.DirectBuffer;

/** Puts what the view is given in words. */
public final class ToldLines implements NoticeReader {
    private static final int NOTICES_MAX = 64;

    private static final String MARK = "no ticker of it yet"; // whatever was told before is here

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private long marks;

    /** All of it so far. */
    public List<String> lines() {
        return lines;
    }

    /** Answers so far to who asks for the ticker of no instrument. */
    long marks() {
        return marks;
    }

    /** Reads on, in the place of a view. */
    public void read(Notices notices, Incidents incidents) {
        notices.poll(this, NOTICES_MAX);
        incidents.drain(incident -> lines.add(incident.what()));
    }

    @Override
    public void onEvent(NoticeType type, Event event) {
        switch (event.type()) {
            case EXECUTION_REPORT -> {
                ExecutionReport report = new ExecutionReport().wrap(event);
                lines.add(report.kind() + " " + report.text());
            }
            case SESSION_STATUS -> {
                SessionStatus status = new SessionStatus().wrap(event);
                if (type == NoticeType.ANSWER && status.text().equals(MARK)) {
                    marks++;
                } else {
                    lines.add(status.state() + " " + status.text());
                }
            }
            default -> {} // not asked for
        }
    }

    @Override
    public void onLog(String template, double[] numbers) {
        lines.add(template);
    }

    @Override
    public void onFrame(
            NoticeType type, DirectBuffer text, int offset, int length, int frameLength) {
        lines.add(type + " " + text.getStringWithoutLengthAscii(offset, length));
    }
}

package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.agrona.concurrent.EpochClock;

/** The latest lines that were said, by number. Any thread but the trading ones. */
public final class LiveLog implements NewsListener {
    static final int LINES_MAX = 500;

    private static final int LENGTH_MAX = 2_000;

    private final EpochClock clock;
    private final Deque<Line> lines = new ArrayDeque<>();
    private long number;

    private record Line(long number, long timeMs, String level, String kind, String text) {}

    /** Nothing was said yet. */
    public LiveLog(EpochClock clock) {
        this.clock = clock;
    }

    /** Adds what was said; the oldest makes room. Frames are left out, and texts cut at 2,000 characters. */
    @Override
    public synchronized void onNews(News news) {
        if (news.kind() == NewsKind.FRAME) {
            return;
        }
        String text = news.text();
        String shown = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
        String level = news.level().name().toLowerCase(Locale.ROOT);
        lines.addLast(
                new Line(
                        ++number, clock.time(), level, news.kind().label(), shown.stripTrailing()));
        if (lines.size() > LINES_MAX) {
            lines.removeFirst();
        }
    }

    /** The number of the last line; 0 for none. */
    synchronized long last() {
        return number;
    }

    /** Writes the field {@code log}: lines after this number. */
    synchronized void write(long after, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("log");
        for (Line line : lines) {
            if (line.number() > after) {
                json.writeStartArray();
                json.writeNumber(line.number());
                json.writeNumber(line.timeMs());
                json.writeString(line.level());
                json.writeString(line.kind());
                json.writeString(line.text());
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }
}

package io.hayate.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.hayate.model.Counts;
import io.hayate.model.Printable;
import io.hayate.news.News;
import io.hayate.news.SecretMask;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What a record looks like in the file. Secrets are masked, control characters visible, and a text is of
 * bounded length. Thread {@code log}.
 *
 * <pre>
 * 2026-11-30T06:00:01.204Z INFO  fill       order 17729586412417 BUY 0.01 BTCUSD market: FILLED @ 97001
 * {"time":"2026-11-30T06:00:01.204Z","level":"INFO","kind":"fill","instrument":"BTCUSD","text":"order .."}
 * </pre>
 */
final class LogText {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);
    private static final int MS_PER_S = 1_000;
    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();
    private static final int LENGTH_MAX = 8_192;
    private static final int LEVEL_COLUMNS = 6;
    private static final int KIND_COLUMNS = 11;

    private final LogFormat format;
    private final SecretMask mask;
    private long second; // the last one that was told
    private String secondText = "";

    LogText(LogFormat format, SecretMask mask) {
        this.format = format;
        this.mask = mask;
    }

    /** The record as whole lines. */
    String of(LogEntry entry) {
        String text = cut(Printable.lines(mask.masked(entry.news().text())));
        return format == LogFormat.JSON ? json(entry, text) : lines(entry, text);
    }

    private static String cut(String text) {
        return text.length() <= LENGTH_MAX
                ? text
                : text.substring(0, LENGTH_MAX)
                        + " ... and "
                        + Counts.of(text.length() - LENGTH_MAX, "character")
                        + " more";
    }

    /** Each line of the text is a line with all that belongs to it, so that it can be searched for. */
    private String lines(LogEntry entry, String text) {
        String level = entry.news().level().name();
        String kind = entry.news().kind().label();
        String source = entry.source().isEmpty() ? "" : Printable.line(entry.source()) + " - ";
        String head =
                time(entry.timeMs())
                        + " "
                        + padded(level, LEVEL_COLUMNS)
                        + padded(kind, KIND_COLUMNS)
                        + source;
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n", 0)) {
            lines.append(head).append(line).append('\n');
        }
        return lines.toString();
    }

    private String time(long timeMs) {
        long now = Math.floorDiv(timeMs, MS_PER_S);
        if (now != second || secondText.isEmpty()) {
            second = now;
            secondText = SECOND.format(Instant.ofEpochSecond(now));
        }
        int ms = Math.floorMod(timeMs, MS_PER_S);
        return secondText + Integer.toString(MS_PER_S + ms).substring(1) + "Z";
    }

    private static String padded(String word, int columns) {
        return word + " ".repeat(Math.max(1, columns - word.length()));
    }

    private String json(LogEntry entry, String text) {
        News news = entry.news();
        StringBuilder json = new StringBuilder("{\"time\":\"");
        json.append(time(entry.timeMs())).append('"');
        add(json, "level", news.level().name());
        add(json, "kind", news.kind().label());
        add(json, "strategy", news.strategy());
        add(json, "instrument", news.instrument());
        add(json, "source", entry.source());
        add(json, "text", text);
        return json.append("}\n").toString();
    }

    private static void add(StringBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.append(",\"").append(name).append("\":\"");
            JSON.quoteAsString(value, json);
            json.append('"');
        }
    }
}

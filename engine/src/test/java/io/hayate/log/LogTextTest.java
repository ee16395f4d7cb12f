package io.hayate.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.SecretMask;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTextTest {
    private static final long TIME_MS = 1_764_482_401_204L;
    private static final SecretMask MASK = new SecretMask(List.of("key-1234", "secret-5678", ""));

    private static LogEntry entry(String text) {
        News news = new News(NewsKind.FILL, NewsLevel.INFO, "fast", "BTCUSD", text);
        return new LogEntry(TIME_MS, news, "");
    }

    private static String text(LogEntry entry) {
        return new LogText(LogFormat.TEXT, MASK).of(entry);
    }

    private static String json(LogEntry entry) {
        return new LogText(LogFormat.JSON, MASK).of(entry);
    }

    @Test
    void shouldWriteTimeLevelKindAndWordsWhenFormatIsText() {
        assertEquals(
                "2025-11-30T06:00:01.204Z INFO  fill       order 1: FILLED @ 97001\n",
                text(entry("order 1: FILLED @ 97001")));
    }

    @Test
    void shouldWriteWholeMillisecondsWhenTimeIsAFullSecond() {
        News news = News.of(NewsKind.END, NewsLevel.ERROR, "it ended");

        assertEquals(
                "1970-01-01T00:00:01.000Z ERROR end        it ended\n",
                text(new LogEntry(1_000, news, "")));
    }

    @Test
    void shouldGiveEachLineOfATextItsTimeWhenThereAreSeveral() {
        assertEquals(
                """
                2025-11-30T06:00:01.204Z INFO  fill       one
                2025-11-30T06:00:01.204Z INFO  fill       two
                """,
                text(entry("one\ntwo")));
    }

    @Test
    void shouldWriteAnObjectALineWhenFormatIsJson() {
        assertEquals(
                "{\"time\":\"2025-11-30T06:00:01.204Z\",\"level\":\"INFO\",\"kind\":\"fill\","
                        + "\"strategy\":\"fast\",\"instrument\":\"BTCUSD\","
                        + "\"text\":\"a \\\"word\\\"\\nof two lines\"}\n",
                json(entry("a \"word\"\nof two lines")));
    }

    @Test
    void shouldNameTheLoggerWhenALibraryTells() {
        News news = News.of(NewsKind.LIBRARY, NewsLevel.WARN, "no native code");
        LogEntry entry = new LogEntry(TIME_MS, news, "io.netty.Epoll [main]");

        assertEquals(
                "2025-11-30T06:00:01.204Z WARN  library    io.netty.Epoll [main] - no native code\n",
                text(entry));
        assertTrue(json(entry).contains("\"source\":\"io.netty.Epoll [main]\""), json(entry));
    }

    @Test
    void shouldMaskSecretsInEitherFormat() {
        LogEntry entry = entry("sent key-1234 and secret-5678");

        assertTrue(text(entry).endsWith("sent **** and ****\n"), text(entry));
        assertTrue(json(entry).contains("sent **** and ****"), json(entry));
    }

    @Test
    void shouldShowControlCharactersAndForgeNoLineWhenATextHasThem() {
        assertTrue(text(entry("a\u001b[2Jb\rc")).endsWith("a\\u001b[2Jb\\u000dc\n"));
    }

    @Test
    void shouldCutVisiblyWhenATextIsVeryLong() {
        String line = text(entry("x".repeat(10_000)));

        assertTrue(line.endsWith("x ... and 1808 characters more\n"), line.substring(8_000));
    }
}

package io.hayate.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.SecretMask;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class EngineLogTest {
    @TempDir private Path folder;

    private final List<String> told = new ArrayList<>();

    private EngineLog start(Path file) {
        LogConfig config = new LogConfig(true, file, LogFormat.TEXT, 1 << 20, 3);
        SecretMask mask = new SecretMask(List.of("the-secret"));
        return EngineLog.start(config, mask, () -> 1_000, told::add);
    }

    @Test
    void shouldWriteNewsAndWhatLibrariesWarnOf() throws Exception {
        Path file = folder.resolve("hayate.log");
        org.slf4j.Logger library = LoggerFactory.getLogger("io.netty.SomeClass");
        try (EngineLog log = start(file)) {
            log.onNews(News.of(NewsKind.FILL, NewsLevel.INFO, "filled"));
            library.info("not this");
            library.warn("no {} here: the-secret", "native code", new IllegalStateException("why"));
        }
        library.warn("not this either: the log is closed");

        List<String> lines = Files.readAllLines(file);
        assertEquals("1970-01-01T00:00:01.000Z INFO  fill       filled", lines.get(0));
        assertTrue(lines.get(1).contains("WARN  library    io.netty.SomeClass ["), lines.get(1));
        assertTrue(lines.get(1).endsWith("] - no native code here: ****"), lines.get(1));
        assertTrue(lines.get(2).endsWith("java.lang.IllegalStateException: why"), lines.get(2));
        assertTrue(lines.get(3).contains("    at io.hayate.log.EngineLogTest"), lines.get(3));
        assertFalse(Files.readString(file).contains("not this"));
    }

    @Test
    void shouldSayWhatBecameOfIt() {
        Path file = folder.resolve("hayate.log");
        EngineLog log = start(file);
        log.onNews(News.of(NewsKind.RUN, NewsLevel.INFO, "one"));
        log.close();

        assertEquals("log              " + file + ", 1 record\n", log.summary());
    }

    @Test
    void shouldTellAPersonWhenNothingCanBeWritten() throws Exception {
        Path blocked =
                Files.writeString(folder.resolve("blocked"), "a file where a folder is to be");
        EngineLog log = start(blocked.resolve("hayate.log"));
        log.onNews(News.of(NewsKind.RUN, NewsLevel.INFO, "one"));
        log.close();

        assertEquals(1, told.size(), told::toString);
        assertTrue(log.summary().endsWith("0 records, 1 lost\n"), log.summary());
    }

    /** A jar of a plug-in may hold what logback takes for its settings. */
    @Test
    void shouldNotTakeSettingsFromAPlugIn() throws Exception {
        Files.writeString(
                folder.resolve("logback.xml"),
                "<configuration><root level=\"TRACE\"/></configuration>");
        LoggerContext context = new LoggerContext();
        URL[] jars = {folder.toUri().toURL()};
        try (URLClassLoader plugIn = new URLClassLoader(jars, getClass().getClassLoader())) {
            Thread.currentThread().setContextClassLoader(plugIn);
            new ContextInitializer(context).autoConfig(plugIn);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }

        assertEquals(Level.INFO, context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel());
    }

    @Test
    void shouldConfigureLogbackWithoutLookingForAnything() {
        LogProvider provider = new LogProvider();
        provider.initialize();

        LoggerContext context = assertInstanceOf(LoggerContext.class, provider.getLoggerFactory());
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        assertEquals(Level.INFO, root.getLevel());
        assertTrue(root.iteratorForAppenders().hasNext());
        assertNull(context.getObject("CONFIGURATION_WATCH_LIST"));
    }
}

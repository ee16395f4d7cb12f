package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.Recordings;
import io.hayate.strategy.plugin.Compiler;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run, as a process, whose strategy was rehearsed before: nothing of that is in it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RehearsedRunIT {
    private static final String CLASS = "com.example.OnceStrategy";
    private static final String SOURCE =
            """
            package com.example;

            import io.hayate.event.ExecutionReport;
            import io.hayate.event.Ticker;
            import io.hayate.model.Instrument;
            import io.hayate.order.Order;
            import io.hayate.strategy.Strategy;
            import io.hayate.strategy.StrategyContext;

            /** Buys once, and says then which of its class it is. */
            public final class OnceStrategy implements Strategy {
                private static int made;
                private static volatile int rehearsed;

                private final int number = ++made;
                private boolean bought;
                private StrategyContext context;

                @Override
                public boolean rehearsable() {
                    return true;
                }

                @Override
                public void onStart(StrategyContext given) {
                    context = given;
                }

                @Override
                public void onTicker(Instrument instrument, Ticker ticker) {
                    if (!bought && context.isLive()) {
                        bought = context.buy(instrument, 0.01).isAccepted();
                        rehearsed += number == 2 ? 1 : 0;
                    }
                }

                @Override
                public void onExecutionReport(ExecutionReport report, Order order) {
                    if (order != null && !order.isOpen()) {
                        context.log("number {} of {}, rehearsed {}", number, made, rehearsed, 0);
                    }
                }
            }
            """;

    @TempDir private Path folder;

    @Test
    void shouldHaveNothingOfTheRehearsal() throws Exception {
        Path jar = Compiler.jar(folder, "once.jar", CLASS, SOURCE, List.of(CLASS));
        Path recording = folder.resolve("recording");
        HayateScript hayate = new HayateScript(folder, Map.of());
        String defaults = HayateScript.HOME.resolve("config/hayate.conf").toString();
        Path config =
                Files.write(
                        folder.resolve("rehearsed.conf"),
                        List.of(
                                "include required(file(\"" + defaults + "\"))",
                                "loop.warm-up = 40s")); // it is over sooner
        Process run =
                hayate.start(
                        "--config",
                        config.toString(),
                        "--plugin",
                        jar.toString(),
                        "--strategy",
                        "once",
                        "--record",
                        recording.toString());
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains("number ")) {
                    run.toHandle().destroy(); // by TERM
                }
            }
        }
        String out = said.toString();

        assertEquals(0, run.waitFor(), out);
        assertTrue(out.contains("number 1 of 2, rehearsed 1"), out);
        assertFalse(out.contains("number 2"), out);
        assertTrue(out.contains(" 1 sent, "), out);
        assertEquals(1, ordersIn(recording), out);
    }

    private static int ordersIn(Path recording) throws IOException {
        int count = 0;
        try (EntrySource source = Recordings.open(recording)) {
            while (source.next()) {
                RecordedEntry entry = source.entry();
                boolean isOrder =
                        entry.kind() == EntryKind.OUT && text(entry).startsWith("[0,\"on\"");
                count += isOrder ? 1 : 0;
            }
        }
        return count;
    }

    private static String text(RecordedEntry entry) {
        return entry.text().getStringWithoutLengthAscii(entry.textOffset(), entry.textLength());
    }
}

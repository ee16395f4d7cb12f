package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueListener.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class VenuePrinterTest {
    private final StringWriter printed = new StringWriter();

    private VenuePrinter printer(boolean quiet) {
        VenuePrinter printer = new VenuePrinter(new PrintWriter(printed), quiet);
        printer.start(List.of("first"));
        return printer;
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }

    @Test
    void shouldPrintWhatIsToldBetweenFirstAndLast() throws Exception {
        VenuePrinter printer = printer(false);

        printer.onNews(Subject.CLIENT, () -> "client 1 connected");
        printer.end(List.of("last"));

        assertEquals("first", lines().get(0));
        assertTrue(lines().get(1).matches("\\d\\d:\\d\\d:\\d\\d client 1 connected"));
        assertEquals("last", lines().get(2));
    }

    @Test
    void shouldCountWhatAFloodBrings() throws Exception {
        VenuePrinter printer = printer(false);

        for (int i = 0; i < 100_000; i++) {
            printer.onNews(Subject.ORDER, () -> "order");
            printer.onNews(Subject.CLIENT, () -> "client");
        }
        printer.end(List.of());

        long told = lines().stream().filter(line -> !line.startsWith("...")).count() - 1;
        long leftOut =
                lines().stream()
                        .filter(line -> line.startsWith("..."))
                        .map(line -> line.replace(",", ""))
                        .mapToLong(
                                line ->
                                        Long.parseLong(line.split(" ", 0)[3])
                                                + Long.parseLong(line.split(" ", 0)[7]))
                        .sum();
        assertEquals(200_000, told + leftOut);
        assertTrue(told < 2_000, "lines: " + told);
    }

    @Test
    void shouldKeepQuietOfClientsWhenAskedTo() throws Exception {
        VenuePrinter printer = printer(true);

        printer.onNews(Subject.CLIENT, () -> "client 1 connected");
        printer.end(List.of("last"));

        assertEquals(List.of("first", "last"), lines());
    }

    @Test
    void shouldPrintNothingOfAClientThatATerminalWouldObey() throws Exception {
        VenuePrinter printer = printer(false);

        printer.onNews(Subject.CLIENT, () -> "client \u001b[2J\nforged");
        printer.end(List.of());

        assertTrue(lines().get(1).endsWith(" client \\u001b[2J\\u000aforged"), lines().get(1));
    }

    @Test
    void shouldCutLinesToTheTerminal() throws Exception {
        VenuePrinter printer = printer(false);

        printer.onNews(Subject.ORDER, () -> "x".repeat(500));
        printer.end(List.of());

        assertEquals(79, lines().get(1).length());
        assertTrue(lines().get(1).endsWith("xxx..."));
    }

    @Test
    void shouldNeitherStopTheVenueNorTheEndWhenTheTerminalTakesNothing() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        PrintWriter blocked =
                new PrintWriter(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                try {
                                    never.await();
                                } catch (InterruptedException e) {
                                    throw new IOException(e);
                                }
                            }
                        },
                        false,
                        StandardCharsets.UTF_8);
        VenuePrinter printer = new VenuePrinter(blocked, false);
        printer.start(List.of("first"));

        for (int i = 0; i < 10_000; i++) {
            printer.onNews(Subject.ORDER, () -> "order");
        }
        printer.end(List.of("last"));
        never.countDown();
    }
}

package io.hayate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Stage;
import io.hayate.metrics.TickToTrade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class LatencyReportTest {
    private static final Map<String, String> FACTS = Map.of("venue", "ws://127.0.0.1:8765/ws/2");

    private static final Pattern COLOUR = Pattern.compile("--[a-z-]+-to-[a-z]+: #(\\w{6})");

    @TempDir private Path folder;

    private final TickToTrade times = new TickToTrade();

    /** Tickers that take 1 to so many µs to the strategy, and a microsecond more to an order. */
    private void handle(int tickers) {
        for (int us = 1; us <= tickers; us++) {
            times.onReceived(-500, 0);
            times.onHandled(us * 100L, us * 1_000L);
            times.onWritten((us + 1) * 1_000L, (us + 1) * 1_000L);
            times.onDone();
        }
    }

    private String page(Map<String, String> facts) throws IOException {
        LatencyReport.write(folder, times, facts);
        return Files.readString(folder.resolve("latency.html"));
    }

    @Test
    void shouldWriteAFileAStageAndOnePage() throws IOException {
        page(FACTS);

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(
                            "decoded-to-handled.hgrm",
                            "handled-to-sending.hgrm",
                            "handled-to-written.hgrm",
                            "last-look-to-written.hgrm",
                            "latency.html",
                            "received-to-decoded.hgrm",
                            "received-to-handled.hgrm",
                            "received-to-sending.hgrm",
                            "received-to-written.hgrm"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void shouldWritePercentilesInMicroseconds() throws IOException {
        handle(1_000);
        page(FACTS);

        List<String> lines = Files.readAllLines(folder.resolve("received-to-handled.hgrm"));
        assertEquals("Value Percentile TotalCount 1/(1-Percentile)", words(lines.get(0)));
        List<double[]> rows =
                lines.stream().filter(LatencyReportTest::isRow).map(this::row).toList();
        double[] half = rows.stream().filter(row -> row[1] == 0.5).findFirst().orElseThrow();
        assertEquals(500, half[0], 0.5);
        assertEquals(500, half[2]);
        double[] last = rows.get(rows.size() - 1);
        assertEquals(1_000, last[0], 1);
        assertEquals(1_000, last[2]);
        assertTrue(
                lines.get(lines.size() - 2).startsWith("#[Max     =     1000."), lines::toString);
        assertTrue(lines.get(lines.size() - 2).endsWith("Total count    =         1000]"));
    }

    private static String words(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    private static boolean isRow(String line) {
        return words(line).matches("[0-9.]+ [0-9.]+ [0-9]+.*");
    }

    private double[] row(String line) {
        String[] cells = words(line).split(" ");
        return Stream.of(cells).limit(3).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 5_000})
    void shouldMakeAWellFormedPage(int tickers) throws Exception {
        handle(tickers);

        Document page = WrittenPage.parse(page(FACTS));

        assertEquals("html", page.getDocumentElement().getTagName());
        assertEquals("Latency of a Hayate run", WrittenPage.texts(page, "h1").get(0));
        assertEquals("ws://127.0.0.1:8765/ws/2", WrittenPage.texts(page, "dd").get(0));
        assertFalse(page.getDocumentElement().getTextContent().contains("{{"));
        assertFalse(Files.readString(folder.resolve("latency.html")).contains("NaN"));
    }

    @Test
    void shouldTellEachStageInTheTable() throws Exception {
        handle(1_000);

        List<String> cells = WrittenPage.texts(WrittenPage.parse(page(FACTS)), "tr");

        assertEquals("stagep50p90p99p99.9p99.99maxmeancount", cells.get(0));
        assertEquals(1 + Stage.values().length, cells.size());
        String row = cells.get(1);
        assertEquals("received to decoded50.0290.0599.0199.90-100.050.051,000", row);
    }

    @Test
    void shouldDrawStagesInColoursThatDiffer() throws IOException {
        Matcher matcher = COLOUR.matcher(page(FACTS));
        List<double[]> colours = new ArrayList<>();
        while (matcher.find()) {
            colours.add(lab(Integer.parseInt(matcher.group(1), 16)));
        }
        int stages = Stage.values().length;

        assertEquals(2 * stages, colours.size()); // on light paper and on dark
        for (int i = 0; i < colours.size(); i++) {
            for (int j = i / stages * stages; j < i; j++) {
                assertTrue(distance(colours.get(i), colours.get(j)) > 25, i + " and " + j);
            }
        }
    }

    /** CIE L*a*b*, in which some 2 is the least difference that is seen, and 25 a plain one. */
    private static double[] lab(int rgb) {
        double red = linear(rgb >> 16 & 0xff);
        double green = linear(rgb >> 8 & 0xff);
        double blue = linear(rgb & 0xff);
        double x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
        double y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        double z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double root(double share) {
        return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116.0;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(
                Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    @Test
    void shouldDrawACurveForEachStageThatWasMeasured() throws Exception {
        times.onReceived(0, 0);
        times.onHandled(100, 200);
        times.onDone();
        String page = page(FACTS);

        assertTrue(page.contains("<path class=\"curve received-to-decoded\" d=\"M70.0 "), page);
        assertFalse(page.contains("<path class=\"curve received-to-written\" d=\"M70.0 "), page);
    }

    @Test
    void shouldSayThatNothingWasMeasured() throws Exception {
        assertTrue(
                WrittenPage.texts(WrittenPage.parse(page(FACTS)), "text")
                        .contains("nothing was measured"));

        handle(1);

        assertFalse(
                WrittenPage.texts(WrittenPage.parse(page(FACTS)), "text")
                        .contains("nothing was measured"));
    }

    @Test
    void shouldNeedNothingFromElsewhere() throws Exception {
        handle(1_000);

        String page = page(FACTS).replace("ws://127.0.0.1:8765/ws/2", "");

        WrittenPage.assertNeedsNothing(page);
    }

    @Test
    void shouldShowFactsAsTheyAre() throws Exception {
        String odd = "<b>\"R&D\"</b> {{rows}}";

        assertEquals(
                odd,
                WrittenPage.texts(WrittenPage.parse(page(Map.of("symbols", odd))), "dd").get(0));
    }

    @Test
    void shouldWriteOverTheFilesOfARunBefore() throws IOException {
        handle(10);
        page(FACTS);
        handle(10);
        page(FACTS);

        String lines = Files.readString(folder.resolve("received-to-written.hgrm"));
        assertTrue(lines.contains("Total count    =           20]"), lines);
    }

    @Test
    void shouldFailWhenTheFolderIsGone() {
        Path gone = folder.resolve("gone");

        assertThrows(IOException.class, () -> LatencyReport.write(gone, times, FACTS));
    }
}

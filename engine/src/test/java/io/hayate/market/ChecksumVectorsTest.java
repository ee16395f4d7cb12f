package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checksums that others have published with the books that they are of. */
class ChecksumVectorsTest {
    private static List<String> sample() throws IOException {
        try (InputStream in =
                ChecksumVectorsTest.class.getResourceAsStream("/frames/real-sample.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static void assertPasses(ChannelSpec spec, String rows, int crc) {
        BookRig rig = new BookRig(spec);
        rig.snapshot(rows);
        rig.checksum(crc);
        rig.checksum(crc + 1);

        assertEquals(1, rig.figure(Figure.CHECKSUMS_PASSED));
        assertEquals(1, rig.figure(Figure.CHECKSUMS_FAILED));
    }

    @Test
    void shouldPassForLevels() {
        ChannelSpec spec = ChannelSpec.book("tBTCUSD");

        assertPasses(spec, "[[6000,1,1],[5900,1,2],[6100,1,-3],[6200,1,-4]]", 1_756_193_398);
        assertPasses(spec, "[[6000,1,1],[1.7e-8,1,2],[6100,1,-3],[6200,1,-4]]", 952_615_146);
    }

    @Test
    void shouldPassForOrders() {
        ChannelSpec spec = ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 25);

        assertPasses(
                spec, "[[100,6000,1],[101,5900,2],[102,6100,-3],[103,6200,-4]]", 1_841_538_801);
        assertPasses(
                spec, "[[101,6000,2],[103,6100,-4],[100,6000,1],[102,6100,-3]]", 1_841_538_801);
    }

    @Test
    void shouldPassForRecordedBooksWithUpdates() throws IOException {
        assertPassesInSample("[123,");
        assertPassesInSample("[81757,");
    }

    private static void assertPassesInSample(String head) throws IOException {
        BookRig rig = new BookRig(ChannelSpec.book("tBTCUSD", BookPrecision.P0, "F0", 100));
        for (String frame : sample()) {
            if (frame.startsWith(head + "[[")) {
                rig.snapshotRows(BookRig.parse(body(frame, head)));
            } else if (frame.startsWith(head + "[")) {
                rig.rows(body(frame, head));
            } else if (frame.startsWith(head + "\"cs\",")) {
                String crc = frame.substring((head + "\"cs\",").length(), frame.length() - 1);
                rig.checksum(Integer.parseInt(crc));
            }
        }
        assertEquals(1, rig.figure(Figure.CHECKSUMS_PASSED));
        assertTrue(rig.book().isHealthy());
    }

    private static String body(String frame, String head) {
        return frame.substring(head.length(), frame.length() - 1);
    }
}

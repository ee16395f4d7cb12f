package io.hayate.recording.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.hayate.recording.RecordingHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames of every kind, as others would have recorded them: each is known, and none gets lost. */
class ForeignSampleTest {
    private static final Path SAMPLE = Path.of("src/test/resources/frames/real-sample.jsonl");
    private static final RecordingHead HEAD =
            RecordingHead.madeOf("0.1", "25", List.of("a"), false);

    @TempDir private Path folder;

    private List<String> sample;

    @BeforeEach
    void setUp() throws IOException {
        sample = Files.readAllLines(SAMPLE);
    }

    private static String tardis(List<String> frames) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < frames.size(); i++) {
            text.append(
                    String.format(
                            Locale.ROOT, "2021-04-17T16:%02d:%02d.%07dZ ", i / 60, i % 60, i * 7));
            text.append(frames.get(i)).append('\n');
        }
        return text.toString();
    }

    private static String cryptofeed(List<String> frames) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < frames.size(); i++) {
            text.append(1_618_675_200 + i).append(".5: ").append(frames.get(i)).append('\n');
        }
        return text.toString();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String info(Path recording) throws IOException {
        StringWriter printed = new StringWriter();
        new RecordingAnswers(new PrintWriter(printed, true), true).info(recording);
        return printed.toString();
    }

    /** Channels with their frames, and all that is no channel's: without times and what is wrong. */
    private static String held(String info) {
        String held = info.substring(info.indexOf("\"heartbeats\""), info.indexOf("\"findings\""));
        return held.replaceAll("\"perSecond\":[0-9.]+", "");
    }

    @Test
    void shouldKnowEveryFrameInEachFormat() throws IOException {
        String due = held(info(SAMPLE));
        for (String each : List.of(tardis(sample), cryptofeed(sample), String.join("\n", sample))) {
            Path plain = write("plain", each);
            Path gzip = write("a.gz", gzip(each));
            Path zstd = write("a.zst", Zstd.compress(each.getBytes(StandardCharsets.UTF_8)));
            for (Path file : List.of(plain, gzip, zstd)) {
                String info = info(file);

                assertTrue(info.contains("\"in\":186,\"out\":5,"), info);
                assertTrue(info.contains("\"unknown\":0,"), info);
                assertEquals(due, held(info));
            }
        }
    }

    @Test
    void shouldLoseNothingWhenItIsCutAndMerged() throws IOException {
        for (String each : List.of(tardis(sample), cryptofeed(sample))) {
            Path file = write("file", each);
            Path cut = folder.resolve("cut.jsonl.gz");
            Path merged = folder.resolve("merged.jsonl.gz");
            CutChoice all = new CutChoice(null, null, Set.of(), null);

            RecordingCut.cut(file, all, HEAD, cut);
            RecordingMerge.merge(List.of(cut), HEAD, merged);

            assertEquals(held(info(file)), held(info(cut)));
            assertEquals(held(info(file)), held(info(merged)));
            assertTrue(info(merged).contains("\"in\":186,\"out\":5,"), info(merged));
            Files.delete(cut);
            Files.delete(merged);
        }
    }

    @Test
    void shouldKeepConnectionsApartWhoseChannelsHaveTheSameNumbers() throws IOException {
        List<String> frames = sample.subList(0, 50);
        Path first = write("a", tardis(frames));
        Path second = write("b", cryptofeed(frames));
        Path merged = folder.resolve("merged.jsonl.gz");

        RecordingMerge.merge(List.of(first, second), HEAD, merged);

        assertTrue(info(merged).contains("\"in\":100,"), info(merged));
        assertTrue(info(merged).contains("\"unknown\":0,"), info(merged));
        assertEquals(
                "{\"channel\":\"book\",\"symbol\":\"tBTCUSD\",\"key\":\"\",\"precision\":\"P0\","
                        + "\"length\":25,\"frames\":2,,\"checksums\":{\"passed\":0,\"failed\":0,"
                        + "\"skipped\":0}}",
                channel(
                        held(info(merged)),
                        "\"symbol\":\"tBTCUSD\",\"key\":\"\",\"precision\":\"P0\""));
    }

    private static String channel(String held, String of) {
        int at = held.indexOf(of);
        return held.substring(held.lastIndexOf("{\"channel\"", at), held.indexOf("}}", at) + 2);
    }
}

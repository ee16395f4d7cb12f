package io.hayate.journal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalMemoryTest {
    @TempDir Path root;
    private JournalFileRig rig;

    @BeforeEach
    void rig() throws IOException {
        rig = new JournalFileRig(root);
    }

    /** No file in memory is made for a segment as long as one that has ended lends its own. */
    @Test
    void shouldUseTheMemoryOfASegmentThatHasEnded() throws IOException {
        rig.begin().orders(1, 1_000);
        Path folder = rig.memory.resolve(JournalFileRig.names(rig.memory).get(0));
        List<Object> files = files(folder);
        rig.orders(1_001, 5_000);

        assertTrue(rig.fill.journal.segmentNumber() > 3);
        assertEquals(files, files(folder));
        assertEquals(LongStream.rangeClosed(1, 5_000).boxed().toList(), rig.read().intents());

        Files.write(folder.resolve("0000000099.head.new"), new byte[8]); // as at a kill in between
        rig.kill();
        rig.begin();
        assertEquals(
                List.of(),
                JournalFileRig.names(folder).stream().filter(n -> n.endsWith(".new")).toList());
        rig.end();
        assertEquals(LongStream.rangeClosed(1, 5_000).boxed().toList(), rig.read().intents());
        assertEquals(List.of(), JournalFileRig.names(rig.memory));
    }

    /** What the system knows the files of a folder by, whatever they are called. */
    private static List<Object> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(JournalMemoryTest::key)
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
        }
    }

    private static Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

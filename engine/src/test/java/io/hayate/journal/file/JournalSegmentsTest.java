package io.hayate.journal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.SmallDisk;
import io.hayate.journal.JournalEnd;
import io.hayate.journal.JournalException;
import io.hayate.journal.JournalReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSegmentsTest {
    @TempDir private Path root;

    private JournalFileRig rig;

    @BeforeEach
    void makeRig() throws IOException {
        rig = new JournalFileRig(root);
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void shouldHaveAllOnTheDiskAndNothingInMemoryWhenClosed() throws IOException {
        rig.begin().orders(1, 1_500);
        rig.end();

        JournalFileRig.Read read = rig.read();
        assertEquals(upTo(1_500), read.intents());
        assertEquals(JournalEnd.CLOSED, read.end());
        assertEquals(List.of(), JournalFileRig.names(rig.memory));
        assertFalse(JournalFileRig.names(rig.folder).contains("head"));
        assertEquals(List.of(), rig.told());
    }

    @Test
    void shouldLetItsOwnerAloneReadIt() throws IOException {
        Files.setPosixFilePermissions(rig.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        rig.begin();
        rig.orders(1, 400);
        rig.segments.doWork();

        assertEquals("rwx------", permissions(rig.folder));
        try (Stream<Path> all = Files.walk(rig.folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                assertEquals("rw-------", permissions(each), each.toString());
            }
        }
        try (Stream<Path> heads = Files.list(rig.memory)) {
            for (Path each : heads.toList()) {
                assertEquals("rwx------", permissions(each), each.toString());
            }
        }
        rig.end();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void shouldGoOnWithTheNumbersOfTheRunBefore() throws IOException {
        rig.begin().orders(1, 10);
        rig.end();
        rig.begin().orders(11, 20);
        rig.end();

        assertEquals(upTo(20), rig.read().intents());
        assertEquals(JournalEnd.CLOSED, rig.read().end());
    }

    @Test
    void shouldFindWhatWasInMemoryAloneWhenTheRunBeforeWasKilled() throws IOException {
        rig.begin().orders(1, 10);
        rig.fill.order(11); // not brought to the disk
        rig.kill();
        rig.begin();
        assertEquals(0, rig.start.openOrders());
        rig.fill.intent(12, 0);
        rig.kill();

        rig.begin();
        assertEquals(1, rig.start.openOrders());
        rig.end();
        assertEquals(upTo(12), rig.read().intents());
        assertEquals(List.of(), rig.told());
    }

    @Test
    void shouldLoseTheLastIntervalAloneWhenTheMachineGoesDown() throws IOException {
        rig.begin().orders(1, 10);
        rig.fill.order(11); // not brought to the disk
        rig.kill();
        deleteAll(rig.memory);

        assertEquals(upTo(10), rig.read().intents());
        assertEquals(JournalEnd.OPEN, rig.read().end());
        rig.begin().orders(12, 12);
        rig.end();
        assertEquals(JournalEnd.CLOSED, rig.read().end());
    }

    private static void deleteAll(Path folder) throws IOException {
        for (String name : JournalFileRig.names(folder)) {
            Path path = folder.resolve(name);
            if (Files.isDirectory(path)) {
                deleteAll(path);
            }
            Files.delete(path);
        }
    }

    @Test
    void shouldReadAheadOfTheDiskWhileTheWriterIsAtWork() {
        rig.begin();
        try (JournalReader reader = new JournalReader(new JournalFolder(rig.folder))) {
            assertFalse(reader.next());
            long read = 0;
            for (int i = 1; i <= 2_000; i++) {
                assertTrue(rig.fill.order(i));
                while (reader.next()) {
                    read = reader.record().number();
                }
                assertEquals(rig.fill.journal.nextNumber() - 1, read, reader::place);
                if (i % 50 == 0) {
                    rig.flush();
                }
            }
            rig.end();
            while (reader.next()) {
                // to the end
            }
            assertEquals(JournalEnd.CLOSED, reader.end());
        }
    }

    @Test
    void shouldNameTheDamageWhenAFileIsCutUnderItsReader() throws IOException {
        rig.begin().orders(1, 1_500);
        rig.end();
        try (JournalReader reader = new JournalReader(new JournalFolder(rig.folder))) {
            assertTrue(reader.next());
            try (FileChannel file = FileChannel.open(segment(1), StandardOpenOption.WRITE)) {
                file.truncate(200_000);
            }
            while (reader.next()) {
                // as far as it goes
            }
            assertEquals(JournalEnd.DAMAGED, reader.end());
            assertTrue(reader.place().contains("cut"), reader.place());
        }
    }

    private Path segment(int number) {
        return rig.folder.resolve(String.format("%010d.journal", number));
    }

    @Test
    void shouldTakeNoNewRiskWhileTheDiskHasTooLittleRoom() {
        long[] usable = {1L << 40};
        rig.space = folder -> usable[0];
        rig.begin().orders(1, 300);
        usable[0] = 0;
        rig.orders(301, 800);

        assertFalse(rig.fill.journal.isSound());
        assertTrue(rig.told().get(0).contains("has too little room"));
        usable[0] = 1L << 40;
        rig.nowNs += 1_000_000_000L;
        rig.flush();
        assertTrue(rig.fill.journal.isSound());
        assertEquals(List.of("journal: it is written again"), rig.told());
        rig.end();
        assertEquals(upTo(800), rig.read().intents());
    }

    @Test
    void shouldRefuseWhenNoSegmentIsReady() {
        long[] usable = {1L << 40};
        rig.space = folder -> usable[0];
        rig.begin().flush();
        usable[0] = 0;
        int written = 0;
        while (rig.fill.intent(written + 1, 0)) {
            written++;
        }
        rig.flush();

        assertTrue(written > 1_500, "two segments were ready: " + written);
        rig.end();
        assertEquals(upTo(written), rig.read().intents());
    }

    @Test
    void shouldGoOnInTheFolderItselfWhenMemoryIsTooSmall() throws IOException {
        rig.space = folder -> folder.startsWith(rig.memory) ? 1_000 : 1L << 40;
        rig.begin().orders(1, 1_500);
        List<String> told = rig.told();
        rig.fill.order(1_501); // a process that is killed now has lost nothing
        rig.kill();

        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("journal.head-dir is not used"), told::toString);
        assertEquals(upTo(1_501), rig.read().intents());
    }

    @Test
    void shouldTellThatADiskIsFullAndLoseNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(rig.folder, 8 * JournalFileRig.BYTES)) {
            rig.space = folder -> 1L << 40; // so that the disk itself says so
            rig.begin().orders(1, 100);
            disk.fill();
            int order = 101;
            while (rig.fill.order(order)) {
                if (++order % 50 == 0) {
                    rig.flush();
                }
            }
            assertFalse(rig.segments.isSound());
            assertTrue(rig.told().get(0).contains("no room for more"));
            disk.makeRoom();
            rig.nowNs += 1_000_000_000L;
            rig.flush();
            rig.flush();
            assertTrue(rig.segments.isSound(), rig.segments::trouble);
            rig.end();
            assertTrue(rig.read().intents().containsAll(upTo(order - 1)));
        }
    }

    @Test
    void shouldNameTheFolderThatItCannotUse() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        JournalException none = assertThrows(JournalException.class, () -> JournalStart.open(file));
        assertTrue(none.getMessage().contains(file.toString()), none.getMessage());
    }

    @Test
    void shouldLetOneWriterAloneHaveIt() {
        rig.begin();

        JournalException second =
                assertThrows(JournalException.class, () -> JournalStart.open(rig.folder));
        String holder = "is written by another process, " + ProcessHandle.current().pid();
        assertTrue(second.getMessage().contains(holder), second.getMessage());
        rig.end();
        JournalStart.open(rig.folder).close();
    }

    @Test
    void shouldTakeNoNewRiskWhenTheJournalOfBeforeIsDamaged() throws IOException {
        rig.begin().orders(1, 100);
        rig.end();
        alter(segment(1), 5_000);
        for (int run = 0; run < 2; run++) { // at each start
            rig.begin();
            assertFalse(rig.segments.isSound());
            assertTrue(rig.told().get(0).contains(segment(1).toString()));
            rig.flush();
            assertFalse(rig.segments.isSound());
            rig.end();
        }
    }

    private static void alter(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {0x5A}), at);
        }
    }

    @Test
    void shouldRefuseAnotherFormatByName() throws IOException {
        rig.begin().orders(1, 10);
        rig.end();
        OtherFormat.write(segment(1), 3);

        assertEquals(JournalEnd.DAMAGED, rig.read().end());
        String words = " is of format 3: this release reads 1 to 2";
        assertEquals(segment(1) + words, rig.read().place());
    }

    /** Of format 1 the books are of the account alone. */
    @Test
    void shouldReadTheFormatBefore() throws IOException {
        rig.begin().orders(1, 10);
        rig.end();
        OtherFormat.write(segment(1), 1);

        assertEquals(JournalEnd.CLOSED, rig.read().end());
    }

    @Test
    void shouldNameASegmentThatIsMissing() throws IOException {
        rig.begin().orders(1, 1_500);
        rig.end();
        Files.delete(segment(2));

        assertEquals("segment 2 is missing", rig.read().place());
    }

    @Test
    void shouldTakeNoNewRiskWhenItsFileIsRemoved() throws IOException {
        rig.begin().orders(1, 10);
        Files.delete(segment(1));
        rig.nowNs += 1_000_000_000L;
        rig.flush();

        assertFalse(rig.segments.isSound());
        assertTrue(rig.told().get(0).contains(segment(1) + " is gone"));
        rig.kill();
    }

    @Test
    void shouldRemoveOldSegmentsButNoneWithAnOpenOrder() throws IOException {
        rig.begin();
        rig.orders(1, 1_000);
        rig.fill.intent(1_001, 1);
        rig.orders(1_002, 3_000);
        rig.nowMs += 31L * 86_400_000L;
        rig.nowNs += 61_000_000_000L;
        rig.flush();

        JournalFileRig.Read read = rig.read();
        assertTrue(read.firstRecord() > 1);
        assertTrue(read.intents().contains(1_001L));
        assertEquals(JournalEnd.OPEN, read.end(), read.place());
        assertTrue(new JournalFolder(rig.folder).pruned().startsWith("removed up to segment "));
        assertTrue(rig.told().get(0).contains("an order of it has no end"));
        rig.fill.state(1_001, 1, 6, 1);
        rig.flush();
        rig.nowNs += 61_000_000_000L;
        rig.flush();
        assertFalse(rig.read().intents().contains(1_001L));
        rig.end();
    }

    @Test
    void shouldRemoveTheOldestWhenThereAreTooMany() throws IOException {
        rig.begin();
        rig.config = // 4 segments
                new JournalConfig(
                        FlushMode.INTERVAL,
                        20,
                        rig.memory,
                        JournalFileRig.BYTES,
                        30,
                        4L * JournalFileRig.BYTES,
                        0);
        rig.end();
        rig.begin().orders(1, 4_000);
        rig.nowNs += 61_000_000_000L;
        rig.flush();

        assertTrue(JournalFileRig.names(rig.folder).size() < 10);
        assertTrue(rig.read().intents().contains(4_000L));
        rig.end();
    }

    @Test
    void shouldNoticeThatMemoryWasAltered() {
        rig.begin();
        rig.fill.order(1);
        rig.fill.journal.buffer().putByte(300, (byte) 0x5A);
        rig.flush();

        assertFalse(rig.segments.isSound());
        assertTrue(rig.told().get(0).contains("is altered in memory"));
        rig.kill();
    }
}

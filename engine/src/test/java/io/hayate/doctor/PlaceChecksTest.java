package io.hayate.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.machine.Trees;
import io.hayate.model.Clocks;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceChecksTest {
    private static final long MB = 1L << 20;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1048576 | 900000 | max       | OK   | there are 1024 MB",
                "1048576 | 100000 | max       | WARN | there are 1024 MB",
                "1048576 | 900000 | 268435456 | FAIL | there are 256 MB (control group)",
                "262144  | 200000 | max       | FAIL | there are 256 MB"
            })
    void shouldJudgeMemoryByTheSmallestLimit(
            long totalKb, long freeKb, String max, Status status, String found) {
        Trees tree = new Trees(folder);
        tree.with(
                "/proc/meminfo",
                "MemTotal:  " + totalKb + " kB\nMemAvailable:   " + freeKb + " kB\n");
        tree.with("/proc/self/cgroup", "0::/a/b").with("/sys/fs/cgroup/a/memory.max", max);
        tree.with("/proc/self/status", "VmLck:\t   2048 kB\nVmRSS:\t 1024 kB\n");

        Finding finding = new MemoryCheck(tree.files(), 256 * MB).examine();

        assertEquals(status, finding.status());
        assertEquals("heap 256 MB, beside it 248, locked 2; " + found, finding.found());
    }

    @Test
    void shouldKnowNothingOfMemoryWhereTheSystemTellsNothing() {
        assertEquals(Finding.unknown(), new MemoryCheck(new Trees(folder).files(), MB).examine());
    }

    @ParameterizedTest
    @CsvSource({"15, FAIL", "16, WARN", "1023, WARN", "1024, OK"})
    void shouldJudgeTheRoomForState(long freeMb, Status status) {
        Path state = folder.resolve("not/there/yet");

        Finding finding = new DiskCheck(state, there -> freeMb * MB).examine();

        assertEquals(status, finding.status());
        assertEquals(freeMb + " MB free for " + state, finding.found());
    }

    @Test
    void shouldFailWhereStateCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        Finding finding = new DiskCheck(file.resolve("hayate"), DiskCheck::freeBytes).examine();

        assertEquals(Status.FAIL, finding.status());
        assertTrue(finding.advice().contains("XDG_STATE_HOME"));
        assertTrue(DiskCheck.freeBytes(folder) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "rw-------, OK",
        "r--------, OK",
        "rw-r-----, FAIL",
        "rw----r--, FAIL",
        "rw--w----, FAIL"
    })
    void shouldJudgeWhoMayReadTheKey(String mode, Status status) throws Exception {
        Path file = Files.writeString(folder.resolve("keys.conf"), "key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        Finding finding = new KeyFileCheck(Optional.of(file)).examine();

        assertEquals(status, finding.status());
        assertEquals(file + " is " + mode, finding.found());
    }

    @Test
    void shouldSayWhatToNameWhereNoKeyFileIsThere() {
        assertEquals(Status.OK, new KeyFileCheck(Optional.empty()).examine().status());
        Finding missing = new KeyFileCheck(Optional.of(folder.resolve("none"))).examine();
        assertEquals(Status.FAIL, missing.status());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, OK",
        "255, 10, OK",
        "257, 10, WARN",
        "-257, 10, WARN",
        "2007, 10, FAIL",
        "1000, 4000, OK"
    })
    void shouldJudgeTheClockByWhatIsSureOfIt(double aheadMs, double roundTripMs, Status status) {
        assertEquals(status, VenueClockCheck.judge(aheadMs, roundTripMs).status());
    }

    @Test
    void shouldSayWhichClockIsAhead() {
        assertEquals(
                "300 ms behind the venue's, give or take 6; best of 5 pings",
                VenueClockCheck.judge(-300, 10).found());
    }

    @Test
    void shouldTellWhenTheVenueDoesNotAnswer() {
        URI nobody = URI.create("ws://127.0.0.1:1/ws/2");

        Finding finding =
                new VenueClockCheck(
                                nobody,
                                new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE))
                        .examine();

        assertEquals(Status.WARN, finding.status());
        assertEquals("no answer from ws://127.0.0.1:1/ws/2", finding.found());
    }
}

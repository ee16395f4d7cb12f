package io.hayate.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.machine.SystemFiles;
import io.hayate.machine.Trees;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measuring on a clock that the test moves, and what is said of the figures. */
class MeasuredChecksTest {
    private static final long US = 1_000;
    private static final long MS = 1_000_000;

    @TempDir private Path root;

    private long nowNs = 7;

    private long tick(long stepNs) {
        nowNs += stepNs;
        return nowNs;
    }

    /** A thread that is off its core once, from 2 ms after the start on, for so long. */
    private Spinning spin(long gapNs) {
        long atNs = nowNs + 2 * MS;
        return Spinning.measure(
                () -> {
                    boolean isDue = nowNs < atNs && nowNs + US >= atNs;
                    return tick(isDue ? gapNs : US);
                },
                100 * MS);
    }

    @Test
    void shouldCountNoGapWhenTheClockGoesOnSteadily() {
        Spinning spinning = spin(20 * US);

        assertEquals(0, spinning.gaps());
        assertEquals(0, spinning.lostPercent());
        assertEquals(20 * US, spinning.worstOfEachMs().maxNs());
        assertEquals(Status.OK, new SpinningCheck(spinning).examine().status());
    }

    @Test
    void shouldCountAGapInEachMsThatItTouches() {
        Spinning spinning = spin(10 * MS);

        assertEquals(1, spinning.gaps());
        assertEquals(10 * MS, spinning.lostNs());
        assertEquals(100, spinning.worstOfEachMs().count());
        assertEquals(10 * MS, spinning.worstOfEachMs().percentileNs(90));
        assertEquals(US, spinning.worstOfEachMs().percentileNs(88));
    }

    @ParameterizedTest
    @CsvSource({"500000, OK", "1000001, WARN", "5000000, WARN", "10100000, FAIL"})
    void shouldJudgeSpinningByWhatIsLost(long gapNs, Status status) {
        Finding finding = new SpinningCheck(spin(gapNs)).examine();

        assertEquals(status, finding.status(), finding.found());
        assertEquals(gapNs, finding.figures().get("max-ns"));
    }

    @Test
    void shouldEndWhenOneGapIsLongerThanTheSpan() {
        Spinning spinning = Spinning.measure(() -> tick(500 * MS), 10 * MS);

        assertEquals(500 * MS, spinning.worstOfEachMs().percentileNs(1));
        assertEquals(100, spinning.lostPercent());
    }

    private Sleeping sleep(long lateNs) {
        LongConsumer nap = ns -> tick(ns + lateNs);
        return Sleeping.measure(() -> nowNs, nap, 100 * MS);
    }

    @ParameterizedTest
    @CsvSource({"60000, OK", "1000000, WARN", "20000000, FAIL"})
    void shouldJudgeSleepingByItsTail(long lateNs, Status status) {
        Finding finding = new SleepingCheck(sleep(lateNs)).examine();

        assertEquals(status, finding.status(), finding.found());
        assertEquals(lateNs, finding.figures().get("p50-ns"));
        assertEquals(lateNs, finding.figures().get("p99-ns"));
    }

    @Test
    void shouldNotSleepMoreOftenThanTheSpanHasMs() {
        long wokenEarly = 100;

        Sleeping sleeping = Sleeping.measure(() -> nowNs, ns -> tick(ns - wokenEarly), 10 * MS);

        assertEquals(10, sleeping.lateness().count());
        assertEquals(0, sleeping.lateness().maxNs());
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "5, WARN", "10, FAIL"})
    void shouldJudgeStealByItsShare(long steal, Status status) {
        SystemFiles files = new SystemFiles(root);
        new Trees(root).with("/proc/stat", "cpu  1 2 3 4 5 6 7 8 9 10\ncpu0 9 9\n");
        Optional<CpuTimes> before = CpuTimes.read(files);
        long idle = 4 + 100 - steal;
        new Trees(root).with("/proc/stat", "cpu  1 2 3 " + idle + " 5 6 7 " + (8 + steal) + " 9 9");

        Finding finding = new StealCheck(before, CpuTimes.read(files)).examine();

        assertEquals(new CpuTimes(36, 8), before.orElseThrow());
        assertEquals(status, finding.status());
        assertEquals((double) steal, finding.figures().get("percent"));
    }

    @ParameterizedTest
    @CsvSource({"cpu", "cpu  1 2 3 4", "cpu  1 2 3 4 5 6 7 x"})
    void shouldNotKnowStealWhereItIsNotTold(String line) {
        new Trees(root).with("/proc/stat", line);
        Optional<CpuTimes> times = CpuTimes.read(new SystemFiles(root));

        assertEquals(Finding.unknown(), new StealCheck(times, times).examine());
    }

    @ParameterizedTest
    @CsvSource({
        "tsc, 25, OK, ''",
        "kvm-clock, 40, OK, ''",
        "hpet, 90, WARN, echo tsc",
        "tsc, 300, WARN, a tsc costs",
        "acpi_pm, 1200, FAIL, echo tsc"
    })
    void shouldJudgeTheClockByItsCost(String source, double costNs, Status status, String advice) {
        String folder = "/sys/devices/system/clocksource/clocksource0/";
        new Trees(root)
                .with(folder + "current_clocksource", source + "\n")
                .with(folder + "available_clocksource", "tsc hpet acpi_pm\n");

        Finding finding = new ClockCheck(new SystemFiles(root), costNs).examine();

        assertEquals(status, finding.status());
        assertTrue(finding.found().startsWith(source + ", nanoTime costs "), finding.found());
        assertTrue(finding.advice().startsWith(advice), finding.advice());
    }

    @Test
    void shouldSayNothingOfTimesThatWereNotTaken() {
        Sample none = new Sample(new long[4], 0);

        assertEquals(0, none.maxNs());
        assertEquals(0, none.percentileNs(50));
    }

    @Test
    void shouldTakeTheTimeThatAShareKept() {
        long[] times = new long[1_000];
        Arrays.setAll(times, i -> 1_000 - i);
        Sample sample = new Sample(times, times.length);

        assertEquals(500, sample.percentileNs(50));
        assertEquals(999, sample.percentileNs(99.9));
        assertEquals(1_000, sample.maxNs());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0 us", "940, 0.9 us", "12400, 12 us", "4200000, 4.2 ms", "27000000, 27 ms"})
    void shouldWriteTimesForAPerson(long ns, String text) {
        assertEquals(text, Times.text(ns));
    }
}

package io.hayate.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.machine.ControlGroups;
import io.hayate.machine.CoreSet;
import io.hayate.machine.Cores;
import io.hayate.machine.SystemFiles;
import io.hayate.machine.Trees;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checks say of machines of the test's own. */
class MachineChecksTest {
    private static final String CPU = "/sys/devices/system/cpu/";

    @TempDir private Path root;

    private Trees tree;
    private SystemFiles files;
    private Cores cores = cores("0-3", "");

    @BeforeEach
    void setUp() {
        tree = new Trees(root);
        files = tree.files();
    }

    private static Cores cores(String allowed, String isolated) {
        CoreSet set = CoreSet.parse(allowed);
        return new Cores(set, CoreSet.parse(isolated), set.size());
    }

    private static void assertFinding(Status status, String found, String advice, Check check) {
        Finding finding = check.examine();

        assertEquals(status, finding.status(), finding.found());
        assertEquals(found, finding.found());
        assertTrue(finding.advice().contains(advice), finding.advice());
        assertTrue(finding.status() == Status.OK || !finding.advice().isEmpty());
    }

    @Test
    void shouldKnowNothingWhereTheSystemHasNoFiles() {
        for (Report.Entry entry : Doctor.examine(Doctor.ofMachine(files, cores))) {
            Finding finding = entry.finding();
            boolean isUnknown = finding.found().contains(Finding.UNKNOWN);
            assertTrue(isUnknown || entry.name().equals("taskset"), entry.toString());
            assertTrue(!isUnknown || finding.status() == Status.OK, entry.toString());
        }
    }

    @Test
    void shouldKnowNothingWhereFilesHoldSomethingElse() {
        for (String file :
                List.of("loadavg", "meminfo", "self/limits", "stat", "cmdline", "self/cgroup")) {
            tree.with(
                    "/proc/" + file, "SwapTotal: x\nSwapFree: y\ncpu a\nMax open files z 1 files");
        }
        tree.with(CPU + "cpu0/topology/thread_siblings_list", "?")
                .with("/sys/fs/cgroup/cpu.max", "?");

        for (Report.Entry entry : Doctor.examine(Doctor.ofMachine(files, cores))) {
            boolean isGuess = List.of("isolation", "taskset").contains(entry.name());
            assertTrue(isGuess || entry.finding().status() == Status.OK, entry.toString());
        }
    }

    @Test
    void shouldBeContentWithThreeCoresOrMore() {
        tree.with(CPU + "online", "0-7\n");

        assertFinding(
                Status.OK, "online 0-7, allowed 0-3, no quota", "", new CoresCheck(files, cores));
    }

    @Test
    void shouldAdviseOneThreadWhenThereAreTwoCores() {
        tree.with(CPU + "online", "0-1");
        cores = cores("0-1", "");

        assertFinding(
                Status.WARN,
                "online 0-1, allowed 0-1, no quota",
                "loop.topology = one-thread",
                new CoresCheck(files, cores));
    }

    @ParameterizedTest
    @CsvSource({
        "/sys/fs/cgroup/cpu.max, 150000 100000",
        "/sys/fs/cgroup/my/group/cpu.max, 150000 100000"
    })
    void shouldWarnOfAQuota(String file, String max) {
        tree.with(CPU + "online", "0-3").with(file, max);
        tree.with("/proc/self/cgroup", "1:cpu:/\n0::/my/group\n");

        assertFinding(
                Status.WARN,
                "online 0-3, allowed 0-3, quota 1.5",
                "cpuset",
                new CoresCheck(files, cores));
    }

    @ParameterizedTest
    @CsvSource({"-1, no quota", "200000, quota 2.0"})
    void shouldReadTheQuotaOfOlderControlGroups(String us, String text) {
        tree.with(CPU + "online", "0-3").with("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", us);
        tree.with("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000");

        String found = new CoresCheck(files, cores).examine().found();

        assertTrue(found.endsWith(text), found);
    }

    @Test
    void shouldSeeNoQuotaWhenItIsTheMost() {
        tree.with("/sys/fs/cgroup/cpu.max", "max 100000");

        assertTrue(new ControlGroups(files).cpuQuota().isEmpty());
    }

    @Test
    void shouldShowHowToSetCoresApartWhenNoneIs() {
        tree.with("/proc/cmdline", "root=/dev/sda quiet\n");

        assertFinding(
                Status.WARN,
                "no core is set apart",
                "isolcpus=2,3 nohz_full=2,3 rcu_nocbs=2,3",
                new IsolationCheck(files, cores));
        assertFinding(
                Status.OK,
                "no core is set apart, and there are too few for it",
                "",
                new IsolationCheck(files, cores("0-1", "")));
    }

    @Test
    void shouldPointAtCoresThatAreSetApart() {
        tree.with("/proc/cmdline", "quiet isolcpus=2-3 nohz_full=2-3 isolcpusx=1");

        assertFinding(
                Status.OK,
                "cores 2-3 apart: isolcpus=2-3 nohz_full=2-3",
                "affinity.loop",
                new IsolationCheck(files, cores("0-1", "2-3")));
    }

    @Test
    void shouldNameCoresThatShareUnits() {
        for (int core = 0; core < 4; core++) {
            String siblings = core % 2 + "," + (core % 2 + 2);
            tree.with(CPU + "cpu" + core + "/topology/thread_siblings_list", siblings);
        }

        assertFinding(
                Status.WARN,
                "these are one core each: 0,2; 1,3",
                "SMT",
                new SiblingsCheck(files, cores));
    }

    @Test
    void shouldBeContentWhenNoCoreHasASibling() {
        tree.with(CPU + "cpu0/topology/thread_siblings_list", "0\n");

        assertFinding(
                Status.OK,
                "no core shares its units with another",
                "",
                new SiblingsCheck(files, cores));
    }

    @Test
    void shouldNameGovernorsPerCore() {
        for (int core = 0; core < 3; core++) {
            String governor = core == 0 ? "performance\n" : "powersave\n";
            tree.with(CPU + "cpu" + core + "/cpufreq/scaling_governor", governor);
        }

        assertFinding(
                Status.WARN,
                "performance on 0, powersave on 1-2",
                "cpupower frequency-set -g performance",
                new GovernorCheck(files, cores));
    }

    @Test
    void shouldBeContentWithPerformanceOrNoGovernor() {
        tree.with(CPU + "online", "0");
        assertFinding(
                Status.OK,
                "none here: in a virtual machine the host decides",
                "",
                new GovernorCheck(files, cores));

        tree.with(CPU + "cpu0/cpufreq/scaling_governor", "performance");
        assertFinding(Status.OK, "performance on 0", "", new GovernorCheck(files, cores));
    }

    @ParameterizedTest
    @CsvSource({
        "[always] madvise never, WARN, always",
        "always [madvise] never, OK, madvise",
        "always madvise [never], OK, never"
    })
    void shouldWarnWhenPagesAreAlwaysJoined(String choices, Status status, String chosen) {
        tree.with("/sys/kernel/mm/transparent_hugepage/enabled", choices + "\n");

        assertFinding(status, "transparent ones: " + chosen, "", new HugePagesCheck(files));
    }

    @ParameterizedTest
    @CsvSource({"0.50, 2, OK", "1.00, 2, WARN", "1.99, 4, OK", "2.00, 4, WARN", "9.10, 8, WARN"})
    void shouldWarnWhenNoCoresAreLeft(String load, int count, Status status) {
        tree.with("/proc/loadavg", load + " 0.4 0.3 1/94 19446\n");

        Finding finding = new LoadCheck(files, cores("0-" + (count - 1), "")).examine();

        assertEquals(status, finding.status());
        assertEquals(Double.parseDouble(load), finding.figures().get("load"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 0    | 0 | OK   | none",
                "4096 | 4096 | 0 | OK   | 0 of 4 MB in use",
                "4096 | 2048 | 0 | WARN | 2 of 4 MB in use",
                "4096 | 2048 | 8 | FAIL | 2 of 4 MB in use, 8 kB of this process"
            })
    void shouldJudgeSwapByWhoseItIs(long total, long free, long ours, Status status, String found) {
        tree.with("/proc/meminfo", "SwapTotal:  " + total + " kB\nSwapFree:  " + free + " kB\n");
        tree.with("/proc/self/status", "VmSwap:\t " + ours + " kB\n");

        assertFinding(status, found, "", new SwapCheck(files));
    }

    @ParameterizedTest
    @CsvSource({"unlimited, OK", "1024, OK", "1023, WARN", "127, FAIL"})
    void shouldJudgeHowManyFilesMayBeOpen(String most, Status status) {
        tree.with(
                "/proc/self/limits",
                "Limit                     Soft Limit           Hard Limit           Units\n"
                        + "Max open files            "
                        + most
                        + "                20000                files\n"
                        + "Max locked memory         8388608              8388608             "
                        + " bytes\n");

        assertFinding(
                status,
                "open files " + most + ", locked memory 8192 kB",
                "",
                new LimitsCheck(files));
    }

    @Test
    void shouldMentionBusyPollOnlyWhenItCanBeSet() {
        tree.with("/proc/sys/net/core/busy_poll", "0\n");
        assertFinding(Status.OK, "busy_poll 0", "busy_poll=50", new NetworkCheck(files));

        tree.with("/proc/sys/net/core/busy_poll", "50\n");
        assertEquals("", new NetworkCheck(files).examine().advice());
    }

    @Test
    void shouldWarnWhenThreadsCannotBePlaced() {
        assertFinding(Status.WARN, "not on the path", "util-linux", new TasksetCheck(false));
        assertEquals(Status.OK, new TasksetCheck(true).examine().status());
    }
}

package io.hayate.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlGroupsTest {
    private static final String ROOT = "/sys/fs/cgroup";

    @TempDir private Path root;

    private Trees tree;
    private ControlGroups groups;

    @BeforeEach
    void setUp() {
        tree = new Trees(root);
        groups = new ControlGroups(tree.files());
    }

    @Test
    void shouldKnowNothingWhereThereAreNoFiles() {
        assertEquals(OptionalDouble.empty(), groups.cpuQuota());
        assertEquals(OptionalLong.empty(), groups.memoryLimit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "/a/b", "/a/b/c"})
    void shouldTakeTheLimitsOfAnyAncestorInVersion2(String limiting) {
        tree.with("/proc/self/cgroup", "0::/a/b/c\n");
        for (String folder : new String[] {"/a", "/a/b", "/a/b/c"}) {
            tree.with(ROOT + folder + "/cpu.max", "max 100000\n");
            tree.with(ROOT + folder + "/memory.max", "max\n");
        }
        tree.with(ROOT + limiting + "/cpu.max", " 150000  100000 \n");
        tree.with(ROOT + limiting + "/memory.max", " 268435456 \n");

        assertEquals(OptionalDouble.of(1.5), groups.cpuQuota());
        assertEquals(OptionalLong.of(268_435_456), groups.memoryLimit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "/a/b", "/a/b/c"})
    void shouldTakeTheLimitsOfAnyAncestorInVersion1(String limiting) {
        tree.with(
                "/proc/self/cgroup", "9:cpu,cpuacct:/a/b/c\n3:memory:/a/b/c\n1:name=systemd:/x\n");
        for (String folder : new String[] {"/a", "/a/b", "/a/b/c"}) {
            tree.with(ROOT + "/cpu,cpuacct" + folder + "/cpu.cfs_quota_us", "-1\n");
            tree.with(ROOT + "/cpu,cpuacct" + folder + "/cpu.cfs_period_us", "100000\n");
            tree.with(ROOT + "/memory" + folder + "/memory.limit_in_bytes", "9223372036854771712");
        }
        tree.with(ROOT + "/cpu,cpuacct" + limiting + "/cpu.cfs_quota_us", "50000\n");
        tree.with(ROOT + "/cpu,cpuacct" + limiting + "/cpu.cfs_period_us", "100000\n");
        tree.with(ROOT + "/memory" + limiting + "/memory.limit_in_bytes", "1048576\n");

        assertEquals(OptionalDouble.of(0.5), groups.cpuQuota());
        assertEquals(OptionalLong.of(1_048_576), groups.memoryLimit());
    }

    @Test
    void shouldTakeTheSmallestOfAll() {
        tree.with("/proc/self/cgroup", "0::/a/b");
        tree.with(ROOT + "/a/cpu.max", "200000 100000")
                .with(ROOT + "/a/b/cpu.max", "400000 100000");
        tree.with(ROOT + "/a/memory.max", "3000").with(ROOT + "/a/b/memory.max", "4000");
        tree.with(ROOT + "/a/b/memory.high", "2000");

        assertEquals(OptionalDouble.of(2), groups.cpuQuota());
        assertEquals(OptionalLong.of(2_000), groups.memoryLimit());
    }

    @Test
    void shouldReadBothVersionsWhereBothAreMounted() {
        tree.with("/proc/self/cgroup", "4:memory:/m\n0::/user.slice\n");
        tree.with(ROOT + "/memory/m/memory.limit_in_bytes", "5000");
        tree.with(ROOT + "/unified/user.slice/cpu.max", "100000 100000");

        assertEquals(OptionalDouble.of(1), groups.cpuQuota());
        assertEquals(OptionalLong.of(5_000), groups.memoryLimit());
    }

    @Test
    void shouldFindGroupsWhereTheyAreMounted() {
        tree.with("/proc/self/cgroup", "4:memory:/docker/ab/c\n0::/docker/ab/c\n");
        tree.with(
                "/proc/self/mountinfo",
                """
                30 23 0:26 /docker/ab /cg/m rw,nosuid - cgroup cgroup rw,memory
                31 23 0:27 /docker/ab /cg\\040two rw shared:9 - cgroup2 cgroup rw
                broken
                """);
        tree.with("/cg/m/c/memory.limit_in_bytes", "7000").with("/cg two/cpu.max", "300000 100000");

        assertEquals(OptionalDouble.of(3), groups.cpuQuota());
        assertEquals(OptionalLong.of(7_000), groups.memoryLimit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0::/", "0::/../../other", "0::/elsewhere", "?", "0::"})
    void shouldTakeTheMountItselfInANamespace(String group) {
        tree.with("/proc/self/cgroup", group);
        tree.with(
                "/proc/self/mountinfo", "30 23 0:26 /mine /sys/fs/cgroup rw - cgroup2 cgroup2 rw");
        tree.with(ROOT + "/memory.max", "8000");

        assertEquals(OptionalLong.of(8_000), groups.memoryLimit());
    }

    @Test
    void shouldTakeWhatVersion1InheritsFromGroupsThatAreNotSeen() {
        tree.with(ROOT + "/memory/memory.limit_in_bytes", "9223372036854771712");
        tree.with(ROOT + "/memory/memory.stat", "cache 1\nhierarchical_memory_limit 9000\n");

        assertEquals(OptionalLong.of(9_000), groups.memoryLimit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "max 100000", "-1 100000", "x y", "", "100000 0", "1 2 3"})
    void shouldSeeNoQuotaInWhatIsNone(String text) {
        tree.with(ROOT + "/cpu.max", text).with(ROOT + "/memory.max", text);

        assertEquals(OptionalDouble.empty(), groups.cpuQuota());
        assertEquals(OptionalLong.empty(), groups.memoryLimit());
    }
}

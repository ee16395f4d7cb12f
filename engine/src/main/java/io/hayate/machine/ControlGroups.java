package io.hayate.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the control groups of this process grant, in either version and where both are mounted. The
 * limit of every ancestor counts, so the smallest of them is what there is. Cores that a group's
 * {@code cpuset} takes away are in the affinity mask already, those of its ancestors included.
 */
public final class ControlGroups {
    private static final String ROOT = "/sys/fs/cgroup";
    private static final String UNIFIED = ""; // the controller of version 2, as files write it
    private static final long UNLIMITED_BYTES = 1L << 60; // version 1 writes a number near 2^63

    private final SystemFiles files;

    public ControlGroups(SystemFiles files) {
        this.files = files;
    }

    /** Cores that may be filled at once; empty when there is no quota, or none can be read. */
    public OptionalDouble cpuQuota() {
        Stream<OptionalDouble> second = folders(UNIFIED).stream().map(this::quotaOfVersion2);
        Stream<OptionalDouble> first = folders("cpu").stream().map(this::quotaOfVersion1);
        return Stream.concat(second, first)
                .flatMap(quota -> quota.stream().boxed())
                .mapToDouble(Double::doubleValue)
                .min();
    }

    /** {@code cpu.max} holds quota and period, or {@code max} and period. */
    private OptionalDouble quotaOfVersion2(String folder) {
        String[] fields = files.text(folder + "/cpu.max").orElse("").split("\\s+", 0);
        return fields.length == 2 ? share(fields[0], fields[1]) : OptionalDouble.empty();
    }

    private OptionalDouble quotaOfVersion1(String folder) {
        String quota = files.text(folder + "/cpu.cfs_quota_us").orElse("");
        return share(quota, files.text(folder + "/cpu.cfs_period_us").orElse(""));
    }

    /** A quota of -1 or {@code max} is none. */
    private static OptionalDouble share(String quota, String period) {
        OptionalLong granted = number(quota);
        OptionalLong span = number(period);
        return granted.isPresent() && span.isPresent() && span.getAsLong() > 0
                ? OptionalDouble.of((double) granted.getAsLong() / span.getAsLong())
                : OptionalDouble.empty();
    }

    /** Bytes that the process may use with all others of its groups; empty when nothing limits. */
    public OptionalLong memoryLimit() {
        Stream<String> second =
                folders(UNIFIED).stream()
                        .flatMap(
                                folder ->
                                        Stream.of(folder + "/memory.max", folder + "/memory.high"))
                        .flatMap(path -> files.text(path).stream());
        Stream<String> first =
                folders("memory").stream()
                        .flatMap(folder -> Stream.concat(own(folder), inherited(folder)));
        return Stream.concat(second, first)
                .map(ControlGroups::number)
                .flatMapToLong(OptionalLong::stream)
                .filter(bytes -> bytes < UNLIMITED_BYTES)
                .min();
    }

    private Stream<String> own(String folder) {
        return files.text(folder + "/memory.limit_in_bytes").stream();
    }

    /** The smallest of all ancestors, also of those that are not to be seen from here. */
    private Stream<String> inherited(String folder) {
        return files.lines(folder + "/memory.stat").stream()
                .filter(line -> line.startsWith("hierarchical_memory_limit "))
                .map(line -> line.substring(line.indexOf(' ')));
    }

    /** A number from 1 up; empty for {@code max}, -1 and what is none. */
    private static OptionalLong number(String text) {
        try {
            long number = Long.parseLong(text.strip());
            return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The folders of the process's group of a controller and of all its ancestors. */
    private List<String> folders(String controller) {
        List<String> folders = new ArrayList<>();
        String group = group(controller);
        for (Mount mount : mounts(controller)) {
            String below = below(group, mount.root());
            while (!below.isEmpty()) {
                folders.add(mount.point() + below);
                below = below.substring(0, below.lastIndexOf('/'));
            }
            folders.add(mount.point());
        }
        return folders;
    }

    /** {@code 4:cpu,cpuacct:/a/b}, or of version 2 {@code 0::/a/b}. */
    private String group(String controller) {
        return files.lines("/proc/self/cgroup").stream()
                .map(line -> line.split(":", 3))
                .filter(fields -> fields.length == 3 && names(fields[1], controller))
                .map(fields -> fields[2])
                .findFirst()
                .orElse("/");
    }

    private static boolean names(String list, String controller) {
        return Arrays.asList(list.split(",")).contains(controller);
    }

    /** Where a group lies below its mount; a group outside of it, as namespaces have it, is it. */
    private static String below(String group, String root) {
        String prefix = root.equals("/") ? "" : root;
        boolean inside = group.equals(prefix) || group.startsWith(prefix + "/");
        boolean plain = inside && !group.contains("/..") && !group.equals("/");
        return plain ? group.substring(prefix.length()) : "";
    }

    /** Where a hierarchy, or the part of it below {@code root}, is to be seen. */
    private record Mount(String root, String point) {}

    private List<Mount> mounts(String controller) {
        List<Mount> told =
                files.lines("/proc/self/mountinfo").stream()
                        .flatMap(line -> mount(line, controller).stream())
                        .toList();
        return told.isEmpty() ? usualMounts(controller) : told;
    }

    /** {@code 30 23 0:26 ROOT POINT rw - cgroup cgroup rw,cpu,cpuacct}. */
    private static Optional<Mount> mount(String line, String controller) {
        int dash = line.indexOf(" - ");
        String[] fields = line.split(" ", 0);
        String[] kind = dash < 0 ? new String[0] : line.substring(dash + 3).split(" ", 0);
        if (fields.length < 5 || kind.length < 3) {
            return Optional.empty();
        }
        boolean meant =
                controller.equals(UNIFIED)
                        ? kind[0].equals("cgroup2")
                        : kind[0].equals("cgroup") && names(kind[2], controller);
        return meant
                ? Optional.of(new Mount(fields[3], fields[4].replace("\\040", " ")))
                : Optional.empty();
    }

    private static List<Mount> usualMounts(String controller) {
        Stream<String> points =
                switch (controller) {
                    case UNIFIED -> Stream.of(ROOT, ROOT + "/unified");
                    case "cpu" -> Stream.of(ROOT + "/cpu", ROOT + "/cpu,cpuacct");
                    default -> Stream.of(ROOT + "/" + controller);
                };
        return points.map(point -> new Mount("/", point)).toList();
    }
}

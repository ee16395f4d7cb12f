package io.hayate.machine;

/**
 * The cores that this process may use.
 *
 * @param allowed those of its affinity mask, which {@code taskset} and containers make smaller;
 *     cores that {@code isolcpus} sets apart are not in it
 * @param isolated those set apart: a thread comes there only when it is put there
 * @param count how many the JVM may fill at once: those allowed, or less where a cgroup has a quota
 */
public record Cores(CoreSet allowed, CoreSet isolated, int count) {
    /** Where Linux writes down what this process may use. */
    public static final String STATUS = "/proc/self/status";

    /** The field of it, and of a thread's status, that lists cores. */
    public static final String ALLOWED = "Cpus_allowed_list";

    /** Those set apart at the start of the kernel. */
    public static final String ISOLATED = "/sys/devices/system/cpu/isolated";

    /** This process's; where the system does not tell, those that the JVM counts. */
    public static Cores ofProcess() {
        return read(SystemFiles.ofMachine(), Runtime.getRuntime().availableProcessors());
    }

    /** As the files tell; {@code processors} is what the JVM counts. */
    public static Cores read(SystemFiles files, int processors) {
        CoreSet counted = CoreSet.ofFirst(processors);
        CoreSet allowed = files.field(STATUS, ALLOWED).flatMap(CoreSet::find).orElse(counted);
        CoreSet isolated = files.text(ISOLATED).flatMap(CoreSet::find).orElse(CoreSet.NONE);
        return new Cores(allowed, isolated, Math.min(allowed.size(), processors));
    }

    /** Those that a thread may be put on. */
    public CoreSet usable() {
        return allowed.with(isolated);
    }

    /** How many there are for all threads when some are put on {@code taken}. */
    public int countWith(CoreSet taken) {
        boolean isLimited = count < allowed.size();
        return isLimited ? count : allowed.with(taken).size();
    }
}

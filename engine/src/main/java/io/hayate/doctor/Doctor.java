package io.hayate.doctor;

import io.hayate.machine.Cores;
import io.hayate.machine.Programs;
import io.hayate.machine.SystemFiles;
import io.hayate.model.Clocks;
import io.hayate.transport.NativeLibraries;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at this machine and at the JVM that runs it. */
public final class Doctor {
    private Doctor() {}

    /**
     * Measures for so long, a core fully busy meanwhile, and tells what was found. It connects to
     * nothing unless a venue is named.
     *
     * @param settings of the runs that are to come
     * @param venue whose clock is compared with this machine's
     */
    public static Report examine(
            int seconds, RunSettings settings, Optional<URI> venue, Clocks clocks) {
        SystemFiles files = SystemFiles.ofMachine();
        Cores cores = Cores.read(files, Runtime.getRuntime().availableProcessors());
        List<Report.Entry> entries = new ArrayList<>(examine(ofMachine(files, cores)));
        entries.addAll(examine(ofPlaces(files, settings)));
        venue.ifPresent(url -> entries.addAll(examine(List.of(new VenueClockCheck(url, clocks)))));
        entries.addAll(examine(ofJvm(settings)));
        entries.addAll(examine(measured(Measurement.take(files, seconds, clocks.nano()), files)));
        return new Report(seconds, entries);
    }

    /** What the files of a system tell. */
    static List<Check> ofMachine(SystemFiles files, Cores cores) {
        return List.of(
                new CoresCheck(files, cores),
                new IsolationCheck(files, cores),
                new SiblingsCheck(files, cores),
                new GovernorCheck(files, cores),
                new HugePagesCheck(files),
                new LoadCheck(files, cores),
                new SwapCheck(files),
                new LimitsCheck(files),
                new TasksetCheck(Programs.isOnPath("taskset")),
                new NetworkCheck(files));
    }

    private static List<Check> ofPlaces(SystemFiles files, RunSettings settings) {
        return List.of(
                new SettingsCheck(settings),
                new MemoryCheck(files, Runtime.getRuntime().maxMemory()),
                new DiskCheck(settings.stateFolder(), DiskCheck::freeBytes),
                new KeyFileCheck(settings.keyFile()));
    }

    private static List<Check> ofJvm(RunSettings settings) {
        return List.of(
                new JdkCheck(System.getProperties()),
                FlagsCheck.ofThisJvm(),
                new NativeCheck(NativeLibraries.hasEpoll(), settings, NativeLibraries::tlsWay));
    }

    private static List<Check> measured(Measurement measured, SystemFiles files) {
        return List.of(
                new ClockCheck(files, measured.clockCostNs()),
                new SpinningCheck(measured.spinning()),
                new SleepingCheck(measured.sleeping()),
                new StealCheck(measured.before(), measured.after()));
    }

    static List<Report.Entry> examine(List<Check> checks) {
        return checks.stream().map(check -> new Report.Entry(check.name(), safely(check))).toList();
    }

    /** A system that writes its files in another form is one more that does not tell. */
    private static Finding safely(Check check) {
        try {
            return check.examine();
        } catch (RuntimeException e) {
            return Finding.unknown();
        }
    }
}

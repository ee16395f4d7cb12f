package io.hayate.stat;

import io.hayate.machine.FileErrors;
import io.hayate.metrics.file.CountersFiles;
import io.hayate.metrics.file.LiveFolder;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/**
 * Finds the counters of engines: of this user's running ones, and of the one of a state folder that ended
 * last. An engine of paper has a state folder in another's.
 */
public final class EngineFinder {
    private static final String PAPER = "paper";
    private static final int LISTED_MAX = 8;

    private final LiveFolder live;
    private final Path stateDir;

    /** Looks in a user's folder in memory, and in a state folder. */
    public EngineFinder(LiveFolder live, Path stateDir) {
        this.live = live;
        this.stateDir = stateDir.toAbsolutePath().normalize();
    }

    /**
     * The only engine that runs, else the one that ended last.
     *
     * @throws ConfigException when several run, or there never was one
     */
    public FoundEngine any() {
        List<FoundEngine> running = all().stream().filter(FoundEngine::isRunning).toList();
        if (running.size() > 1) {
            throw new ConfigException(
                    "--pid must say which of "
                            + running.size()
                            + " engines is meant: "
                            + list(running));
        }
        return running.isEmpty() ? lastOf(stateDir) : running.get(0);
    }

    /**
     * The engine of a process, whether it runs or was the last to end.
     *
     * @throws ConfigException when there is none
     */
    public FoundEngine ofPid(long pid) {
        List<FoundEngine> all = all();
        return all.stream()
                .filter(each -> each.pid() == pid)
                .max(
                        Comparator.comparing(FoundEngine::isRunning)
                                .thenComparingLong(this::heartbeat))
                .orElseThrow(
                        () -> {
                            List<FoundEngine> running =
                                    all.stream().filter(FoundEngine::isRunning).toList();
                            return new ConfigException(
                                    "--pid must be the process of an engine of this user: was "
                                            + pid
                                            + (running.isEmpty()
                                                    ? "; none runs"
                                                    : "; there is " + list(running)));
                        });
    }

    /**
     * The engine of a state folder that runs, else the one that ended last; or that of a file.
     *
     * @throws ConfigException when there is none, several run, or the file is none of counters
     */
    public FoundEngine in(Path dir) {
        Path asked = dir.toAbsolutePath().normalize();
        if (Files.isRegularFile(asked)) {
            return read(asked, CountersFiles.isWritten(asked));
        }
        if (!Files.isDirectory(asked)) {
            throw new ConfigException(
                    "--dir must be a state folder or a file of counters: was " + dir);
        }
        EngineFinder other = new EngineFinder(live, asked);
        List<FoundEngine> running =
                other.all().stream()
                        .filter(each -> each.isRunning() && other.isOfStateDir(each))
                        .toList();
        if (running.size() > 1) {
            throw new ConfigException(
                    "--pid must say which engine of " + dir + " is meant: " + list(running));
        }
        return running.isEmpty() ? other.lastOf(dir) : running.get(0);
    }

    private boolean isOfStateDir(FoundEngine found) {
        return found.stateDir().equals(stateDir)
                || found.stateDir().equals(stateDir.resolve(PAPER));
    }

    private static FoundEngine read(Path file, boolean isRunning) {
        try {
            return new FoundEngine(file, isRunning, CountersFiles.read(file));
        } catch (IOException e) {
            throw new ConfigException(complaint(file, e), e);
        }
    }

    private static String complaint(Path file, IOException e) {
        String reason = FileErrors.reason(e);
        return reason.startsWith(file.toString()) ? reason : file + ": " + reason;
    }

    private FoundEngine lastOf(Path named) {
        return all().stream()
                .filter(each -> !each.isRunning() && isOfStateDir(each))
                .max(Comparator.comparingLong(this::heartbeat))
                .orElseThrow(
                        () ->
                                new ConfigException(
                                        "no engine runs, and none has left its figures in "
                                                + named));
    }

    private long heartbeat(FoundEngine found) {
        return found.image().header().heartbeatMs();
    }

    private static String list(List<FoundEngine> engines) {
        StringJoiner names = new StringJoiner(", ");
        engines.stream()
                .limit(LISTED_MAX)
                .forEach(each -> names.add(each.pid() + " (" + each.stateDir() + ")"));
        return names + (engines.size() > LISTED_MAX ? ", .." : "");
    }

    /** All that can be read; what cannot is no engine's. */
    private List<FoundEngine> all() {
        List<Path> files = new ArrayList<>();
        if (live.isOurs()) {
            files.addAll(CountersFiles.in(live.path()));
        }
        files.addAll(CountersFiles.in(stateDir.resolve(CountersFiles.FOLDER)));
        files.addAll(CountersFiles.in(stateDir.resolve(PAPER).resolve(CountersFiles.FOLDER)));
        List<FoundEngine> found = new ArrayList<>();
        for (Path file : files) {
            try {
                found.add(
                        new FoundEngine(
                                file, CountersFiles.isWritten(file), CountersFiles.read(file)));
            } catch (IOException e) {
                // not one that has begun, or not whole
            }
        }
        return found;
    }

    /**
     * The same engine again; the last state that it left, once it has ended.
     *
     * @throws ConfigException when nothing of it is left
     */
    public static FoundEngine again(FoundEngine before) {
        try {
            boolean isRunning = CountersFiles.isWritten(before.file());
            return new FoundEngine(before.file(), isRunning, CountersFiles.read(before.file()));
        } catch (IOException e) {
            FoundEngine last = read(CountersFiles.last(before.stateDir()), false);
            if (last.pid() != before.pid()) {
                throw new ConfigException("the engine has ended, and another has since", e);
            }
            return last;
        }
    }
}

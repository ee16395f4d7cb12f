package io.hayate.machine;

import io.hayate.model.ConfigException;
import io.hayate.model.Shortage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Puts a thread on a core of its own with {@code taskset}, of util-linux, once at its start. A
 * library would do it by JNA, whose native code and classes then live in the trading process for a
 * single system call.
 *
 * <p>Linux. What Java calls a thread's id is not the system's: a thread asks for its own with {@link
 * #threadId}.
 */
public final class Affinity {
    private static final Path THREAD_SELF = Path.of("/proc/thread-self");
    private static final long PATIENCE_S = 10;

    private Affinity() {}

    /** True where threads can be placed. */
    public static boolean isAvailable() {
        return Files.isSymbolicLink(THREAD_SELF) && Programs.isOnPath("taskset");
    }

    /**
     * The system's id of the thread that calls.
     *
     * @throws ConfigException where the system tells none
     */
    public static long threadId() {
        try {
            return Long.parseLong(Files.readSymbolicLink(THREAD_SELF).getFileName().toString());
        } catch (IOException | RuntimeException e) {
            throw new ConfigException("affinity must be off here: Linux names no threads", e);
        }
    }

    /**
     * Puts a thread of this process on one core and looks whether it is there. Any thread; takes
     * some ms.
     *
     * @param threadId of the system
     * @param key the setting that asks for it, for complaints
     * @throws ConfigException when the system does not allow it
     */
    public static void pin(long threadId, int core, String key) {
        String said = taskset("-pc", Integer.toString(core), threadId, key);
        String status = "/proc/self/task/" + threadId + "/status";
        String cores = SystemFiles.ofMachine().field(status, Cores.ALLOWED).orElse("unknown");
        if (!cores.equals(Integer.toString(core))) {
            throw refused(
                    key, Integer.toString(core), said.isEmpty() ? "it may run on " + cores : said);
        }
    }

    /**
     * Puts every thread of this process on these cores, and with them all that they will start.
     *
     * @param key the setting that asks for it, for complaints
     * @throws ConfigException when the system does not allow it
     */
    public static void confineProcess(CoreSet cores, String key) {
        long pid = ProcessHandle.current().pid();
        String said = taskset("-apc", cores.toString(), pid, key);
        if (!said.isEmpty()) {
            throw refused(key, cores.toString(), said);
        }
    }

    /** What it says when it fails; nothing when all went well. */
    private static String taskset(String options, String cores, long id, String key) {
        ProcessBuilder command = new ProcessBuilder("taskset", options, cores, Long.toString(id));
        try {
            Process process = command.redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw refused(key, cores, "taskset does not answer");
            }
            byte[] said = process.getInputStream().readAllBytes();
            return process.exitValue() == 0
                    ? ""
                    : new String(said, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            String missing = Shortage.of(e);
            throw refused(key, cores, missing == null ? "there is no taskset" : missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(key, cores, "interrupted");
        }
    }

    private static ConfigException refused(String key, String cores, String reason) {
        return new ConfigException(
                key + " must be a core that the system lets us take: was " + cores + ": " + reason);
    }
}

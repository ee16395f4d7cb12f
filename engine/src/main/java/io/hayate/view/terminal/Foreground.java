package io.hayate.view.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jline.utils.Signals;

/**
 * Whether the terminal is ours to read from and to draw on: a shell runs a program in the background
 * after {@code hayate &}, or after Ctrl-Z and {@code bg}, and then the terminal is its own.
 *
 * <p>Any thread. A question reads one file of the system, so none is asked on a trading thread.
 */
final class Foreground implements BooleanSupplier {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final long LOOK_MS = 200;
    private static final int GROUP = 2; // place of a field behind the name in brackets
    private static final int TERMINAL = 4;
    private static final int GROUP_OF_TERMINAL = 5;

    /**
     * Lets the process live when it reads from, or sets, a terminal that is not its own now: a read fails
     * then, where else the system would stop every thread without a word. Before a terminal is touched.
     */
    static void ignoreStops() {
        try {
            Object ignore = Class.forName("sun.misc.SignalHandler").getField("SIG_IGN").get(null);
            Signals.unregister(
                    "TTIN", ignore); // sets this handler in place of the one that is there
            Signals.unregister("TTOU", ignore);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // a system without such signals, or a JVM that keeps them: it stops as before
        }
    }

    @Override
    public boolean getAsBoolean() {
        try {
            return isForeground(Files.readString(STAT));
        } catch (IOException | RuntimeException e) {
            return true; // not told here: macOS
        }
    }

    /** What the system's line on the process says; true when it has no terminal at all. */
    static boolean isForeground(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", 0);
        boolean hasTerminal = !fields[TERMINAL].equals("0");
        return !hasTerminal || fields[GROUP].equals(fields[GROUP_OF_TERMINAL]);
    }

    /** Waits until the terminal is ours; false when {@code isEnd} came first. */
    static boolean await(BooleanSupplier foreground, BooleanSupplier isEnd) {
        while (!isEnd.getAsBoolean() && !foreground.getAsBoolean()) {
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !isEnd.getAsBoolean();
    }
}

package io.hayate.view.terminal;

import java.io.IOException;

/** Carries out lines until there are no more or one says quit. Console thread. */
final class ConsoleLoop implements Runnable {
    private static final int FAILURES_MAX = 8;

    private final LineSource lines;
    private final Console console;
    private final Runnable onEnd;
    private final Runnable quit;

    /**
     * A loop over lines.
     *
     * @param onEnd called after the last line was read, before {@code quit}
     * @param quit called when a line said so
     */
    ConsoleLoop(LineSource lines, Console console, Runnable onEnd, Runnable quit) {
        this.lines = lines;
        this.console = console;
        this.onEnd = onEnd;
        this.quit = quit;
    }

    @Override
    public void run() {
        boolean isQuit = false;
        try {
            isQuit = readUntilEnd();
        } catch (IOException e) {
            console.say("no more commands are read: " + e.getMessage());
        } finally {
            onEnd.run();
        }
        if (isQuit) {
            quit.run();
        }
    }

    private boolean readUntilEnd() throws IOException {
        String line = next();
        while (line != null) {
            if (!console.accept(line)) {
                return true;
            }
            line = next();
        }
        console.say(lines.farewell());
        return false;
    }

    /** The next line; whatever goes wrong in the editor, its history or a completion is told. */
    private String next() throws IOException {
        for (int failures = 0; failures < FAILURES_MAX; failures++) {
            try {
                return lines.next();
            } catch (RuntimeException | Error e) {
                console.tell("a line could not be read: ", e);
            }
        }
        throw new IOException("reading failed " + FAILURES_MAX + " times one after the other");
    }
}

package io.hayate.run;

import io.hayate.event.TradingHalt;
import io.hayate.model.Printable;
import io.hayate.view.terminal.SignalTrap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What uses the kill switch from outside of the process: a file, for as long as it is there, and the
 * signal USR1. The signal acts at once, on a thread of the JVM; the main thread looks for the file and
 * tells of both.
 */
final class KillTriggers implements AutoCloseable {
    private static final String SIGNAL = "USR1";

    private final TradingHalt halt;
    private final Path file;
    private final Consumer<String> teller;
    private final AtomicBoolean signaled = new AtomicBoolean();
    private final SignalTrap trap;

    /**
     * Triggers that act from now on.
     *
     * @param file halts trading while it is there, whatever is in it
     * @param teller tells a person
     */
    KillTriggers(TradingHalt halt, Path file, Consumer<String> teller) {
        this.halt = halt;
        this.file = file;
        this.teller = teller;
        trap = new SignalTrap(SIGNAL, this::onSignal);
    }

    private void onSignal() {
        halt.kill("signal " + SIGNAL + " came");
        signaled.set(true);
    }

    /** Looks for the file; tells what came. Main thread, some ten times a second. */
    void look() {
        if (signaled.getAndSet(false)) {
            tell("signal " + SIGNAL + " came");
        }
        if (!halt.isAsked() && Files.exists(file)) {
            String why = "the file " + Printable.line("" + file) + " is there";
            halt.kill(why);
            tell(why);
        }
    }

    private void tell(String why) {
        teller.accept(why + ": trading is halted, our open orders are canceled; resume N goes on");
    }

    @Override
    public void close() {
        trap.close();
    }
}

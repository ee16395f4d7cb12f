package io.hayate.view.terminal;

import org.jline.utils.Signals;

/** Runs something when a signal comes to this process, on a thread of the JVM, until it is closed. */
public final class SignalTrap implements AutoCloseable {
    private final String name;
    private final Object before;

    /**
     * A trap; without effect where the system has no such signal.
     *
     * @param name without SIG: {@code USR1}
     */
    public SignalTrap(String name, Runnable onSignal) {
        this.name = name;
        before = Signals.register(name, onSignal);
    }

    @Override
    public void close() {
        if (before != null) {
            Signals.unregister(name, before);
        }
    }
}

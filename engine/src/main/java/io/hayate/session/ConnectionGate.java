package io.hayate.session;

/** Lets a session begin an attempt to connect, or has it wait. Loop thread. */
@FunctionalInterface
public interface ConnectionGate {
    /** Counts an attempt that begins now; false when it must wait for a later turn. */
    boolean tryAttempt(long nowNs);
}

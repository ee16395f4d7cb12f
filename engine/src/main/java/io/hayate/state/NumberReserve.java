package io.hayate.state;

/** Sets numbers apart that must never come twice. May block: never called on a trading thread. */
@FunctionalInterface
public interface NumberReserve {
    /**
     * Sets apart the numbers from the answer up to, and without, {@code end}; at least {@code count} of
     * them, whatever {@code end} says.
     *
     * @return at least {@code atLeast}, and above every number ever set apart here
     * @throws io.hayate.model.ConfigException when that cannot be kept; nothing was set apart
     */
    long reserve(long atLeast, long count, long end);
}

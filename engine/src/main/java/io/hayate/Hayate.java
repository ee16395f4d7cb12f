package io.hayate;

/** The command line: {@code hayate run}, {@code venue}, {@code version} and {@code help}. */
public final class Hayate {
    private Hayate() {}

    /** Starts the sub-command that the first argument names; without one, {@code run}. */
    public static void main(String[] args) {
        System.out.println("hayate");
    }
}

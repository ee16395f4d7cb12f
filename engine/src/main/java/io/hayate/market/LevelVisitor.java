package io.hayate.market;

/** Visits the levels of one side of a book, the best first. Keep one: a lambda may allocate. */
@FunctionalInterface
public interface LevelVisitor {
    /**
     * Takes a level.
     *
     * @param level 0 for the best
     * @param price in the quote currency; funding: a daily rate
     * @param count orders at the level
     * @return true to be shown the next one
     */
    boolean onLevel(int level, double price, double amount, int count);
}

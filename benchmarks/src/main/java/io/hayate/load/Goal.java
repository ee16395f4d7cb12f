package io.hayate.load;

/**
 * One thing that has to hold.
 *
 * @param what with its unit
 * @param wanted in words
 * @param was the figure, as it is shown
 * @param held whether it did
 */
record Goal(String what, String wanted, String was, boolean held) {}

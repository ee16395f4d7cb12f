/**
 * What a journal tells the run behind it: orders without an end, and the books. Starting thread; leaves
 * reading to {@code journal} and what is made of it to the order path.
 */
package io.hayate.journal.past;

/**
 * One run from its settings to its exit code: venue, rehearsal, engine and view, what is said of it at
 * the start and at the end, and the signal that ends it. Thread {@code main}.
 */
package io.hayate.run;

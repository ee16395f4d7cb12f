/** {@code scripts/bench}: runs benchmarks, keeps their results, and shows them as a table. */
package io.hayate.benchmarks.suite;

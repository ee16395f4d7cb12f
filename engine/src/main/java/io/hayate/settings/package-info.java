/**
 * The settings of a run, from HOCON files, options and the environment to records: which keys there
 * are, where each was written, and secrets. Before anything starts, on {@code main}.
 */
package io.hayate.settings;

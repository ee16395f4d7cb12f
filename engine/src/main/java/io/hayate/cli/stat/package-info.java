/** The commands that look at a running engine, or at the one that ended last, by its counters' file. */
package io.hayate.cli.stat;

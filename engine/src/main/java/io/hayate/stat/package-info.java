/**
 * What a counters' file says of an engine, for people and programs: finds the files of engines that run and of
 * the one that ended last, and tells in the words of a run's own summary. Reads, and disturbs nobody.
 */
package io.hayate.stat;

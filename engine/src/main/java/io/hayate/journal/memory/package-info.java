/**
 * The journal in memory alone, as long as its process lives: for a simulation, a rehearsal, and an engine that
 * may not trade. On its writer's thread; leaves all that is written to the records of the journal.
 */
package io.hayate.journal.memory;

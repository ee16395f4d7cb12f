/**
 * What trading threads do, captured in memory and brought into a recording by a thread of its own; and
 * what of it a replay reads.
 */
package io.hayate.recording.capture;

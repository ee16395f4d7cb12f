/**
 * From a frame to the ring: frames are told apart, their numbers followed, their rows written as
 * events, the health of channels kept, and what finds no room held or waited for. Everything is the
 * loop thread's.
 */
package io.hayate.intake;

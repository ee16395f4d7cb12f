/**
 * What {@code hayate doctor} looks at: one small check a class, each a finding with what to do about
 * it. Runs on {@code main}, with two threads of its own for the measured ones, and changes nothing.
 * What cannot be read on a system is unknown, which counts as well: nothing is known against it.
 * Printing is left to {@code cli}.
 */
package io.hayate.doctor;

/**
 * The vocabulary of faults: what can go wrong, by which name and parameters, when, and with whom. A rule is
 * plain data; {@code venue.fault} holds those that are on.
 */
package io.hayate.venue.rule;

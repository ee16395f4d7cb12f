/**
 * What every room of the venue stands on: the time that it was told and what is due later, numbers at
 * random by a seed, the ids that it gives out, and what is counted. Nothing here, nor in any room but
 * the server, reads a clock of the system, draws a number that no seed gives, or goes through a table
 * in an order that is not its own.
 */
package io.hayate.venue.base;

/**
 * The log file: what the engine says, and what libraries have to say, each record with its time. Whoever
 * tells puts a record into a bounded queue and goes on; thread {@code log} writes. Logback is here and
 * nowhere else, and is configured by code alone.
 */
package io.hayate.log;

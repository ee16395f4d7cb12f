/**
 * The command line: sub-commands, their options and help, and what the shell gets to see of errors.
 * Runs on {@code main}. What a command does is left to {@code engine} and {@code venue}; all of
 * picocli is in here.
 */
package io.hayate.cli;

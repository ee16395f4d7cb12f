/** The command {@code hayate recording}: options and help; what it does is in {@code recording.tool}. */
package io.hayate.cli.recording;

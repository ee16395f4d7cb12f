/**
 * Files of lines, large ones: read a line at a time with a bound, compressed and decompressed, and
 * what may stand in a line. Knows nothing of what the lines say.
 */
package io.hayate.recording.line;

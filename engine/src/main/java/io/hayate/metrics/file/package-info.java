/**
 * The counters' memory as a file: where it lies while its engine lives and once that has ended, and what another
 * process reads of it. A reader copies the file and checks every number in it: it may be cut, foreign or
 * damaged, and maps nothing, as a mapped file that is cut ends the process.
 */
package io.hayate.metrics.file;

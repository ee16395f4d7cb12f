/**
 * Where the journal lies: files that are made ahead, written by way of memory, brought to the disk by a
 * thread of its own, found again after whatever has ended the process, and removed when they are old.
 */
package io.hayate.journal.file;

/** What outlives a run: the folder of its files, and numbers that must never come twice. */
package io.hayate.state;

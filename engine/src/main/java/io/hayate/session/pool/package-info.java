/** The connections of a loop: which channel goes on which, and how often one may be opened. */
package io.hayate.session.pool;

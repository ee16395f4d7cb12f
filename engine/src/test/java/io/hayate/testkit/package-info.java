/**
 * The venue for tests of any client: a JUnit 5 extension that starts it, a handle that tells where it is
 * and breaks it, and the same venue without sockets and threads under a clock that a test turns. For tests
 * of strategies: a market of engine and venue under such a clock, and what must hold of a run. It makes
 * the jar with the classifier {@code testkit}, which neither the program nor the library holds.
 */
package io.hayate.testkit;

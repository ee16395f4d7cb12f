/** An engine's figures on the terminal, anew each second: of an engine in another process. */
package io.hayate.stat.top;

/**
 * The plug: what a user writes, what it may call, and what runs it on the strategy thread. Strategies
 * see copies of nothing and wait for nothing; what they throw stops here.
 */
package io.hayate.strategy;

/**
 * Puts the parts together, starts and stops them, and reads what they are told: settings, secrets,
 * and the marks kept over restarts. Runs before and after the trading threads, on {@code main}.
 */
package io.hayate.engine;

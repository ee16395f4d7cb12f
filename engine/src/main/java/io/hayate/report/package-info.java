/**
 * What was measured as text, pages and charts for a person: tables of latencies, the latency report.
 * Any thread but the trading ones; what is measured, and how, is left to {@code metrics}.
 */
package io.hayate.report;

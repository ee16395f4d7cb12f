/**
 * An engine in a browser: its page, what the page is told several times a second, what it may ask for, and
 * figures for Prometheus. It reads what the console's view reads, and what any thread may read of an engine.
 */
package io.hayate.view.web;

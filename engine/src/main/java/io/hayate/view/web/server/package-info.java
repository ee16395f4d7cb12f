/**
 * An HTTP server for people and their tools: who may ask, how much and how long, pages, answers and streams
 * of events, on one thread named {@code web}, and what is slow on another, {@code web-slow}. It knows nothing
 * of trading: what is answered is given to it.
 */
package io.hayate.view.web.server;

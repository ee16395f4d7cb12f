/**
 * An HTTP server for people and their tools: who may ask, how much and how long, pages, answers and streams
 * of events, on one thread named {@code web}. It knows nothing of trading: what is answered is given to it.
 */
package io.hayate.view.web.server;

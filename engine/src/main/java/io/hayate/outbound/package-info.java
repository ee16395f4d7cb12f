/**
 * From an order to the socket: the codec writes the request, and it leaves on the connection that it was
 * decided on, or not at all.
 */
package io.hayate.outbound;

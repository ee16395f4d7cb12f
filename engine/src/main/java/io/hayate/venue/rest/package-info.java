/**
 * REST, versions 2 and 1: a request comes in, a response goes out, at the time that the exchange was
 * told last. It tells of the same markets and accounts as the sockets. It knows no HTTP library.
 */
package io.hayate.venue.rest;

package io.hayate.venue.rest;

/**
 * Where a request came from, as far as its connection and its headers tell.
 *
 * @param address without the port
 * @param host the {@code Host} header; empty for none
 * @param relay the header by which a web page or a proxy shows that it asks for somebody else; empty
 *     for none
 */
public record RestCaller(String address, String host, String relay) {
    /** A program that says nothing of itself. */
    public static RestCaller at(String address) {
        return new RestCaller(address, "", "");
    }
}

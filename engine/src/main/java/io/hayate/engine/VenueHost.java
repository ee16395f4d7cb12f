package io.hayate.engine;

import io.hayate.model.ConfigException;
import io.hayate.transport.Authority;
import java.net.URI;

/** Where an address leads, by its text alone: no name is looked up. */
final class VenueHost {
    private VenueHost() {}

    /** True for an address of this machine. */
    static boolean isLoopback(URI url) {
        return authority(url).isLoopback();
    }

    /** True when both lead to one host. */
    static boolean isOneHost(URI one, URI other) {
        return authority(one).host().equals(authority(other).host());
    }

    private static Authority authority(URI url) {
        try {
            return Authority.parse(url.getRawAuthority());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "the venue's address must have a host: was one " + e.getMessage(), e);
        }
    }
}

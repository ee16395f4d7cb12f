package io.hayate.transport;

import io.hayate.model.ConfigException;
import java.net.URI;

/** Where an address leads, by its text alone: no name is looked up. */
public final class VenueHost {
    private VenueHost() {}

    /** True for an address of this machine. */
    public static boolean isLoopback(URI url) {
        return authority(url).isLoopback();
    }

    /** True when both lead to one host. */
    public static boolean isOneHost(URI one, URI other) {
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

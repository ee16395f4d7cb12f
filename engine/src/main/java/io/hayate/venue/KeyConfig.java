package io.hayate.venue;

/**
 * A key of an account.
 *
 * @param key names it on the wire
 * @param secret signs with it; it is told to nobody
 * @param permissions what it may do
 */
public record KeyConfig(String key, String secret, PermissionsConfig permissions) {
    /** The secret is no part of it. */
    @Override
    public String toString() {
        return "KeyConfig[" + key + "]";
    }
}

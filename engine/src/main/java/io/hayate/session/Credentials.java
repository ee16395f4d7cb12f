package io.hayate.session;

/**
 * The key and the secret of an account. Its text shows neither.
 *
 * @param apiKey names the account to the venue; empty for none
 * @param apiSecret signs what the key asks; empty for none
 */
public record Credentials(String apiKey, String apiSecret) {
    /** No account: public channels alone. */
    public static final Credentials NONE = new Credentials("", "");

    /** True when there is an account to authenticate. */
    public boolean isPresent() {
        return !apiKey.isEmpty();
    }

    @Override
    public String toString() {
        return isPresent() ? "Credentials[***]" : "Credentials[none]";
    }
}

package io.hayate.news;

import java.util.List;

/** Keeps secrets out of texts that go anywhere. Any thread. */
public final class SecretMask {
    private static final String MASK = "****";
    private static final int LENGTH_MIN = 4; // a shorter one is part of any word

    private final List<String> secrets;

    /**
     * A mask of these.
     *
     * @param secrets in any order; empty and very short ones are left alone
     */
    public SecretMask(List<String> secrets) {
        this.secrets =
                secrets.stream()
                        .filter(secret -> secret.length() >= LENGTH_MIN)
                        .sorted((a, b) -> b.length() - a.length()) // one may begin another
                        .toList();
    }

    /** The text with each of them masked. */
    public String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}

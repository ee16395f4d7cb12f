package io.hayate.session;

import java.util.ArrayList;
import java.util.List;

/** Nonces that come, are late, or are used up as a test says. */
final class TestNonces implements NonceSource {
    final List<Long> given = new ArrayList<>();
    boolean awaited;
    boolean overtaken;
    String shortage;

    @Override
    public long next(long atLeast) {
        if (awaited || shortage != null) {
            return NONE;
        }
        long nonce = given.isEmpty() ? atLeast : Math.max(atLeast, given.get(given.size() - 1) + 1);
        given.add(nonce);
        return nonce;
    }

    @Override
    public boolean isOvertaken(long nonce) {
        return overtaken;
    }

    @Override
    public boolean isAwaited() {
        return awaited;
    }

    @Override
    public String shortage() {
        return shortage;
    }
}

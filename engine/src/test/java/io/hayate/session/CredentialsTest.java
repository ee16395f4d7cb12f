package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void shouldShowNeitherKeyNorSecret() {
        Credentials credentials = new Credentials("the-key", "the-secret");

        assertEquals("Credentials[***]", credentials.toString());
        assertTrue(credentials.isPresent());
    }

    @Test
    void shouldSayWhenThereAreNone() {
        assertEquals("Credentials[none]", Credentials.NONE.toString());
        assertFalse(Credentials.NONE.isPresent());
    }
}

package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AuthSignerTest {
    private final AuthSigner signer = new AuthSigner("test-secret");

    @Test
    void shouldSignAsTheVenueDoes() {
        assertEquals(
                "e2d52d5c363e7bd45570eac8e3c1e661c1113216e2a0e2699cf42e1d3df0e77b"
                        + "5f06f5bc283b66bf7f1e4e8967b6bec9",
                signer.sign("AUTH1700000000000000"));
    }

    @Test
    void shouldPutTheNonceBehindTheWord() {
        assertEquals("AUTH9007199254740991", AuthSigner.payload(9_007_199_254_740_991L));
    }

    @Test
    void shouldSignTheSamePayloadAlikeAndOthersDifferently() {
        String signature = signer.sign("AUTH1");

        assertEquals(signature, signer.sign("AUTH1"));
        assertEquals(signature, new AuthSigner("test-secret").sign("AUTH1"));
        assertNotEquals(signature, signer.sign("AUTH2"));
        assertNotEquals(signature, new AuthSigner("test-secreT").sign("AUTH1"));
        assertTrue(signature.matches("[0-9a-f]{96}"), signature);
    }
}

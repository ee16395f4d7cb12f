package io.hayate.venue.server;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate for {@code localhost}, the loopback addresses and where else it is shown, signed by an authority of its own
 * that nobody knows yet. Both are new each time and good for three months; the authority's key is
 * forgotten at once.
 *
 * @param authority what a client is to trust
 * @param certificate what the venue shows
 * @param key its private key
 */
record MadeCertificate(X509Certificate authority, X509Certificate certificate, PrivateKey key) {
    private static final Duration BEFORE = Duration.ofDays(1); // for clocks that go behind
    private static final Duration AFTER = Duration.ofDays(90);
    private static final byte[] ALGORITHM = Der.sequence(Der.object("2A8648CE3D040302"));
    private static final String BASIC_CONSTRAINTS = "551D13";
    private static final String KEY_USAGE = "551D0F";
    private static final String EXTENDED_USAGE = "551D25";
    private static final String NAMES = "551D11";
    private static final String KEY_ID = "551D0E";
    private static final String AUTHORITY_KEY_ID = "551D23";
    private static final String SERVER = "2B06010505070301";
    private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int KEY_ID_LENGTH = 20;
    private static final int LINE = 64;

    /**
     * Makes both at this time.
     *
     * @param others names that the certificate has beside those of loopback, encoded
     */
    static MadeCertificate at(Instant now, List<byte[]> others) {
        try {
            SecureRandom random = new SecureRandom();
            KeyPair authority = keys(random);
            KeyPair server = keys(random);
            X500Principal issuer =
                    new X500Principal("CN=Hayate venue " + Long.toHexString(random.nextLong()));
            byte[] root = body(issuer, issuer, authority.getPublic(), now, authority(authority));
            byte[] leaf =
                    body(
                            issuer,
                            new X500Principal("CN=localhost"),
                            server.getPublic(),
                            now,
                            server(server, authority, others));
            PrivateKey signer = authority.getPrivate();
            return new MadeCertificate(
                    signed(root, signer), signed(leaf, signer), server.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can make a certificate", e);
        }
    }

    private static KeyPair keys(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static byte[] authority(KeyPair keys) throws GeneralSecurityException {
        return Der.sequence(
                extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.TRUE)),
                extension(KEY_USAGE, true, Der.flags(1, 0x06)), // signs certificates
                extension(KEY_ID, false, Der.octets(keyId(keys.getPublic()))));
    }

    private static byte[] server(KeyPair keys, KeyPair authority, List<byte[]> others)
            throws GeneralSecurityException {
        byte[] signer = Der.sequence(Der.implicit(0, keyId(authority.getPublic())));
        return Der.sequence(
                extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, Der.flags(7, 0x80)), // signs handshakes
                extension(EXTENDED_USAGE, false, Der.sequence(Der.object(SERVER))),
                extension(NAMES, false, names(others)),
                extension(KEY_ID, false, Der.octets(keyId(keys.getPublic()))),
                extension(AUTHORITY_KEY_ID, false, signer));
    }

    private static byte[] names(List<byte[]> others) {
        List<byte[]> names = new ArrayList<>();
        names.add(Der.implicit(2, "localhost".getBytes(StandardCharsets.US_ASCII)));
        names.add(Der.implicit(7, LOOPBACK_4));
        names.add(Der.implicit(7, LOOPBACK_6));
        names.addAll(others);
        return Der.sequence(names.toArray(new byte[0][]));
    }

    private static byte[] extension(String object, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.object(object), Der.TRUE, Der.octets(value))
                : Der.sequence(Der.object(object), Der.octets(value));
    }

    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(digest, KEY_ID_LENGTH);
    }

    private static byte[] body(
            X500Principal issuer,
            X500Principal subject,
            PublicKey key,
            Instant now,
            byte[] extensions) {
        byte[] number = new byte[16];
        new SecureRandom().nextBytes(number);
        number[0] = (byte) ((number[0] & 0x3F) | 0x40); // positive, and of full length
        return Der.sequence(
                Der.explicit(0, Der.integer(new byte[] {2})),
                Der.integer(number),
                ALGORITHM,
                issuer.getEncoded(),
                Der.sequence(Der.time(now.minus(BEFORE)), Der.time(now.plus(AFTER))),
                subject.getEncoded(),
                key.getEncoded(),
                Der.explicit(3, extensions));
    }

    private static X509Certificate signed(byte[] body, PrivateKey key)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(body);
        byte[] whole = Der.sequence(body, ALGORITHM, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(whole));
    }

    /** The authority's certificate in PEM, which clients are to trust. */
    String pem() {
        try {
            Base64.Encoder encoder =
                    Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN CERTIFICATE-----\n"
                    + encoder.encodeToString(authority.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate has bytes", e);
        }
    }
}

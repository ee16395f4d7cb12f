package io.hayate.transport.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate of this machine's loopback, made for one run by the JDK's keytool, and its key: ECDSA on P-256, as
 * the exchange's is.
 *
 * @param certificate in PEM
 * @param key in PEM (PKCS#8), readable by its owner alone
 */
public record RunCertificate(Path certificate, Path key) {
    private static final String ALIAS = "venue";
    private static final String PASSWORD = "of-this-run-alone";
    private static final int LINE = 64;

    /** Makes one in a folder. */
    public static RunCertificate make(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("venue.p12");
        RunCertificate made =
                new RunCertificate(folder.resolve("venue.pem"), folder.resolve("venue-key.pem"));
        Files.deleteIfExists(store);
        Files.deleteIfExists(made.key);
        keytool(
                store,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30");
        keytool(store, "-exportcert", "-rfc", "-file", made.certificate.toString());
        Files.createFile(
                made.key,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(made.key, pem(keyIn(store)));
        Files.delete(store);
        return made;
    }

    /** What a client of the JDK's trusts then. */
    public static SSLContext trusting(Path certificate)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            Certificate read = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setCertificateEntry(ALIAS, read);
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path store, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-alias", ALIAS));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no certificate: " + words.strip());
        }
    }

    private static Key keyIn(Path store) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys.getKey(ALIAS, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("keytool's store cannot be read", e);
        }
    }

    private static String pem(Key key) {
        Base64.Encoder base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return "-----BEGIN PRIVATE KEY-----\n"
                + base64.encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}

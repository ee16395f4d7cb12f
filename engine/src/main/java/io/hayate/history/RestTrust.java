package io.hayate.history;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom requests by HTTPS trust: the roots of the JDK, or the certificates of a file, as the connection does.
 *
 * @param context null for the roots of the JDK
 */
public record RestTrust(SSLContext context) {
    /** The roots of the JDK. */
    public static final RestTrust OF_JDK = new RestTrust(null);

    /**
     * The certificates in a file in PEM and no others; the roots of the JDK for null.
     *
     * @throws ConfigException when it is no such file
     */
    public static RestTrust of(Path file) {
        if (file == null) {
            return OF_JDK;
        }
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("trusted-" + count++, each);
            }
            if (count == 0) {
                throw new IOException("there is none");
            }
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return new RestTrust(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException("trust-file must hold certificates in PEM: was " + file, e);
        }
    }

    HttpClient.Builder apply(HttpClient.Builder client) {
        return context == null ? client : client.sslContext(context);
    }

    void apply(HttpURLConnection connection) {
        if (context != null && connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(context.getSocketFactory());
        }
    }
}

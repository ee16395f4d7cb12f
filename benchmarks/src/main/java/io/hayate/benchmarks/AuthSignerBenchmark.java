package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.session.AuthSigner;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of signing an {@code auth} request, which is done once a connection: ours, which keeps nothing
 * but the key, against a MAC that is kept. It may allocate; it must not hold up a loop for long.
 */
public class AuthSignerBenchmark extends BenchmarkDefaults {
    private static final String SECRET = "0123456789abcdef0123456789abcdef0123456";
    private static final String ALGORITHM = "HmacSHA384";

    private final AuthSigner signer = new AuthSigner(SECRET);
    private Mac mac;
    private long nonce = 1_795_435_200_000_000L;

    /** Makes the MAC that is kept. */
    @Setup
    public void setUp() throws GeneralSecurityException {
        mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), ALGORITHM));
    }

    /** Our signer, a new nonce each time. */
    @Benchmark
    public String hayate() {
        return signer.sign(AuthSigner.payload(nonce++));
    }

    /** The same with a MAC that is kept. */
    @Benchmark
    public String keptMac() {
        byte[] payload = AuthSigner.payload(nonce++).getBytes(UTF_8);
        return HexFormat.of().formatHex(mac.doFinal(payload));
    }
}

package io.hayate.doctor;

import io.hayate.transport.IoKind;
import io.hayate.transport.tls.TlsKind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run would be told, as far as it is looked at.
 *
 * @param file the settings; none for the defaults
 * @param refusal what a run says of them before it ends at once; empty when it takes them
 * @param stateFolder where Hayate keeps what it must not forget
 * @param keyFile with key and secret
 * @param io what sockets are to be read through
 * @param tls whose TLS is asked for
 */
public record RunSettings(
        Optional<Path> file,
        String refusal,
        Path stateFolder,
        Optional<Path> keyFile,
        IoKind io,
        TlsKind tls) {}

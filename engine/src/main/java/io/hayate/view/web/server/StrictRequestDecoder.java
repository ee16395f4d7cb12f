package io.hayate.view.web.server;

import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Refuses a request that says twice, and differently, how long it is: a proxy may have read it otherwise. */
final class StrictRequestDecoder extends HttpRequestDecoder {
    StrictRequestDecoder(int lineMax, int headersMax, int chunkMax) {
        super(lineMax, headersMax, chunkMax);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }
}

package io.hayate.view.web.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what was asked. Thread {@code web}. */
final class WebRequestParser {
    private static final int PARAMETERS_MAX = 32;

    private WebRequestParser() {}

    /**
     * What a request asks; null when its path cannot be read.
     *
     * @param target path and query
     */
    static WebRequest parse(ChannelHandlerContext ctx, FullHttpRequest request, String target) {
        try {
            QueryStringDecoder query =
                    new QueryStringDecoder(target, StandardCharsets.UTF_8, true, PARAMETERS_MAX);
            Map<String, String> parameters = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> each : query.parameters().entrySet()) {
                parameters.put(each.getKey(), each.getValue().get(0));
            }
            return new WebRequest(
                    request.method().equals(HttpMethod.POST),
                    query.path(),
                    parameters,
                    request.content().toString(StandardCharsets.UTF_8),
                    request.headers().get(HttpHeaderNames.ACCEPT, ""),
                    address(ctx));
        } catch (IllegalArgumentException e) { // a broken escape
            return null;
        }
    }

    private static String address(ChannelHandlerContext ctx) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "";
    }
}

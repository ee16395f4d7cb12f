package io.hayate.venue.server;

import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.rest.RestCaller;
import io.hayate.venue.rest.RestKey;
import io.hayate.venue.rest.RestRequest;
import io.hayate.venue.rest.RestResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Answers what is no upgrade: each request by REST, in the order of the requests. Venue thread. */
final class RestResponder {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String METHODS = "GET, HEAD, POST, OPTIONS";
    private static final String SITE = "sec-fetch-site";
    private static final List<String> RELAYS =
            List.of("origin", "referer", "forwarded", "x-forwarded-for", "via");
    private static final Set<HttpMethod> ANSWERED =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);
    private static final int BAD_REQUEST = 10_020;

    private final Exchange exchange;
    private final VenueLoop loop;
    private final RequestWay way;

    RestResponder(Exchange exchange, VenueLoop loop) {
        this.exchange = exchange;
        this.loop = loop;
        way = loop.newWay();
    }

    /**
     * Answers, now or later, or never.
     *
     * @param answered is told of the answer: false when the connection ends with it, or without one
     */
    void answer(ChannelHandlerContext ctx, FullHttpRequest request, Consumer<Boolean> answered) {
        if (request.decoderResult().isFailure()) {
            HttpResponseStatus status = status(request.decoderResult().cause());
            answered.accept(refuse(ctx, status, "request: invalid"));
            return;
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        if (request.method().equals(HttpMethod.OPTIONS)) {
            FullHttpResponse response =
                    response(HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
            response.headers().set(HttpHeaderNames.ALLOW, METHODS);
            answered.accept(send(ctx, response, keepAlive));
        } else if (!ANSWERED.contains(request.method())) {
            answered.accept(refuse(ctx, HttpResponseStatus.METHOD_NOT_ALLOWED, "method: invalid"));
        } else {
            boolean head = request.method().equals(HttpMethod.HEAD);
            RestRequest asked = read(ctx, request);
            way.bring(
                    () ->
                            ask(
                                    asked,
                                    answer -> {
                                        if (!answer.isHeld()) {
                                            answered.accept(send(ctx, answer, head, keepAlive));
                                        }
                                    }));
        }
    }

    /** Asks the exchange; an answer that is there at once is sent when it has done its work. */
    private void ask(RestRequest request, Consumer<RestResponse> answer) {
        List<RestResponse> atOnce = new ArrayList<>(1);
        boolean[] asking = {true};
        loop.input(
                () ->
                        exchange.onRequest(
                                request,
                                response -> {
                                    if (asking[0]) {
                                        atOnce.add(response);
                                    } else {
                                        answer.accept(response);
                                    }
                                }));
        asking[0] = false;
        atOnce.forEach(answer);
    }

    private static HttpResponseStatus status(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return HttpResponseStatus.REQUEST_URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException
                ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                : HttpResponseStatus.BAD_REQUEST;
    }

    private static RestRequest read(ChannelHandlerContext ctx, FullHttpRequest request) {
        HttpHeaders headers = request.headers();
        RestKey key =
                new RestKey(
                        headers.get("bfx-apikey"),
                        headers.get("bfx-nonce"),
                        headers.get("bfx-signature"),
                        headers.get("bfx-token"));
        String method = request.method().name();
        String body = request.content().toString(StandardCharsets.UTF_8);
        RestCaller caller =
                new RestCaller(address(ctx), headers.get(HttpHeaderNames.HOST, ""), relay(headers));
        return RestRequest.of(method, request.uri(), key, body, caller);
    }

    /** The header that no program writes which asks for itself; empty for none. */
    private static String relay(HttpHeaders headers) {
        boolean fromPage = headers.contains(SITE) && !headers.getAll(SITE).equals(List.of("none"));
        return fromPage ? SITE : RELAYS.stream().filter(headers::contains).findFirst().orElse("");
    }

    private static String address(ChannelHandlerContext ctx) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "";
    }

    /** Answers with an error, and ends the connection. */
    static boolean refuse(ChannelHandlerContext ctx, HttpResponseStatus status, String text) {
        FullHttpResponse response = response(RestResponse.error(status.code(), BAD_REQUEST, text));
        if (status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().set(HttpHeaderNames.ALLOW, METHODS);
        }
        return send(ctx, response, false);
    }

    /** Answers that there are too many connections, and ends this one. */
    static boolean refuseAsTooMany(ChannelHandlerContext ctx) {
        return send(ctx, response(RestResponse.tooMany()), false);
    }

    private static FullHttpResponse response(RestResponse answer) {
        ByteBuf content = Unpooled.wrappedBuffer(answer.bytes(), 0, answer.length());
        FullHttpResponse response = response(HttpResponseStatus.valueOf(answer.status()), content);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, JSON);
        return response;
    }

    private static FullHttpResponse response(HttpResponseStatus status, ByteBuf content) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        if (!status.equals(HttpResponseStatus.NO_CONTENT)) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        }
        return response;
    }

    /** Sends an answer; false when the connection ends with it, or without one. */
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    private static boolean send(
            ChannelHandlerContext ctx, RestResponse answer, boolean head, boolean keepAlive) {
        if (answer.isNone()) {
            ctx.close();
            return false;
        }
        FullHttpResponse response = response(answer);
        if (head) {
            response = response.replace(Unpooled.EMPTY_BUFFER); // the length stays
        }
        return send(ctx, response, keepAlive);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection
    private static boolean send(
            ChannelHandlerContext ctx, FullHttpResponse response, boolean keepAlive) {
        HttpUtil.setKeepAlive(response, keepAlive);
        ChannelFuture sent = ctx.writeAndFlush(response);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
        return keepAlive;
    }
}

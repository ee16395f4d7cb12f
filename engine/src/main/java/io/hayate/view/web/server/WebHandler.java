package io.hayate.view.web.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the requests of one connection. Thread {@code web}. */
final class WebHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    static final String LINK_PATH = "/open";
    static final String LINK_PARAMETER = "link";

    private static final int URI_MAX = 4_096;
    private static final int PARAMETERS_MAX = 32;

    private final WebRoutes routes;
    private final WebAccess access;
    private final WebSessions sessions;
    private final EventFeed feed;
    private final RequestClock clock;
    private boolean isStreaming;

    WebHandler(
            WebRoutes routes,
            WebAccess access,
            WebSessions sessions,
            EventFeed feed,
            RequestClock clock) {
        this.routes = routes;
        this.access = access;
        this.sessions = sessions;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        clock.restart();
        WebReply refusal = refusal(request);
        if (isStreaming) {
            ctx.close(); // nothing can be answered within a stream
        } else if (refusal != null) {
            send(ctx, request, refusal, false);
        } else {
            answer(ctx, request, read(ctx, request));
        }
    }

    private void answer(ChannelHandlerContext ctx, FullHttpRequest request, WebRequest asked) {
        if (asked == null) {
            send(ctx, request, WebReply.refusal(400, "the path cannot be read"), false);
        } else if (asked.path().equals(LINK_PATH) && !asked.isPost()) {
            send(ctx, request, open(asked), HttpUtil.isKeepAlive(request));
        } else {
            serve(ctx, request, asked);
        }
    }

    private void serve(ChannelHandlerContext ctx, FullHttpRequest request, WebRequest asked) {
        boolean isKnown = access.isKnown(request.headers());
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        if (!isKnown && !routes.isOpen(asked.path())) {
            send(ctx, request, unknown(asked), keepAlive);
        } else if (asked.isPost() && !mayChange(request.headers())) {
            send(
                    ctx,
                    request,
                    WebReply.refusal(403, "only pages of this server change things"),
                    false);
        } else if (routes.isStream(asked.path())) {
            stream(ctx, request);
        } else {
            send(ctx, request, routes.answer(asked), keepAlive);
        }
    }

    private void stream(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (feed.streams().isFull()) {
            send(ctx, request, WebReply.refusal(503, "too many browsers listen"), false);
        } else if (!request.method().equals(HttpMethod.GET)) {
            send(ctx, request, notAllowed(), false);
        } else {
            clock.stop();
            isStreaming = true;
            feed.streams().add(ctx, feed.first());
        }
    }

    /** Why a request is not looked at any further; null when it is. */
    private WebReply refusal(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return WebReply.refusal(400, "this is no request of HTTP, or too long a one");
        }
        if (request.uri().length() > URI_MAX) {
            return WebReply.refusal(414, "the path is too long");
        }
        HttpMethod method = request.method();
        boolean isGet = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!isGet && !method.equals(HttpMethod.POST)) {
            return notAllowed();
        }
        if (!access.isOurHost(request.headers())) {
            return WebReply.refusal(421, "this server is not called that: see http.names");
        }
        return access.isOurPage(request.headers())
                ? null
                : WebReply.refusal(403, "pages of other hosts may not ask");
    }

    private static WebReply notAllowed() {
        return WebReply.refusal(405, "GET, HEAD or POST").with(Map.of("allow", "GET, HEAD, POST"));
    }

    /** A browser shows its cookie whoever asks it to: it must say that a page of ours does. */
    private boolean mayChange(HttpHeaders headers) {
        return access.hasToken(headers)
                || (headers.contains(HttpHeaderNames.ORIGIN) && access.isOurPage(headers));
    }

    private WebReply unknown(WebRequest asked) {
        return asked.path().equals("/")
                ? routes.askForLink()
                : WebReply.refusal(401, "open the link that hayate printed, or show the token")
                        .with(Map.of("www-authenticate", "Bearer realm=\"hayate\""));
    }

    private WebReply open(WebRequest asked) {
        String secret = sessions.open(asked.parameters().getOrDefault(LINK_PARAMETER, ""));
        if (secret == null) {
            return routes.askForLink();
        }
        return WebReply.of(303, WebReply.TEXT, "")
                .with(Map.of("location", "/", "set-cookie", access.cookie(secret)));
    }

    private static WebRequest read(ChannelHandlerContext ctx, FullHttpRequest request) {
        try {
            QueryStringDecoder query =
                    new QueryStringDecoder(
                            request.uri(), StandardCharsets.UTF_8, true, PARAMETERS_MAX);
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

    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the connection
    private void send(
            ChannelHandlerContext ctx, FullHttpRequest request, WebReply reply, boolean keepAlive) {
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        ByteBuf content = isHead ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.bytes());
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), content);
        StandardHeaders.addTo(response);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, reply.type())
                .set(HttpHeaderNames.CONTENT_LENGTH, reply.bytes().length);
        reply.headers().forEach((name, value) -> response.headers().set(name, value));
        HttpUtil.setKeepAlive(response, keepAlive);
        ChannelFuture sent = ctx.writeAndFlush(response);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close(); // whatever a peer sends, or a page that cannot be made: the others go on
    }
}

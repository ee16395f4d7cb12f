package io.hayate.view.web.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
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
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * Answers the requests of one connection, one at a time: the next is read once the client's side has taken
 * the answer to the one before. Thread {@code web}.
 */
final class WebHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    static final String LINK_PATH = "/open";
    static final String LINK_PARAMETER = "link";

    private static final int URI_MAX = 4_096;

    private final WebParts parts;
    private final WebAccess access;
    private final RequestClock clock;
    private boolean isWaiting; // for a request
    private boolean isStreaming;
    private boolean isHead; // this and the next: of the request that is being answered
    private boolean keepAlive;

    WebHandler(WebParts parts, WebAccess access, RequestClock clock) {
        this.parts = parts;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        super.channelActive(ctx);
        readNext(ctx);
    }

    private void readNext(ChannelHandlerContext ctx) {
        isWaiting = true;
        ctx.read();
    }

    /** What came was no whole request yet, and used the asking up. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        super.channelReadComplete(ctx);
        if (isWaiting) {
            ctx.read();
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (isStreaming) {
            ctx.close(); // nothing can be answered within a stream
            return;
        }
        isWaiting = false;
        clock.restart();
        isHead = request.method().equals(HttpMethod.HEAD);
        keepAlive = HttpUtil.isKeepAlive(request);
        WebReply refusal = refusal(request);
        if (refusal == null) {
            answer(ctx, request);
        } else {
            refuse(ctx, refusal);
        }
    }

    private void answer(ChannelHandlerContext ctx, FullHttpRequest request) {
        String target = access.target(request.uri());
        WebRequest asked = target == null ? null : WebRequestParser.parse(ctx, request, target);
        if (asked == null) {
            refuse(ctx, WebReply.refusal(400, "the path cannot be read"));
        } else if (asked.path().equals(LINK_PATH) && !asked.isPost()) {
            send(ctx, open(asked, request.headers()));
        } else {
            serve(ctx, request, asked);
        }
    }

    private void serve(ChannelHandlerContext ctx, FullHttpRequest request, WebRequest asked) {
        boolean isKnown = access.isKnown(request.headers());
        if (isKnown) {
            parts.connections().onKnown(ctx.channel());
        }
        if (!isKnown && !parts.routes().isOpen(asked.path())) {
            send(ctx, unknown(asked));
        } else if (asked.isPost() && !mayChange(request.headers())) {
            refuse(ctx, WebReply.refusal(403, "only pages of this server change things"));
        } else if (parts.routes().isStream(asked.path())) {
            stream(ctx, request);
        } else if (parts.routes().isSlow(asked)) {
            answerSlowly(ctx, asked);
        } else {
            send(ctx, parts.routes().answer(asked));
        }
    }

    /** The client may wait for long: only so many do. */
    private void answerSlowly(ChannelHandlerContext ctx, WebRequest asked) {
        Runnable work =
                () -> {
                    WebReply reply = slowReply(asked);
                    sendFromElsewhere(ctx, reply);
                };
        clock.stop();
        if (!parts.slow().offer(work)) {
            clock.restart();
            send(
                    ctx,
                    WebReply.refusal(503, "too much is being done: try it again")
                            .with(Map.of("retry-after", "1")));
        }
    }

    private void sendFromElsewhere(ChannelHandlerContext ctx, WebReply reply) {
        try {
            ctx.executor().execute(() -> send(ctx, reply));
        } catch (RejectedExecutionException e) {
            // the server has ended meanwhile, and the connection with it
        }
    }

    private WebReply slowReply(WebRequest asked) {
        try {
            return parts.routes().answer(asked);
        } catch (RuntimeException | LinkageError e) { // of a strategy, maybe
            return WebReply.refusal(500, "it failed: " + e.getClass().getSimpleName());
        }
    }

    private void stream(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (parts.feed().streams().isFull()) {
            refuse(ctx, WebReply.refusal(503, "too many browsers listen"));
        } else if (!request.method().equals(HttpMethod.GET)) {
            refuse(ctx, notAllowed());
        } else if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            refuse(ctx, WebReply.refusal(505, "a stream needs HTTP/1.1"));
        } else {
            clock.stop();
            isStreaming = true;
            ctx.channel().config().setAutoRead(true); // to see it hang up
            parts.feed().streams().add(ctx, parts.feed().first());
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
                ? parts.routes().askForLink()
                : WebReply.refusal(401, "open the link that hayate printed, or show the token")
                        .with(Map.of("www-authenticate", "Bearer realm=\"hayate\""));
    }

    /** Only a person's own step uses a link up: no look at what is behind it, and no step ahead. */
    private WebReply open(WebRequest asked, HttpHeaders headers) {
        if (isHead) {
            return WebReply.refusal(405, "GET").with(Map.of("allow", "GET"));
        }
        if (WebAccess.isAhead(headers)) {
            return WebReply.refusal(503, "a link is opened when it is followed");
        }
        String secret = parts.sessions().open(asked.parameters().getOrDefault(LINK_PARAMETER, ""));
        if (secret == null) {
            return parts.routes().askForLink();
        }
        return WebReply.of(303, WebReply.TEXT, "")
                .with(Map.of("location", "/", "set-cookie", access.cookie(secret)));
    }

    private void refuse(ChannelHandlerContext ctx, WebReply reply) {
        keepAlive = false;
        send(ctx, reply);
    }

    private void send(ChannelHandlerContext ctx, WebReply reply) {
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
        sent.addListener(done -> onSent(ctx, done.isSuccess() && keepAlive));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    private void onSent(ChannelHandlerContext ctx, boolean goesOn) {
        if (goesOn) {
            clock.restart();
            readNext(ctx);
        } else {
            ctx.close();
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // hanging up is the point
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close(); // whatever a peer sends, or a page that cannot be made: the others go on
    }
}

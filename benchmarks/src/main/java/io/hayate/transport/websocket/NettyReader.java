package io.hayate.transport.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.ByteBuffer;

/** Netty's way in: its decoder in a pipeline without socket, and a handler that drops each frame. */
final class NettyReader {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ByteBuf bytes;
    private long taken;

    /** What is done with a frame. */
    enum Use {
        /** Its length is taken. */
        FRAME,
        /** It is checked to be UTF-8, as Netty's client does by default. */
        CHECKED_FRAME,
        /** It is checked and made a String. */
        STRING
    }

    NettyReader(ByteBuffer frames, Use use) {
        bytes = Unpooled.wrappedBuffer(frames);
        channel.config().setAllocator(PooledByteBufAllocator.DEFAULT);
        channel.pipeline()
                .addLast(
                        new WebSocket13FrameDecoder(
                                WebSocketDecoderConfig.newBuilder()
                                        .expectMaskedFrames(false)
                                        .allowExtensions(false)
                                        .withUTF8Validator(false) // that is a handler of its own
                                        .build()));
        if (use != Use.FRAME) {
            channel.pipeline().addLast(new Utf8FrameValidator());
        }
        channel.pipeline().addLast(new Sink(use == Use.STRING));
    }

    /** Reads so many bytes, as if they had just come; the memory is lent, not copied. */
    void read(int offset, int length) {
        bytes.setIndex(offset, offset + length).retain();
        channel.pipeline().fireChannelRead(bytes).fireChannelReadComplete();
    }

    /** Bytes, or characters, that frames held. */
    long taken() {
        return taken;
    }

    private final class Sink extends ChannelInboundHandlerAdapter {
        private final boolean asString;

        private Sink(boolean asString) {
            this.asString = asString;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            TextWebSocketFrame frame = (TextWebSocketFrame) message;
            taken += asString ? frame.text().length() : frame.content().readableBytes();
            frame.release();
        }
    }
}

package io.hayate.session;

import io.hayate.codec.FrameDecoder;
import io.hayate.intake.AccountFrames;
import io.hayate.intake.EventPublisher;
import io.hayate.intake.FrameDispatcher;
import io.hayate.intake.HealthBoard;
import io.hayate.intake.InboundFrame;
import io.hayate.intake.IntakeChannels;
import io.hayate.intake.IntakeListener;
import io.hayate.intake.ListedOrders;
import io.hayate.intake.MarketFrames;
import io.hayate.intake.RoomWait;
import io.hayate.intake.Subscriptions;

/** Makes what takes the frames of a session's connection. */
final class SessionFrames {
    private SessionFrames() {}

    /**
     * A dispatcher that has taken no frame.
     *
     * @param carriesAccount market data waits for no room then, as what is told of the account would, too
     * @param listener hears what the session is to do about a frame
     */
    static FrameDispatcher dispatcher(
            SessionSetup setup,
            Subscriptions subscriptions,
            EventPublisher publisher,
            HealthBoard board,
            ListedOrders listed,
            boolean carriesAccount,
            IntakeListener listener) {
        FrameDecoder decoder =
                new FrameDecoder(
                        setup.scope().instruments(),
                        setup.decoder().frameBytesMax(),
                        setup.decoder().kind());
        InboundFrame frame =
                new InboundFrame(
                        decoder,
                        setup.ports().counters(),
                        setup.scope().statistics(),
                        setup.ports().tracer(),
                        setup.time().decoded());
        RoomWait wait = new RoomWait(publisher, !carriesAccount);
        MarketFrames market =
                new MarketFrames(frame, publisher, board, wait, setup.scope().config(), listener);
        return new FrameDispatcher(
                frame,
                subscriptions,
                new IntakeChannels(board, wait, market),
                new AccountFrames(frame, publisher, listed, listener),
                setup.time().venueClock(),
                listener);
    }
}

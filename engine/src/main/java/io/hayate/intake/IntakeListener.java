package io.hayate.intake;

import io.hayate.codec.AccountType;
import io.hayate.codec.ControlMessage;
import java.io.IOException;
import org.agrona.DirectBuffer;

/** What a session wants to know of its frames at once. Loop thread; no slot of the ring is open. */
public interface IntakeListener {
    /** A control event; valid until this returns. */
    void onControl(ControlMessage message);

    /** A frame was lost, repeated or came late; every channel is marked. */
    void onSequenceGap(String whatCame);

    /** The account's own number stepped back. */
    void onAccountStepBack(long accountSequence);

    /** A frame of the account, or what may be one, was not understood, or not as a whole. */
    void onAccountUnclear(AccountType type, String why);

    /** A list of the account has come whole. */
    void onAccountListed(AccountType type);

    /** A frame that could not be read was skipped. */
    void onMalformed(IOException reason, DirectBuffer buffer, int offset, int length);

    /** An account list that no ring of this size can take. */
    void onListTooLong(int rows, int rowsMax);

    /** What a frame of a channel said is lost. */
    void onDoubt(Subscription subscription, String reason);

    /** A frame of a channel that is not ours, and never was. */
    void onUnknownFrame();

    /** The ring has no room for so many rows of a channel, which cannot do without them. */
    void onNoRoom(Subscription subscription, int rows);
}

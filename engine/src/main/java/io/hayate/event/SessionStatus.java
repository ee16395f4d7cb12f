package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.hayate.model.SessionState;
import org.agrona.MutableDirectBuffer;

/**
 * A change of the session, or something that the venue said and a person should know: a flyweight
 * over the body of an {@link Event}.
 */
public final class SessionStatus {
    private static final int CONNECTION_OFFSET = 0;
    private static final int STATE_OFFSET = CONNECTION_OFFSET + SIZE_OF_LONG;
    private static final int PREVIOUS_STATE_OFFSET = STATE_OFFSET + SIZE_OF_INT;
    private static final int IS_AUTHENTICATED_OFFSET = PREVIOUS_STATE_OFFSET + SIZE_OF_INT;
    private static final int CODE_OFFSET = IS_AUTHENTICATED_OFFSET + SIZE_OF_INT;
    private static final int NUMBER_OFFSET = CODE_OFFSET + SIZE_OF_INT;
    private static final int IS_SECONDARY_OFFSET = NUMBER_OFFSET + SIZE_OF_INT;
    private static final int IS_ACCOUNT_IN_DOUBT_OFFSET = IS_SECONDARY_OFFSET + SIZE_OF_INT;
    private static final int IS_CLOSED_AT_END_OFFSET = IS_ACCOUNT_IN_DOUBT_OFFSET + SIZE_OF_INT;
    private static final int IS_ACCOUNT_TOLD_OFFSET = IS_CLOSED_AT_END_OFFSET + SIZE_OF_INT;
    private static final int IS_PREVIOUS_GONE_OFFSET = IS_ACCOUNT_TOLD_OFFSET + SIZE_OF_INT;
    private static final int TEXT_OFFSET = IS_PREVIOUS_GONE_OFFSET + SIZE_OF_INT;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public SessionStatus wrap(Event event) {
        buffer = event.buffer();
        offset = event.bodyOffset();
        return this;
    }

    /** Number of the connection, from 1; a new one for each attempt to connect. */
    public long connection() {
        return buffer.getLong(offset + CONNECTION_OFFSET);
    }

    /** Sets {@link #connection()}. */
    public SessionStatus connection(long number) {
        buffer.putLong(offset + CONNECTION_OFFSET, number);
        return this;
    }

    /**
     * True for the connection whose state is the session's: the account's, or the first of market data
     * where there is no account. News of the others concern their channels alone.
     */
    public boolean isPrimary() {
        return buffer.getInt(offset + IS_SECONDARY_OFFSET) == 0;
    }

    /** Sets {@link #isPrimary()}. */
    public SessionStatus isPrimary(boolean primary) {
        buffer.putInt(offset + IS_SECONDARY_OFFSET, primary ? 0 : 1);
        return this;
    }

    /** Which of the connections at one time: 0 the account's, from 1 those of market data alone. */
    public int number() {
        return buffer.getInt(offset + NUMBER_OFFSET);
    }

    /** Sets {@link #number()}. */
    public SessionStatus number(int number) {
        buffer.putInt(offset + NUMBER_OFFSET, number);
        return this;
    }

    /** The state now. */
    public SessionState state() {
        return SessionState.ofCode(buffer.getInt(offset + STATE_OFFSET));
    }

    /** Sets {@link #state()}. */
    public SessionStatus state(SessionState state) {
        buffer.putInt(offset + STATE_OFFSET, state.code());
        return this;
    }

    /** The state before; the same as {@link #state()} when only the text is news. */
    public SessionState previousState() {
        return SessionState.ofCode(buffer.getInt(offset + PREVIOUS_STATE_OFFSET));
    }

    /** Sets {@link #previousState()}. */
    public SessionStatus previousState(SessionState state) {
        buffer.putInt(offset + PREVIOUS_STATE_OFFSET, state.code());
        return this;
    }

    /** True while the account is ours on this connection. */
    public boolean isAuthenticated() {
        return buffer.getInt(offset + IS_AUTHENTICATED_OFFSET) != 0;
    }

    /** Sets {@link #isAuthenticated()}. */
    public SessionStatus isAuthenticated(boolean authenticated) {
        buffer.putInt(offset + IS_AUTHENTICATED_OFFSET, authenticated ? 1 : 0);
        return this;
    }

    /** True while what is known of the account may be wrong: then no new order leaves. */
    public boolean isAccountInDoubt() {
        return buffer.getInt(offset + IS_ACCOUNT_IN_DOUBT_OFFSET) != 0;
    }

    /** Sets {@link #isAccountInDoubt()}. */
    public SessionStatus isAccountInDoubt(boolean inDoubt) {
        buffer.putInt(offset + IS_ACCOUNT_IN_DOUBT_OFFSET, inDoubt ? 1 : 0);
        return this;
    }

    /** True while the venue has told the account whole on its connection; else no new order leaves. */
    public boolean isAccountTold() {
        return buffer.getInt(offset + IS_ACCOUNT_TOLD_OFFSET) != 0;
    }

    /** Sets {@link #isAccountTold()}. */
    public SessionStatus isAccountTold(boolean told) {
        buffer.putInt(offset + IS_ACCOUNT_TOLD_OFFSET, told ? 1 : 0);
        return this;
    }

    /** True when the connection held until we closed it because the run ends. */
    public boolean isClosedAtEnd() {
        return buffer.getInt(offset + IS_CLOSED_AT_END_OFFSET) != 0;
    }

    /** Sets {@link #isClosedAtEnd()}. */
    public SessionStatus isClosedAtEnd(boolean closed) {
        buffer.putInt(offset + IS_CLOSED_AT_END_OFFSET, closed ? 1 : 0);
        return this;
    }

    /**
     * True when the connection before this one is known to have ended at the venue's side, too: nothing
     * that left on it comes there any more.
     */
    public boolean isPreviousGone() {
        return buffer.getInt(offset + IS_PREVIOUS_GONE_OFFSET) != 0;
    }

    /** Sets {@link #isPreviousGone()}. */
    public SessionStatus isPreviousGone(boolean gone) {
        buffer.putInt(offset + IS_PREVIOUS_GONE_OFFSET, gone ? 1 : 0);
        return this;
    }

    /** The venue's code of an info or error event; 0 if none. */
    public int code() {
        return buffer.getInt(offset + CODE_OFFSET);
    }

    /** Number that stands for it in a buffer. */
    public SessionStatus code(int code) {
        buffer.putInt(offset + CODE_OFFSET, code);
        return this;
    }

    /** Why, in words for a person. Allocates. */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET);
    }

    /** Sets {@link #text()}. */
    public SessionStatus text(char[] text, int start, int length) {
        EventText.put(buffer, offset + TEXT_OFFSET, text, start, length);
        return this;
    }

    /** Sets {@link #text()}. */
    public SessionStatus text(CharSequence text) {
        EventText.put(buffer, offset + TEXT_OFFSET, text);
        return this;
    }
}

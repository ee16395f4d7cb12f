package io.hayate.simulation;

/**
 * What goes wrong between one transport and the exchange, from now on: connections that are refused,
 * held, cut or half-open. One thread.
 */
public final class LinkFaults {
    private static final long NEVER = Pipe.NEVER;

    private int refusals;
    private long heldUpUntilNs;
    private long heldDownUntilNs;
    private boolean isUpDead;
    private boolean isDownDead;
    private boolean losesSentUp;
    private boolean losesSentDown;
    private boolean isFullUp;
    private long bytesToCut = -1;

    /** Refuses so many attempts. */
    public void refuse(int attempts) {
        refusals = attempts;
    }

    /** Lets nothing through before then, in either direction; nothing is lost. */
    public void hold(long untilNs) {
        heldUpUntilNs = untilNs;
        heldDownUntilNs = untilNs;
    }

    /** Lets nothing of the client's through before then; nothing is lost. */
    public void holdUp(long untilNs) {
        heldUpUntilNs = untilNs;
    }

    /** Lets nothing of the exchange's through before then; nothing is lost. */
    public void holdDown(long untilNs) {
        heldDownUntilNs = untilNs;
    }

    /** Loses all that is sent in a direction, and tells nobody, until there is another connection. */
    public void halfOpen(boolean losesUp, boolean losesDown) {
        isUpDead = losesUp;
        isDownDead = losesDown;
    }

    /** Loses what a client sends from now on, and tells nobody, until there is another connection. */
    public void loseSentUp() {
        losesSentUp = true;
    }

    /** The same of what the exchange sends; what is under way still comes. */
    public void loseSentDown() {
        losesSentDown = true;
    }

    /** Takes nothing of a client's any more, as a socket whose buffer is full, until there is another connection. */
    public void fillUp() {
        isFullUp = true;
    }

    /** Cuts the connection once so many more bytes have come to the client, wherever that is. */
    public void cutAfter(long bytes) {
        bytesToCut = bytes;
    }

    void onConnect() {
        isUpDead = false;
        isDownDead = false;
        losesSentUp = false;
        losesSentDown = false;
        isFullUp = false;
        bytesToCut = -1;
    }

    boolean isLostUp() {
        return losesSentUp;
    }

    boolean isLostDown() {
        return losesSentDown;
    }

    boolean isFullUp() {
        return isFullUp;
    }

    boolean refuses() {
        boolean isRefused = refusals > 0;
        refusals -= isRefused ? 1 : 0;
        return isRefused;
    }

    long upNs(long arrivalNs) {
        return arrivalNs == NEVER || isUpDead ? NEVER : Math.max(arrivalNs, heldUpUntilNs);
    }

    long downNs(long arrivalNs) {
        return arrivalNs == NEVER || isDownDead ? NEVER : Math.max(arrivalNs, heldDownUntilNs);
    }

    boolean mayPass(int frameBytes) {
        return bytesToCut < 0 || frameBytes <= bytesToCut;
    }

    void passed(int frameBytes) {
        bytesToCut -= bytesToCut < 0 ? 0 : frameBytes;
    }
}

package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;
import static org.agrona.BitUtil.SIZE_OF_INT;

import org.agrona.MutableDirectBuffer;

/**
 * What the venue says of one wallet: a flyweight over the body of an {@link Event}. A snapshot is
 * several events, marked first and last; one of no wallet is a single event that {@link #isNone}.
 */
public final class WalletUpdate {
    private static final int BALANCE_OFFSET = 0;
    private static final int UNSETTLED_INTEREST_OFFSET = BALANCE_OFFSET + SIZE_OF_DOUBLE;
    private static final int AVAILABLE_BALANCE_OFFSET = UNSETTLED_INTEREST_OFFSET + SIZE_OF_DOUBLE;
    private static final int IS_SNAPSHOT_OFFSET = AVAILABLE_BALANCE_OFFSET + SIZE_OF_DOUBLE;
    private static final int WALLET_TYPE_OFFSET = IS_SNAPSHOT_OFFSET + SIZE_OF_INT;
    private static final int CURRENCY_OFFSET = WALLET_TYPE_OFFSET + EventText.SIZE;

    private MutableDirectBuffer buffer;
    private int offset;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public WalletUpdate wrap(Event event) {
        buffer = event.buffer();
        offset = event.bodyOffset();
        return this;
    }

    /** All that the wallet holds, in {@link #currency()}, the part in open orders included. */
    public double balance() {
        return buffer.getDouble(offset + BALANCE_OFFSET);
    }

    /** Sets {@link #balance()}. */
    public WalletUpdate balance(double amount) {
        buffer.putDouble(offset + BALANCE_OFFSET, amount);
        return this;
    }

    /** Interest not yet paid out, in {@link #currency()}. */
    public double unsettledInterest() {
        return buffer.getDouble(offset + UNSETTLED_INTEREST_OFFSET);
    }

    /** Sets {@link #unsettledInterest()}. */
    public WalletUpdate unsettledInterest(double amount) {
        buffer.putDouble(offset + UNSETTLED_INTEREST_OFFSET, amount);
        return this;
    }

    /**
     * Amount that new orders may use, in {@link #currency()}; NaN while the venue has not computed
     * it.
     */
    public double availableBalance() {
        return buffer.getDouble(offset + AVAILABLE_BALANCE_OFFSET);
    }

    /** Sets {@link #availableBalance()}. */
    public WalletUpdate availableBalance(double amount) {
        buffer.putDouble(offset + AVAILABLE_BALANCE_OFFSET, amount);
        return this;
    }

    /** True when the frame was {@code ws}, the state as the session starts. */
    public boolean isSnapshot() {
        return buffer.getInt(offset + IS_SNAPSHOT_OFFSET) != 0;
    }

    /** Sets {@link #isSnapshot()}. */
    public WalletUpdate isSnapshot(boolean snapshot) {
        buffer.putInt(offset + IS_SNAPSHOT_OFFSET, snapshot ? 1 : 0);
        return this;
    }

    /** {@code exchange}, {@code margin} or {@code funding}. Allocates. */
    public String walletType() {
        return EventText.get(buffer, offset + WALLET_TYPE_OFFSET);
    }

    /** Sets {@link #walletType()}. */
    public WalletUpdate walletType(char[] text, int start, int length) {
        EventText.put(buffer, offset + WALLET_TYPE_OFFSET, text, start, length);
        return this;
    }

    /** Sets {@link #walletType()}. */
    public WalletUpdate walletType(CharSequence text) {
        EventText.put(buffer, offset + WALLET_TYPE_OFFSET, text);
        return this;
    }

    /** The venue's name of the currency, such as {@code USD} or {@code UST}. Allocates. */
    public String currency() {
        return EventText.get(buffer, offset + CURRENCY_OFFSET);
    }

    /** Sets {@link #currency()}. */
    public WalletUpdate currency(char[] text, int start, int length) {
        EventText.put(buffer, offset + CURRENCY_OFFSET, text, start, length);
        return this;
    }

    /** Sets {@link #currency()}. */
    public WalletUpdate currency(CharSequence text) {
        EventText.put(buffer, offset + CURRENCY_OFFSET, text);
        return this;
    }

    /** True for a wallet of this type, such as {@code exchange}. Allocates nothing. */
    public boolean isOfType(String type) {
        return EventText.equals(buffer, offset + WALLET_TYPE_OFFSET, type);
    }

    /** Copies the characters of {@link #currency()}; returns how many. Allocates nothing. */
    public int copyCurrency(MutableDirectBuffer target, int index) {
        return EventText.copy(buffer, offset + CURRENCY_OFFSET, target, index);
    }

    /** True for a snapshot of no wallet at all: the account has none. Allocates nothing. */
    public boolean isNone() {
        return isWallet("", "");
    }

    /** True when the wallet is of this type and currency. Allocates nothing. */
    public boolean isWallet(String type, String currencyName) {
        return EventText.equals(buffer, offset + WALLET_TYPE_OFFSET, type)
                && EventText.equals(buffer, offset + CURRENCY_OFFSET, currencyName);
    }

    /** True when both speak of the same wallet. Allocates nothing. */
    public boolean isSameWallet(WalletUpdate other) {
        return EventText.equals(
                        buffer,
                        offset + CURRENCY_OFFSET,
                        other.buffer,
                        other.offset + CURRENCY_OFFSET)
                && EventText.equals(
                        buffer,
                        offset + WALLET_TYPE_OFFSET,
                        other.buffer,
                        other.offset + WALLET_TYPE_OFFSET);
    }
}

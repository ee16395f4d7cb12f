package io.hayate.model;

/** The side of an order or fill. On the wire it is the sign of the amount. */
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** 1 to buy, -1 to sell: the wire's sign, and the code in buffers. */
    public int sign() {
        return sign;
    }

    /** The side whose {@link #sign()} is this code. */
    public static Side ofSign(int sign) {
        return sign < 0 ? SELL : BUY;
    }

    /** The side that a signed amount of the wire stands for; zero counts as BUY. */
    public static Side of(double signedAmount) {
        return signedAmount < 0 ? SELL : BUY;
    }
}

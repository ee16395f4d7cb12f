package io.hayate.monitor;

import io.hayate.machine.FileErrors;
import io.hayate.transport.ManagerSocket;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * The way to the service manager: opened with the first message. Where one cannot be sent a person is told once,
 * and it is tried again with the next. Main thread.
 */
public final class ManagerPort implements Consumer<String>, AutoCloseable {
    private final String address;
    private final Consumer<String> teller;
    private ManagerSocket socket; // null while there is none
    private boolean isTold;

    /**
     * A way that is not open yet.
     *
     * @param address as {@link ManagerSocket#open} takes it
     * @param teller tells a person
     */
    public ManagerPort(String address, Consumer<String> teller) {
        this.address = address;
        this.teller = teller;
    }

    @Override
    public void accept(String message) {
        try {
            if (socket == null) {
                socket = ManagerSocket.open(address);
            }
            socket.send(message);
            isTold = false;
        } catch (IOException e) {
            close();
            if (!isTold) {
                isTold = true;
                teller.accept(
                        "the service manager cannot be told of this process: "
                                + address
                                + ": "
                                + FileErrors.reason(e));
            }
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is of no more use
            }
            socket = null;
        }
    }
}

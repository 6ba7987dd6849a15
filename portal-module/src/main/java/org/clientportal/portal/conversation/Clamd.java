package org.clientportal.portal.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Talks to clamd by its command INSTREAM (clamd(8)): the file goes there in pieces, one line comes back. */
final class Clamd {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_000;
    private static final String FOUND = " FOUND";

    private final String address;
    private final Duration timeout;

    /**
     * @param address {@code unix:PATH} or {@code host:port}
     * @param timeout for a whole file
     */
    Clamd(String address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /** What it says of a file. */
    sealed interface Verdict {

        /** Nothing was found. */
        record Clean() implements Verdict {}

        /** Something was found; its name. */
        record Infected(String signature) implements Verdict {}

        /** It looked at the file and says nothing of it: too large, an error within. */
        record Unsaid(String why) implements Verdict {}
    }

    /** It does not answer, or not in time. */
    static final class Silent extends IOException {

        Silent(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Has a file looked at; closes it.
     *
     * @throws Silent when it does not answer in time
     * @throws IOException when the file itself cannot be read
     */
    Verdict scan(InputStream file) throws IOException {
        try (file;
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var channel = channel()) {
            var talk = threads.submit(() -> talk(channel, file));
            try {
                return talk.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                throw new Silent(address + " did not answer in " + timeout, late);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new Silent("stopped", stopping);
            } catch (ExecutionException failed) {
                throw failure(failed);
            } finally {
                // whoever still waits for it is woken
                channel.close();
            }
        }
    }

    private IOException failure(ExecutionException failed) {
        var cause = Objects.requireNonNull(failed.getCause());
        return cause instanceof Unreadable unreadable
                ? new IOException("the file cannot be read", unreadable.getCause())
                : new Silent(address + ": " + cause, cause);
    }

    private SocketChannel channel() throws Silent {
        try {
            return address.startsWith("unix:") ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        } catch (IOException | UnsupportedOperationException absent) {
            throw new Silent(address + ": " + absent.getMessage(), absent);
        }
    }

    private SocketAddress place() {
        if (address.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(address.substring("unix:".length()));
        }
        var colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private static final class Unreadable extends IOException {
        Unreadable(IOException cause) {
            super(cause);
        }
    }

    private Verdict talk(SocketChannel channel, InputStream file) throws IOException {
        channel.connect(place());
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        try {
            for (var piece = piece(file); piece.length > 0; piece = piece(file)) {
                write(channel, ByteBuffer.allocate(4).putInt(piece.length).flip());
                write(channel, ByteBuffer.wrap(piece));
            }
            write(channel, ByteBuffer.allocate(4));
        } catch (Unreadable unreadable) {
            throw unreadable;
        } catch (IOException cut) {
            // it closes its side when a file is longer than it takes, and has said so
            var said = answer(channel);
            if (said.isEmpty()) {
                throw cut;
            }
            return verdict(said);
        }
        return verdict(answer(channel));
    }

    private static byte[] piece(InputStream file) throws Unreadable {
        try {
            return file.readNBytes(PIECE);
        } catch (IOException cut) {
            throw new Unreadable(cut);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Up to a zero byte, or the end. */
    private static String answer(SocketChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_ANSWER);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
                break;
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static Verdict verdict(String said) throws IOException {
        if (said.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (said.startsWith("stream: ") && said.endsWith(FOUND)) {
            return new Verdict.Infected(said.substring("stream: ".length(), said.length() - FOUND.length()));
        }
        if (said.isEmpty()) {
            throw new IOException("closed without an answer");
        }
        return new Verdict.Unsaid(said);
    }
}

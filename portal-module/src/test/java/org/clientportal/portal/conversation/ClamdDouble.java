package org.clientportal.portal.conversation;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens like clamd, finds whatever says {@code VIRUS}, and has the faults of one that is overloaded, old or restarting. */
public final class ClamdDouble implements AutoCloseable {

    /** How it behaves. */
    public enum Mood {
        WORKING,
        /** Takes everything and says nothing. */
        MUTE,
        /** Closes at once. */
        SLAMMING,
        /** Closes in the middle of a file, as one that is longer than it takes. */
        TOO_LARGE,
        /** Says that it could not. */
        FAILING
    }

    private final ServerSocket server;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WORKING;

    public ClamdDouble() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    public void is(Mood now) {
        mood = now;
    }

    /** The contents that came whole, one character a byte. */
    public List<String> seen() {
        return seen;
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket;
                var in = new DataInputStream(socket.getInputStream())) {
            if (mood == Mood.SLAMMING) {
                return;
            }
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) {
                say(socket, "UNKNOWN COMMAND");
                return;
            }
            var content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
                if (mood == Mood.TOO_LARGE) {
                    say(socket, "INSTREAM size limit exceeded. ERROR");
                    return;
                }
            }
            var text = content.toString(StandardCharsets.ISO_8859_1);
            seen.add(text);
            switch (mood) {
                case MUTE -> in.read();
                case FAILING -> say(socket, "stream: Can't allocate memory ERROR");
                default -> say(socket, text.contains("VIRUS") ? "stream: Test.Virus-1 FOUND" : "stream: OK");
            }
        } catch (IOException gone) {
            // whoever asked does not wait any more
        }
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

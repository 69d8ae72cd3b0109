package livechat.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The wire between one instance and one broker. Cut, it keeps connections open and carries nothing, as a lost network does;
 * what was under way arrives when it is whole again.
 */
final class Link implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket server;
    private final int broker;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private boolean cut;
    private volatile Duration delay = Duration.ZERO;

    private Link(ServerSocket server, int broker) {
        this.server = server;
        this.broker = broker;
    }

    /** Leads to this port of a broker that need not be there yet. */
    static Link to(int broker) {
        try {
            Link link = new Link(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), broker);
            Thread.ofVirtual().name("link").start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        set(true);
    }

    void mend() {
        set(false);
    }

    /** Each piece of data, in each direction, takes this much longer. */
    void delay(Duration delay) {
        this.delay = delay;
    }

    private void set(boolean cut) {
        lock.lock();
        try {
            this.cut = cut;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().name("link").start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @SuppressWarnings("resource") // Whoever sees the end of a connection closes both of its sockets.
    private void connect(Socket client) {
        sockets.add(client);
        try {
            pass();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), broker);
            there.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            sockets.add(there);
            Thread.ofVirtual().name("link").start(() -> carry(client, there));
            carry(there, client);
        } catch (IOException | InterruptedException brokerIsDown) {
            drop(client);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                pass();
                out.write(piece, 0, length);
            }
        } catch (IOException | InterruptedException gone) {
            // As the end of the stream: the other side is to see it, too.
        } finally {
            drop(from);
            drop(to);
        }
    }

    /** Waits while the wire is cut, and as long as it delays. */
    private void pass() throws InterruptedException {
        long late = delay.toNanos();
        lock.lock();
        try {
            while (cut || late > 0) {
                late = late > 0 ? change.awaitNanos(late) : whole(late);
            }
        } finally {
            lock.unlock();
        }
    }

    private long whole(long late) throws InterruptedException {
        change.await();
        return late;
    }

    private void drop(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        sockets.forEach(this::drop);
        mend();
    }
}

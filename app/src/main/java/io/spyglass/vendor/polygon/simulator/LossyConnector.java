package io.spyglass.vendor.polygon.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.jspecify.annotations.Nullable;

/// Listens as any connector does, and can lose all that its WebSockets send and hear, as a network
/// does that has forgotten a connection: it stays open, and neither events nor pongs nor its end
/// come through. Thread-safe.
final class LossyConnector extends ServerConnector {
  private final Supplier<Faults> faults;
  private final Stats stats;
  private final Set<LossyEndPoint> lost = ConcurrentHashMap.newKeySet();
  private Scheduler.@Nullable Task forgetting;

  LossyConnector(Server server, ConnectionFactory protocol, Supplier<Faults> faults, Stats stats) {
    super(server, protocol);
    this.faults = faults;
    this.stats = stats;
  }

  /// Takes up faults that were just set: loses every WebSocket that there is, or begins to forget
  /// those that are lost.
  synchronized void obey(Faults now) {
    if (forgetting != null) {
      forgetting.cancel();
      forgetting = null;
    }
    if (now.has(Knob.HALF_OPEN)) {
      getConnectedEndPoints()
          .forEach(each -> {
            if (each instanceof LossyEndPoint wire) {
              wire.lose();
            }
          });
    } else if (!lost.isEmpty()) {
      long millis = (long) (now.get(Knob.HALF_OPEN_SECONDS) * 1000);
      forgetting = getScheduler().schedule(this::forget, millis, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void begin(LossyEndPoint wire) {
    if (faults.get().has(Knob.HALF_OPEN)) {
      wire.lose();
    }
  }

  private void forget() {
    lost.forEach(LossyEndPoint::forget);
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint made = new LossyEndPoint(channel, selector, key);
    made.setIdleTimeout(getIdleTimeout());
    return made;
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    forget();
  }

  /// One connection.
  private final class LossyEndPoint extends SocketChannelEndPoint {
    private volatile boolean isLost;

    LossyEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
      super(channel, selector, key, LossyConnector.this.getScheduler());
    }

    void lose() {
      if (getConnection() instanceof WebSocketConnection && lost.add(this)) {
        isLost = true;
        stats.count(Knob.HALF_OPEN.word());
      }
    }

    /// Ends it, as seen from the other side too.
    void forget() {
      lost.remove(this);
      isLost = false;
      close();
      IO.close(getChannel());
    }

    @Override
    public void setConnection(Connection connection) {
      super.setConnection(connection);
      begin(this);
    }

    /// Whether all was sent, or lost.
    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
      if (!isLost) {
        return super.flush(buffers);
      }
      for (ByteBuffer buffer : buffers) {
        buffer.position(buffer.limit());
      }
      return true;
    }

    /// How much was read and not lost; less than 0 at the end of the stream.
    @Override
    public int fill(ByteBuffer buffer) throws IOException {
      int filled = super.fill(buffer);
      if (!isLost) {
        return filled;
      }
      if (filled < 0) {
        forget();
        return filled;
      }
      buffer.limit(buffer.limit() - filled);
      return 0;
    }

    @Override
    protected void doShutdownOutput() {
      if (!isLost) {
        super.doShutdownOutput();
      }
    }

    @Override
    public void doClose() {
      if (!isLost) {
        super.doClose();
      }
    }
  }
}

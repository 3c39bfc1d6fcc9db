package io.spyglass.vendor.polygon.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/// Listens as any connector does, and can lose all that its WebSockets send and hear, as a network
/// does that has forgotten a connection: it stays open, and neither events nor pongs nor a close
/// come through. Thread-safe.
final class LossyConnector extends ServerConnector {
  private final BooleanSupplier isLossy;

  /// @param isLossy whether WebSockets that begin are lost from their first frame on
  LossyConnector(Server server, ConnectionFactory protocol, BooleanSupplier isLossy) {
    super(server, protocol);
    this.isLossy = isLossy;
  }

  /// Loses every WebSocket that there is, for good.
  void lose() {
    getConnectedEndPoints()
        .forEach(each -> {
          if (each instanceof LossyEndPoint lossy) {
            lossy.lose();
          }
        });
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint made = new LossyEndPoint(channel, selector, key, getScheduler(), isLossy);
    made.setIdleTimeout(getIdleTimeout());
    return made;
  }

  private static final class LossyEndPoint extends SocketChannelEndPoint {
    private final BooleanSupplier isLossy;
    private volatile boolean isLost;

    LossyEndPoint(
        SocketChannel channel,
        ManagedSelector selector,
        SelectionKey key,
        Scheduler scheduler,
        BooleanSupplier isLossy) {
      super(channel, selector, key, scheduler);
      this.isLossy = isLossy;
    }

    void lose() {
      if (getConnection() instanceof WebSocketConnection) {
        isLost = true;
      }
    }

    @Override
    public void setConnection(Connection connection) {
      super.setConnection(connection);
      if (isLossy.getAsBoolean()) {
        lose();
      }
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
      if (!isLost || filled <= 0) {
        return filled;
      }
      buffer.limit(buffer.limit() - filled);
      return 0;
    }
  }
}

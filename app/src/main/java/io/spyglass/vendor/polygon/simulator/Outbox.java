package io.spyglass.vendor.polygon.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// What waits to be sent to one socket: messages gather in a frame, an array, until it is flushed
/// or has grown large; one frame is on its way at a time, so that order is kept. Thread-safe.
final class Outbox {
  private final Session session;
  private final Stats stats;
  private final Supplier<Faults> faults;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
  private byte[] open = new byte[1024];
  private int openSize;
  private long waiting;
  private boolean isSending;
  private boolean isClosed;

  /// @param faults say how much may wait and how large a frame may grow
  Outbox(Session session, Stats stats, Supplier<Faults> faults) {
    this.session = session;
    this.stats = stats;
    this.faults = faults;
  }

  /// Adds a message to the frame that is open; gives whether there was room.
  boolean offer(byte[] message) {
    lock.lock();
    try {
      if (isClosed) {
        return true;
      }
      if (waiting + message.length > faults.get().get(Knob.OUTBOX_BYTES)) {
        return false;
      }
      int needed = openSize + message.length + 2;
      if (needed > open.length) {
        open = Arrays.copyOf(open, Math.max(needed, open.length * 2));
      }
      open[openSize++] = (byte) (openSize == 1 ? '[' : ',');
      System.arraycopy(message, 0, open, openSize, message.length);
      openSize += message.length;
      waiting += message.length;
      stats.count("messages");
      if (openSize >= faults.get().get(Knob.FRAME_BYTES)) {
        seal();
        sendNext();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Adds a frame of its own, whatever it holds.
  void frame(byte[] whole) {
    lock.lock();
    try {
      seal();
      frames.add(whole);
      waiting += whole.length;
      sendNext();
    } finally {
      lock.unlock();
    }
  }

  /// Takes a step, then adds a frame; a message that the step brings about comes behind the frame.
  void frameAfter(Runnable step, byte[] whole) {
    lock.lock();
    try {
      step.run();
      frame(whole);
    } finally {
      lock.unlock();
    }
  }

  /// Takes a step, then adds a message; a message that the step brings about comes behind it.
  void offerAfter(Runnable step, byte[] message) {
    lock.lock();
    try {
      step.run();
      boolean _ = offer(message);
    } finally {
      lock.unlock();
    }
  }

  /// Sends what has gathered.
  void flush() {
    lock.lock();
    try {
      if (!isSending) {
        seal();
        sendNext();
      }
    } finally {
      lock.unlock();
    }
  }

  private void seal() {
    if (openSize > 0) {
      byte[] whole = Arrays.copyOf(open, openSize + 1);
      whole[openSize] = ']';
      frames.add(whole);
      openSize = 0;
    }
  }

  private void sendNext() {
    if (isSending || isClosed || frames.isEmpty()) {
      return;
    }
    byte[] frame = frames.remove();
    isSending = true;
    stats.count("frames");
    String text = new String(frame, StandardCharsets.US_ASCII);
    session.sendText(text, Callback.from(() -> sent(frame.length), _ -> close()));
  }

  private void sent(int bytes) {
    lock.lock();
    try {
      isSending = false;
      waiting = Math.max(0, waiting - bytes);
      if (frames.isEmpty() && openSize == 0) {
        waiting = 0;
      }
      room.signalAll();
      sendNext();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until at most half of what may wait does.
  void awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!isClosed && waiting > faults.get().get(Knob.OUTBOX_BYTES) / 2) {
        room.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what waits; nothing more is sent.
  void close() {
    lock.lock();
    try {
      isClosed = true;
      frames.clear();
      openSize = 0;
      waiting = 0;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

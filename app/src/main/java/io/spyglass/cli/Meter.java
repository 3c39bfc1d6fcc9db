package io.spyglass.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far long work is: a bar with rate and time left on a terminal, elsewhere a line every 10 s,
/// always on standard error. Owned by one thread.
final class Meter implements AutoCloseable {
  private static final long LINE_NANOS = 10_000_000_000L;

  private final String task;
  private final String unit;
  private final PrintWriter lines;
  private final LongSupplier nanoTime;
  private final @Nullable ProgressBar bar;
  private long lastLine;

  /// A meter for a task, on standard error.
  static Meter of(String task, String unit, PrintWriter err) {
    return new Meter(task, unit, err, System::nanoTime, Terminal.interactive());
  }

  Meter(String task, String unit, PrintWriter lines, LongSupplier nanoTime, boolean terminal) {
    this.task = task;
    this.unit = unit;
    this.lines = lines;
    this.nanoTime = nanoTime;
    this.lastLine = nanoTime.getAsLong();
    this.bar = terminal ? bar(task, unit) : null;
  }

  private static ProgressBar bar(String task, String unit) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setUnit(" " + unit, 1)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  /// So much of all is done.
  void show(long done, long all) {
    if (bar != null) {
      bar.maxHint(all);
      bar.stepTo(done);
      return;
    }
    long now = nanoTime.getAsLong();
    if (now - lastLine >= LINE_NANOS) {
      lastLine = now;
      lines.println(task + ": " + done + " of " + all + " " + unit);
      lines.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

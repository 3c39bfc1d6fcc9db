package io.spyglass.server;

import java.util.concurrent.atomic.AtomicLong;

/// Holds the scene that every viewer sees, and changes it while they look.
///
/// Thread-safe. What is not shown goes on: a live board keeps hearing of its market behind a
/// replay. Whoever looks is told of another scene with a snapshot.
public final class Stage {
  /// Numbers the runs of all boards that are shown here, so that no two are taken for one.
  private final AtomicLong runs = new AtomicLong();

  private volatile Scene scene;

  /// A stage with its first scene on.
  public Stage(Scene first) {
    scene = first;
    first.board().number(runs);
  }

  /// Puts another scene in the place of the one that is shown.
  public synchronized void show(Scene next) {
    next.board().number(runs);
    scene = next;
  }

  /// What is shown now. It may be another one the next time: whoever asks twice for one answer asks
  /// the scene.
  public Scene now() {
    return scene;
  }

  /// The board that is shown now.
  FlowBoard board() {
    return scene.board();
  }
}

package io.spyglass.monitor;

import io.spyglass.session.Output;

/// Who is shown the live market. Called on the monitor's thread.
public interface Audience {
  /// A day is shown from here on: what is captured of it and then what happens, or an earlier one
  /// while the market is closed. The day before is shown no more.
  ///
  /// @param isDelayed whether the vendor's plan delivers late
  /// @return what is to hear the facts, from the day's first on
  Output open(Day day, boolean isDelayed);

  /// Whether what happens is being recorded, told at the beginning of a day and on each change.
  void recording(boolean isRecording);

  /// The day is over: nothing more of it comes, and it stays shown.
  void closed(Day day);
}

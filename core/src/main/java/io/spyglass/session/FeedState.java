package io.spyglass.session;

/// How one source of a live session is doing: a socket, or requests that are repeated. Immutable.
///
/// Ages and lags are nanoseconds, -1 for unknown.
///
/// @param name which: `options`, `indices`, `chain-SPX`
/// @param state in a word
/// @param detail why it is in that state, in plain words; empty where the state says it all
/// @param isRequired whether the session is degraded without it
/// @param ageNanos since it last gave a sign of life
/// @param lagNanos from the market to this machine, of what it gave last
/// @param channels how many it is subscribed to or asks for
/// @param silentChannels of these, how many are overdue
/// @param attempts to connect since it was last connected
/// @param waitingBytes received and not handled yet
/// @param stalls how often it had to wait because what it had received was not handled yet
/// @param counts what happened since the day's opening
public record FeedState(
    String name,
    State state,
    String detail,
    boolean isRequired,
    long ageNanos,
    long lagNanos,
    int channels,
    int silentChannels,
    int attempts,
    long waitingBytes,
    long stalls,
    Counts counts) {

  /// What a source does.
  public enum State {
    /// It is not asked for anything: the plan does not have it, or the market is closed.
    OFF,
    /// It is being connected to.
    CONNECTING,
    /// It delivers.
    STREAMING,
    /// It is connected and does not deliver what is due.
    STALE,
    /// It was lost and waits for the next attempt.
    WAITING,
    /// The vendor refused it; only other settings or another plan help.
    REFUSED,
    /// It was closed on purpose.
    CLOSED
  }

  /// What happened on a source, each from 0.
  ///
  /// @param connections that were established
  /// @param losses of an established connection
  /// @param holes that were found
  /// @param filled of these, how many were filled
  /// @param fetching of these, how many are being fetched
  /// @param events that came on time
  /// @param fetched events that were fetched afterwards
  /// @param duplicates that were left out
  /// @param late events that came behind later ones
  /// @param refusals of a request or a channel
  /// @param rejected messages that could not be understood
  public record Counts(
      long connections,
      long losses,
      long holes,
      long filled,
      long fetching,
      long events,
      long fetched,
      long duplicates,
      long late,
      long refusals,
      long rejected) {
    /// Nothing happened yet.
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}

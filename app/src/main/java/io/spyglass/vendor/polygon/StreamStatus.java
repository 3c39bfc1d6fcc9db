package io.spyglass.vendor.polygon;

import io.spyglass.session.Rejects;
import java.util.Map;
import java.util.Set;

/// How a stream is doing. Immutable.
///
/// @param state where it stands
/// @param detail why it stands there, in plain words; empty while all is well
/// @param connections how many connections were begun
/// @param losses how many ended by themselves
/// @param holes how many stretches without data there were
/// @param filled how many of them were fetched afterwards
/// @param fetching how many are still being fetched
/// @param events handed on, prints that were fetched included
/// @param fetched prints that were handed on from the vendor's history
/// @param duplicates prints and bars that came again and were left out
/// @param late events more than a second older than one before
/// @param ignored messages of kinds that nothing here needs
/// @param latestNanos when the latest event happened, by the vendor's clock; -1 before the first
/// @param receivedNanos when the latest frame came, by this machine's clock; -1 before the first
/// @param waitingBytes what waits to be decoded
/// @param stalls how often the socket had to wait for the decoder
/// @param silentChannels channels that the vendor never acknowledged
/// @param missingChannels channels that are wanted and not heard now, or were not until just now
/// @param refusals how often the vendor said no to a channel, without naming it
/// @param refusal what it said last; empty where it never did
/// @param rejected messages that could not be read, by reason
/// @param channels how many are wanted
/// @param attempts connections begun since it streamed last, 0 while it does
/// @param delayNanos how much later than it happened the latest event came, by this machine's
///   clock; -1 before the first
/// @param lineAgeNanos since anything came by the connection, the answer to a ping included; -1
///   while there is none
public record StreamStatus(
    State state,
    String detail,
    long connections,
    long losses,
    long holes,
    long filled,
    int fetching,
    long events,
    long fetched,
    long duplicates,
    long late,
    long ignored,
    long latestNanos,
    long receivedNanos,
    long waitingBytes,
    long stalls,
    Set<String> silentChannels,
    int missingChannels,
    long refusals,
    String refusal,
    Map<String, Rejects.Tally> rejected,
    int channels,
    long attempts,
    long delayNanos,
    long lineAgeNanos) {

  /// Where a stream stands.
  public enum State {
    /// No connection is up; the next attempt comes.
    WAITING,
    /// It dials, says its key, asks for its channels.
    CONNECTING,
    /// Everything wanted is acknowledged or given up.
    STREAMING,
    /// The vendor refuses the key; it is tried again now and then.
    REFUSED,
    /// It was closed.
    STOPPED
  }
}

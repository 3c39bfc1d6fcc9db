package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SINKS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.integer;

import java.util.List;

/// What bounds the use of the disk. What goes is announced before it is deleted.
///
/// @param journalDays how many calendar days a journal is kept, 0 for ever
/// @param mostGigabytes how much journals and caches may take together, in 10⁹ bytes; 0 for any
///   amount
public record RetentionSettings(int journalDays, int mostGigabytes) {
  static final Setting<Integer> JOURNAL_DAYS =
      key(
          SINKS,
          "retention.journal_days",
          integer(0, Integer.MAX_VALUE),
          "30",
          "Days for which the journals of captured sessions are kept; 0 for ever.");
  static final Setting<Integer> MOST_GIGABYTES =
      key(
          SINKS,
          "retention.most_gigabytes",
          integer(0, Integer.MAX_VALUE),
          "100",
          "What journals and caches may take of the disk together, in GB; 0 for any amount.");

  static final List<Setting<?>> ALL = List.of(JOURNAL_DAYS, MOST_GIGABYTES);

  public RetentionSettings {
    if (journalDays < 0 || mostGigabytes < 0) {
      throw new IllegalArgumentException(
          "retention of " + journalDays + " days, " + mostGigabytes + " GB is below zero");
    }
  }

  static RetentionSettings of(Values values) {
    return new RetentionSettings(values.get(JOURNAL_DAYS), values.get(MOST_GIGABYTES));
  }
}

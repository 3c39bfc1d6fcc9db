package io.spyglass.ingest;

import io.spyglass.lake.StoredFile;
import io.spyglass.session.Rejects;
import java.util.List;
import java.util.Map;

/// What an import of LEAN data did.
///
/// @param zips files read
/// @param entries entries read
/// @param bars trade bars stored
/// @param quotes quote bars stored, as minute quotes
/// @param openInterest open-interest rows stored
/// @param stored what happened to each file of the lake
/// @param rejected lines left out, by reason
/// @param unknown entries and zips whose names say nothing known, by reason
/// @param failed zips that could not be read or stored, by message
/// @param notImported files that are none of an import's business, by folder
public record LeanReport(
    long zips,
    long entries,
    long bars,
    long quotes,
    long openInterest,
    List<StoredFile> stored,
    Map<String, Rejects.Tally> rejected,
    Map<String, Rejects.Tally> unknown,
    List<String> failed,
    Map<String, Long> notImported) {

  /// Whether anything at all was found to store.
  public boolean isEmpty() {
    return bars + quotes + openInterest == 0;
  }

  /// Whether a file or an entry that should have been imported was not.
  public boolean isPartial() {
    return !failed.isEmpty() || !unknown.isEmpty();
  }
}

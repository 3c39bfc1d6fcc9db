package io.spyglass.server;

import java.time.LocalDate;
import java.util.List;

/// The programme of a server that shows one thing only.
final class NoProgramme implements Programme {
  @Override
  public List<RecordedDay> days() {
    return List.of();
  }

  @Override
  public boolean hasLive() {
    return false;
  }

  @Override
  public void replay(LocalDate date) {
    throw Unavailable.never(
        "This server shows nothing but what it was started with;"
            + " 'spyglass serve --replay "
            + date
            + "' replays that day");
  }

  @Override
  public void live() {
    throw Unavailable.never("There is no live feed to go to: this server shows a replay only");
  }

  @Override
  public void demo() {
    throw Unavailable.never(
        "This server shows nothing but what it was started with; 'spyglass demo' shows the"
            + " simulated market");
  }
}

package io.spyglass.server;

import io.spyglass.session.Feeds;
import java.time.LocalDate;
import java.util.List;

/// A live market, one recorded day and a simulated one, put on a stage when they are asked for.
final class Repertoire implements Programme {
  final Fed feeds = new Fed();
  final Day market = new Day(Mode.LIVE);
  final Recorded playback = new Recorded();
  final Day recorded = new Day(Mode.REPLAY);
  final Day simulated = new Day(Mode.DEMO);
  final Scene live = new Scene(market.board, null, feeds);
  final Stage stage = new Stage(live);

  @Override
  public List<RecordedDay> days() {
    return List.of(
        new RecordedDay(Day.DATE, RecordedDay.Source.JOURNAL, List.of(Day.SPX), true),
        new RecordedDay(
            LocalDate.of(2021, 1, 4), RecordedDay.Source.LAKE, List.of(Day.SPX, Day.SPY), false));
  }

  @Override
  public boolean hasLive() {
    return true;
  }

  @Override
  public void replay(LocalDate date) {
    if (!date.equals(Day.DATE)) {
      throw Unavailable.missing("There is no data of " + date);
    }
    recorded.begin();
    stage.show(new Scene(recorded.board, playback, Feeds.NONE));
  }

  @Override
  public void live() {
    stage.show(live);
  }

  @Override
  public void demo() {
    stage.show(new Scene(simulated.board, playback, Feeds.NONE));
  }
}

package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Hole;
import org.junit.jupiter.api.Test;

class HoleBookTest {
  private final HoleBook book = new HoleBook();

  @Test
  void aHoleIsOneFromItsOpeningToItsFilling() {
    book.hole(hole(10, 10, "lost", false));
    assertThat(book.unfilled(70)).containsExactly(hole(10, 70, "lost", false));
    book.hole(hole(10, 30, "lost", false));
    assertThat(book.unfilled(70)).containsExactly(hole(10, 30, "lost", false));
    book.hole(hole(10, 30, "lost", true));
    assertThat(book.unfilled(70)).isEmpty();
  }

  @Test
  void holesOfOneStartAndReasonAreToldApartByTheirEnds() {
    book.hole(hole(10, 20, "2 contracts came into view", false));
    book.hole(hole(10, 30, "2 contracts came into view", false));
    book.hole(hole(10, 20, "2 contracts came into view", true));
    assertThat(book.unfilled(70))
        .containsExactly(hole(10, 30, "2 contracts came into view", false));
  }

  @Test
  void ofALossWithSeveralEndsEachIsAHole() {
    book.hole(hole(10, 10, "lost", false));
    book.hole(hole(10, 20, "lost", false));
    book.hole(hole(10, 30, "lost", false));
    assertThat(book.unfilled(70))
        .containsExactly(hole(10, 20, "lost", false), hole(10, 30, "lost", false));
  }

  @Test
  void aHoleThatEndedWithAnEarlierRunMayBeFilledInALaterOne() {
    book.hole(hole(10, 10, "lost", false));
    book.hole(hole(10, 70, "lost", true));
    assertThat(book.unfilled(70)).isEmpty();
  }

  @Test
  void theFillingOfAHoleNobodyToldOfLeavesTheOthers() {
    book.hole(hole(10, 20, "lost", false));
    book.hole(hole(11, 20, "lost", true));
    book.hole(hole(10, 20, "another", true));
    assertThat(book.unfilled(70)).containsExactly(hole(10, 20, "lost", false));
  }

  private static Hole hole(long from, long to, String reason, boolean isFilled) {
    return new Hole(5, 5, from, to, reason, isFilled);
  }
}

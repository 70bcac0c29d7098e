package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class UlidsTest {
  /** The example of the reference implementation, whose ULIDs begin with 01ARYZ6S41. */
  private static final long SPECIFIED_MILLIS = 1469918176385L;

  @Test
  void beginsWithTheMillisecondsOfTheSpecification() {
    assertThat(ulids(SPECIFIED_MILLIS, new SplittableRandom(1)).get())
        .matches("[0-9A-HJKMNP-TV-Z]{26}")
        .startsWith("01ARYZ6S41");
  }

  @Test
  void carriesItsChanceInTheLastSixteenCharacters() {
    assertThat(ulids(0, allOnes()).get()).isEqualTo("0000000000ZZZZZZZZZZZZZZZZ");
  }

  @Test
  void risesWithinAMillisecond() {
    var ulids = ulids(SPECIFIED_MILLIS, new SplittableRandom(7));
    var made = new ArrayList<String>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ulids.get());
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void goesOnInTheNextMillisecondWhenChanceIsUsedUp() {
    var ulids = ulids(0, allOnes());
    assertThat(List.of(ulids.get(), ulids.get()))
        .containsExactly("0000000000ZZZZZZZZZZZZZZZZ", "0000000001ZZZZZZZZZZZZZZZZ");
  }

  @Test
  void risesWhenTheClockIsSetBack() {
    var instants = List.of(Instant.ofEpochMilli(5_000), Instant.ofEpochMilli(1_000)).iterator();
    var ulids = new Ulids(settable(instants), new SplittableRandom(3));
    var first = ulids.get();
    assertThat(ulids.get()).isGreaterThan(first);
  }

  @Test
  void isTheSameForTheSameTimeAndSeed() {
    assertThat(ulids(9, new SplittableRandom(5)).get())
        .isEqualTo(ulids(9, new SplittableRandom(5)).get());
  }

  private static Ulids ulids(long millis, RandomGenerator chance) {
    return new Ulids(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC), chance);
  }

  private static RandomGenerator allOnes() {
    return () -> -1L;
  }

  private static Clock settable(Iterator<Instant> instants) {
    return new Clock() {
      @Override
      public Instant instant() {
        return instants.next();
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }
}

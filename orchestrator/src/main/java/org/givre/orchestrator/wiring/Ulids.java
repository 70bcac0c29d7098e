package org.givre.orchestrator.wiring;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes ULIDs: 26 characters, 48 bits of milliseconds and 80 bits of chance, in Crockford's base 32
 * (https://github.com/ulid/spec). Each is greater than the one before, also within a millisecond
 * and when the clock is set back. Any thread may ask.
 */
public final class Ulids implements Supplier<String> {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 26;
  private static final int BITS_EACH = 5;
  private static final long HIGH_BITS_OF_CHANCE = 0xFFFF;

  private final Clock clock;
  private final RandomGenerator chance;
  private long lastMillis = -1;
  private long chanceHigh;
  private long chanceLow;

  /**
   * Makes them from the time and chance.
   *
   * @param clock of the engine, so that ids sort like the times that clients see
   */
  public Ulids(Clock clock, RandomGenerator chance) {
    this.clock = clock;
    this.chance = chance;
  }

  @Override
  public synchronized String get() {
    var millis = clock.millis();
    if (millis > lastMillis) {
      startMillisecond(millis);
    } else {
      increment();
    }
    return text();
  }

  private void startMillisecond(long millis) {
    lastMillis = millis;
    chanceHigh = chance.nextLong() & HIGH_BITS_OF_CHANCE;
    chanceLow = chance.nextLong();
  }

  private void increment() {
    chanceLow++;
    if (chanceLow == 0) {
      chanceHigh++;
    }
    if (chanceHigh > HIGH_BITS_OF_CHANCE) {
      startMillisecond(lastMillis + 1);
    }
  }

  private String text() {
    var text = new char[CHARACTERS];
    var high = lastMillis << 16 | chanceHigh;
    var low = chanceLow;
    for (int i = CHARACTERS - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (low & 31));
      low = low >>> BITS_EACH | high << (Long.SIZE - BITS_EACH);
      high >>>= BITS_EACH;
    }
    return new String(text);
  }
}

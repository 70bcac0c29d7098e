package org.givre.orchestrator.campaign;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits for the moment of a kill. */
final class Triggers {
  /** On the wall: who waits longer for an event kills at a moment that is as good as any. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /** Engine time that a robot takes to drive to a rack and put a tube or two back, about. */
  private static final int PUT_BACK_MILLIS = 30_000;

  private final RandomGenerator chance;

  Triggers(RandomGenerator chance) {
    this.chance = chance;
  }

  /** Returns when the engine is to be killed. */
  void await(Kind kind, Life life, double speed) throws InterruptedException {
    var observer = life.observer();
    switch (kind) {
      case IMPORT -> {
        life.api().awaitSent("inventory:import", 1, PATIENCE);
        letRun(life, 800);
      }
      case SUBMISSION -> {
        life.api().awaitSent("POST /v1/jobs", chance.nextInt(1, 3), PATIENCE);
        if (chance.nextBoolean()) {
          observer.await(event -> event.type().equals("job.accepted"), 1, PATIENCE);
        } else {
          letRun(life, 60);
        }
      }
      case COMMAND -> {
        life.api().awaitSent("/actions", chance.nextInt(1, 5), PATIENCE);
        letRun(life, 20);
      }
      case MOTION -> observer.await(Event::ofMotion, chance.nextInt(1, 20), PATIENCE);
      case ANY_MOMENT -> letRun(life, 6_000);
      case PUT_BACK -> {
        observer.await(Event::ofPutBack, 1, PATIENCE);
        letRun(life, (int) (PUT_BACK_MILLIS / speed));
      }
      case RECOVERY -> awaitInRecovery(life);
    }
  }

  /** Kills in recovery come while the engine starts, which takes about 3 s. */
  void awaitInRecovery(Life life) throws InterruptedException {
    life.engine().awaitUp(Duration.ofMillis(chance.nextInt(100, 3_000)));
  }

  /** A time at random on the wall: no event leads there. */
  private void letRun(Life life, int mostMillis) throws InterruptedException {
    life.engine().letRun(Duration.ofMillis(chance.nextInt(mostMillis + 1)));
  }
}

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
    var api = life.api();
    var observer = life.observer();
    switch (kind) {
      case IMPORT -> {
        awaitSent(api, "inventory:import", 1);
        sleep(800);
      }
      case SUBMISSION -> {
        awaitSent(api, "POST /v1/jobs", chance.nextInt(1, 3));
        if (chance.nextBoolean()) {
          observer.await(event -> event.type().equals("job.accepted"), 1, PATIENCE);
        } else {
          sleep(60);
        }
      }
      case COMMAND -> {
        awaitSent(api, "/actions", chance.nextInt(1, 5));
        sleep(20);
      }
      case MOTION -> observer.await(Event::ofMotion, chance.nextInt(1, 20), PATIENCE);
      case ANY_MOMENT -> sleep(6_000);
      case PUT_BACK -> {
        observer.await(Event::ofPutBack, 1, PATIENCE);
        sleep((int) (PUT_BACK_MILLIS / speed));
      }
      case RECOVERY -> sleep(0);
    }
  }

  /** Kills in recovery come while the engine starts, which takes about 3 s. */
  void awaitInRecovery(Life life) throws InterruptedException {
    var end = System.nanoTime() + Duration.ofMillis(chance.nextInt(100, 3_000)).toNanos();
    while (System.nanoTime() < end && !life.isUp()) {
      Thread.sleep(1);
    }
  }

  private static void awaitSent(ApiClient api, String request, int count)
      throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (api.sent(request) < count && System.nanoTime() < end) {
      Thread.sleep(1);
    }
  }

  private void sleep(int mostMillis) throws InterruptedException {
    Thread.sleep(chance.nextInt(mostMillis + 1));
  }
}

package org.givre.orchestrator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks at a job again and again until it is over. */
final class JobFollower {
  /** On the wall: a person sees no more, and a read is cheap. */
  private static final long BETWEEN_LOOKS_MILLIS = 300;

  private final EngineApi api;

  JobFollower(EngineApi api) {
    this.api = api;
  }

  /** Shows every look to {@code watcher}; returns the last one. */
  Reply follow(String id, Consumer<Reply> watcher) {
    var path = "/v1/jobs/" + EngineApi.encoded(id);
    var look = api.get(path);
    watcher.accept(look);
    while (!JobText.isOver(look.json())) {
      rest();
      look = api.get(path);
      watcher.accept(look);
    }
    return look;
  }

  private static void rest() {
    try {
      new CountDownLatch(1).await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Interrupted", stopped);
    }
  }
}

package org.givre.orchestrator.dispatch.model;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;

/** An action that was sent; its answer may never come, where the engine stopped. */
record Sent(Target target, Action action, CompletableFuture<ActionAnswer> coming) {

  Optional<ActionAnswer> answer() {
    return coming.isDone() && !coming.isCompletedExceptionally()
        ? Optional.of(coming.join())
        : Optional.empty();
  }

  @Override
  public String toString() {
    var answer =
        answer().map(a -> a.refusal().orElse(a.done() ? "done" : "accepted")).orElse("no answer");
    return "%s %s %s -> %s".formatted(action.id(), target, action.type(), answer);
  }
}

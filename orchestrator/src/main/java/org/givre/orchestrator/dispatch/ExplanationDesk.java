package org.givre.orchestrator.dispatch;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AskPattern;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.givre.orchestrator.dispatch.DispatchRequest.DescribePlan;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;

/** Looks at the plan that holds, off the actors' threads. Safe for any thread. */
public final class ExplanationDesk {
  private final ActorSystem<?> system;
  private final RecipientRef<DispatchRequest> dispatch;
  private final Duration answerWithin;
  private final Executor executor;

  /**
   * A desk.
   *
   * @param answerWithin how long dispatch has to answer
   * @param executor explains; when it refuses work, so does the desk
   */
  public ExplanationDesk(
      ActorSystem<?> system,
      RecipientRef<DispatchRequest> dispatch,
      Duration answerWithin,
      Executor executor) {
    this.system = system;
    this.dispatch = dispatch;
    this.answerWithin = answerWithin;
    this.executor = executor;
  }

  /** What {@code explanation} makes of the plan. */
  public <T> CompletionStage<T> explained(Function<PlanPicture, T> explanation) {
    return AskPattern.<DispatchRequest, PlanPicture>ask(
            dispatch, DescribePlan::new, answerWithin, system.scheduler())
        .thenApplyAsync(explanation, executor);
  }
}

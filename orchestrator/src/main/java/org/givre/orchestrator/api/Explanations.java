package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;

/** Explains the plan that holds; {@link org.givre.orchestrator.dispatch.ExplanationDesk} does. */
@FunctionalInterface
public interface Explanations {
  /** Fails with a {@link java.util.concurrent.RejectedExecutionException} when it is busy. */
  CompletionStage<ObjectNode> explained(Function<PlanPicture, ObjectNode> explanation);
}

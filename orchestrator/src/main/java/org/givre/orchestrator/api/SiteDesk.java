package org.givre.orchestrator.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.AskPattern;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.givre.devices.action.ActionAnswer;
import org.givre.orchestrator.dispatch.DispatchRequest;
import org.givre.orchestrator.dispatch.DispatchRequest.SitePicture;

/** Asks dispatch about the site as a whole: it is who stops, and goes on. */
final class SiteDesk {
  /** What the audit calls the site. */
  static final String NAME = "main";

  /** Dispatch is on this node: when it takes longer, it has lost its journal. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ApiParts parts;

  SiteDesk(ApiParts parts) {
    this.parts = parts;
  }

  /** How the site stands; empty if dispatch does not say. */
  CompletionStage<Optional<SitePicture>> look() {
    return this.<SitePicture>ask(DispatchRequest.DescribeSite::new, PATIENCE)
        .handle((picture, silence) -> Optional.ofNullable(picture));
  }

  /** Has the site held or released; answered once it is durable. */
  CompletionStage<ActionAnswer> act(AskedAction asked) {
    return ask(
        replyTo -> new DispatchRequest.ActSite(asked.action(), asked.cause(NAME), replyTo),
        parts.limits().answerWithin());
  }

  /** Says that a device takes work again, or does not any more. */
  void devicesChanged(String cause) {
    parts.dispatch().tell(new DispatchRequest.DevicesChanged(cause));
  }

  private <A> CompletionStage<A> ask(
      Function<ActorRef<A>, DispatchRequest> request, Duration patience) {
    return AskPattern.ask(parts.dispatch(), request::apply, patience, parts.system().scheduler());
  }
}

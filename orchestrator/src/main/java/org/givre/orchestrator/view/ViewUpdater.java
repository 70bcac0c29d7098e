package org.givre.orchestrator.view;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.stream.AbruptStageTerminationException;
import akka.stream.KillSwitches;
import akka.stream.Materializer;
import akka.stream.RestartSettings;
import akka.stream.UniqueKillSwitch;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.RestartSource;
import akka.stream.javadsl.Sink;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.givre.orchestrator.feed.EventFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a view: all that is in the journal first, then what comes. A stream that breaks is taken up
 * again where it broke; an event that the view cannot take is a bug, and the view stops there.
 */
public final class ViewUpdater {
  private static final Logger LOG = LoggerFactory.getLogger(ViewUpdater.class);

  /** Long enough not to spin on a journal that is down, short enough for a reader to wait. */
  private static final RestartSettings AGAIN =
      RestartSettings.create(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2);

  private final View view;
  private final EventFeed feed;
  private final Materializer materializer;

  public ViewUpdater(View view, EventFeed feed, ActorSystem<?> system) {
    this.view = view;
    this.feed = feed;
    this.materializer = Materializer.matFromSystem(system);
  }

  /** Completes when the view has caught up, or fails when the journal cannot be read. */
  public CompletionStage<Done> catchUp() {
    return feed.storedAfter(view.appliedOffset())
        .runWith(Sink.foreach(view::apply), materializer)
        .thenApply(
            done -> {
              view.caughtUpNow();
              LOG.info("The view has caught up: offset={}", view.appliedOffset());
              return done;
            });
  }

  /** Follows the journal from where the view is, until the switch is thrown. */
  public UniqueKillSwitch follow() {
    var following =
        RestartSource.onFailuresWithBackoff(AGAIN, () -> feed.after(view.appliedOffset()))
            .viaMat(KillSwitches.single(), Keep.right())
            .toMat(Sink.foreach(view::apply), Keep.both())
            .run(materializer);
    following
        .second()
        .whenComplete(
            (done, failure) -> {
              if (failure != null && !(failure instanceof AbruptStageTerminationException)) {
                LOG.error("The view stopped: offset={}", view.appliedOffset(), failure);
              }
            });
    return following.first();
  }
}

package org.givre.orchestrator.job;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Props;
import akka.actor.typed.RecipientRef;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.JobId;

/**
 * Jobs on this node: each an actor that starts when it is first asked for. Safe for any thread. An
 * ended job stays in memory until the node stops.
 */
public final class LocalJobDirectory implements JobDirectory {
  private final ActorSystem<?> system;
  private final EngineTime time;
  private final CompletableFuture<ActorRef<DispatchMessage>> dispatch = new CompletableFuture<>();
  private final ConcurrentMap<JobId, ActorRef<JobCommand>> awake = new ConcurrentHashMap<>();

  private LocalJobDirectory(ActorSystem<?> system, EngineTime time) {
    this.system = system;
    this.time = time;
  }

  /**
   * Starts dispatch with the directory that it finds its jobs in.
   *
   * @param dispatch makes its behavior, given the directory
   */
  public static LocalJobDirectory start(
      ActorSystem<?> system,
      EngineTime time,
      Function<JobDirectory, Behavior<DispatchMessage>> dispatch) {
    var directory = new LocalJobDirectory(system, time);
    directory.dispatch.complete(
        system.systemActorOf(dispatch.apply(directory), "dispatch", Props.empty()));
    return directory;
  }

  /** The dispatch that it was started with. */
  public ActorRef<DispatchMessage> dispatch() {
    return dispatch.join();
  }

  @Override
  public RecipientRef<JobCommand> job(JobId id) {
    return awake.computeIfAbsent(id, this::wake);
  }

  private ActorRef<JobCommand> wake(JobId id) {
    var behavior = Job.create(id, dispatch.join().narrow(), time);
    return system.systemActorOf(behavior, "job-" + id, Props.empty());
  }
}

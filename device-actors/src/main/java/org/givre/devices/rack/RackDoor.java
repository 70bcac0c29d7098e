package org.givre.devices.rack;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.StashBuffer;
import org.givre.devices.rack.RackCommand.Rest;

/**
 * The address of a rack. Behind it the rack is awake or at rest: the first command wakes it, and it
 * replays its events; {@link Rest} lets it finish what it was asked before and leave memory.
 * Commands that come in between wait for it to wake again, so that it is never awake twice and
 * loses nothing.
 *
 * <p>A rack that stopped for a bug stays so until the engine is started again, and so does its
 * door.
 */
public final class RackDoor {
  /** A rack goes to rest in milliseconds; more would mean that somebody repeats without bound. */
  private static final int MOST_WAITING = 10_000;

  private final ActorContext<RackCommand> context;
  private final StashBuffer<RackCommand> waiting;
  private final Behavior<RackCommand> rack;
  private final ActorRef<AwakeRacks.Asked> awake;

  /**
   * A door with the rack at rest behind it.
   *
   * @param awake is told whenever the rack is asked something
   */
  public static Behavior<RackCommand> create(
      Behavior<RackCommand> rack, ActorRef<AwakeRacks.Asked> awake) {
    return Behaviors.withStash(
        MOST_WAITING,
        waiting ->
            Behaviors.setup(context -> new RackDoor(context, waiting, rack, awake).atRest()));
  }

  private RackDoor(
      ActorContext<RackCommand> context,
      StashBuffer<RackCommand> waiting,
      Behavior<RackCommand> rack,
      ActorRef<AwakeRacks.Asked> awake) {
    this.context = context;
    this.waiting = waiting;
    this.rack = rack;
    this.awake = awake;
  }

  private Behavior<RackCommand> atRest() {
    return Behaviors.receive(RackCommand.class)
        .onMessage(Rest.class, rest -> Behaviors.same())
        .onAnyMessage(this::wake)
        .build();
  }

  private Behavior<RackCommand> wake(RackCommand command) {
    var woken = context.spawn(rack, "awake");
    context.watch(woken);
    pass(command, woken);
    return awake(woken);
  }

  private void pass(RackCommand command, ActorRef<RackCommand> woken) {
    awake.tell(new AwakeRacks.Asked(context.getSelf()));
    woken.tell(command);
  }

  private Behavior<RackCommand> awake(ActorRef<RackCommand> woken) {
    return Behaviors.receive(RackCommand.class)
        .onMessage(Rest.class, rest -> goingToRest(rest, woken))
        .onAnyMessage(
            command -> {
              pass(command, woken);
              return Behaviors.same();
            })
        .onSignal(Terminated.class, failed -> Behaviors.stopped())
        .build();
  }

  private Behavior<RackCommand> goingToRest(Rest rest, ActorRef<RackCommand> woken) {
    woken.tell(rest);
    return Behaviors.receive(RackCommand.class)
        .onMessage(Rest.class, again -> Behaviors.same())
        .onAnyMessage(this::await)
        .onSignal(ChildFailed.class, failed -> Behaviors.stopped())
        .onSignal(Terminated.class, gone -> waiting.unstashAll(atRest()))
        .build();
  }

  private Behavior<RackCommand> await(RackCommand command) {
    if (waiting.isFull()) {
      context.getLog().warn("door={} dropped={}", context.getSelf().path(), command.getClass());
    } else {
      waiting.stash(command);
    }
    return Behaviors.same();
  }
}

package org.givre.devices.rack;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.LinkedHashSet;
import java.util.Set;
import org.givre.devices.rack.RackCommand.Rest;

/**
 * Keeps no more racks awake than memory is meant to hold: when one too many has been asked, the one
 * that was asked longest ago goes to rest. For a moment there may be more.
 */
public final class AwakeRacks {
  /** Some 70 MB; more than the racks that pickers, planning and an import are busy with. */
  public static final int USUAL = 2_000;

  /** Tells that a rack was asked something, by its door. */
  public record Asked(ActorRef<RackCommand> door) {}

  private final int most;
  private final Set<ActorRef<RackCommand>> awake = new LinkedHashSet<>();

  /** Lets {@code most} racks be awake. */
  public static Behavior<Asked> create(int most) {
    return Behaviors.setup(context -> new AwakeRacks(most).behavior());
  }

  private AwakeRacks(int most) {
    this.most = most;
  }

  private Behavior<Asked> behavior() {
    return Behaviors.receive(Asked.class).onMessage(Asked.class, this::onAsked).build();
  }

  private Behavior<Asked> onAsked(Asked asked) {
    awake.remove(asked.door());
    awake.add(asked.door());
    if (awake.size() > most) {
      var longestAgo = awake.iterator().next();
      awake.remove(longestAgo);
      longestAgo.tell(new Rest());
    }
    return Behaviors.same();
  }
}

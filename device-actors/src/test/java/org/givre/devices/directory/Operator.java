package org.givre.devices.directory;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerNotice;
import org.givre.plans.store.PickerId;

/**
 * Somebody who meddles with pickers: takes their tasks back, pauses, drains and returns them, at
 * random. Tires in the end and lets them work. What he knows outlives a kill.
 */
final class Operator {
  /** At the store's speed some seconds: travels and waits are met, lifts are met as well. */
  private static final Duration EVERY = Duration.ofMillis(10);

  private static final Duration FIRST = Duration.ofMillis(2);

  private final Errands errands;
  private final List<PickerId> pickers;
  private final Random random;
  private final SortedMap<String, Optional<String>> answered = new TreeMap<>();
  private int actions;
  private int left;

  /**
   * @param most how often he meddles before he tires
   */
  Operator(Errands errands, List<PickerId> pickers, Random random, int most) {
    this.errands = errands;
    this.pickers = pickers;
    this.random = random;
    this.left = most;
  }

  /** Refusal of each action that was answered. */
  synchronized SortedMap<String, Optional<String>> answered() {
    return new TreeMap<>(answered);
  }

  Behavior<Object> in(DeviceDirectory devices, ActorRef<PickerNotice> errand) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay("tick", FIRST, EVERY);
                  ActorRef<ActionAnswer> self = context.getSelf().narrow();
                  return Behaviors.receive(Object.class)
                      .onMessage(ActionAnswer.class, this::heard)
                      .onAnyMessage(
                          tick -> {
                            meddle(devices, self);
                            errands.tryAgain(devices, errand);
                            return Behaviors.same();
                          })
                      .build();
                }));
  }

  private synchronized Behavior<Object> heard(ActionAnswer answer) {
    answered.put(answer.id(), answer.refusal());
    return Behaviors.same();
  }

  private synchronized void meddle(DeviceDirectory devices, ActorRef<ActionAnswer> self) {
    var id = pickers.get(random.nextInt(pickers.size()));
    var picker = devices.picker(id);
    if (left-- > 0) {
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> picker.tell(new PickerCommand.Recall(errands.current(id)));
        case 3 -> picker.tell(act("pause", self));
        case 4 -> picker.tell(act("drain", self));
        default -> bringBack(picker, self);
      }
    } else if (errands.isRefusedBy(id)) {
      bringBack(picker, self);
    }
  }

  private void bringBack(RecipientRef<PickerCommand> picker, ActorRef<ActionAnswer> self) {
    picker.tell(act("resume", self));
    picker.tell(act("returnToService", self));
  }

  private PickerCommand act(String type, ActorRef<ActionAnswer> self) {
    var action = Action.of("action-%04d".formatted(actions++), type);
    return new PickerCommand.Act(action, action.cause("ada", "at random", ""), self);
  }
}

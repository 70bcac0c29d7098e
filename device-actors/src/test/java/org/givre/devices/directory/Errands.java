package org.givre.devices.directory;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerNotice;
import org.givre.devices.picker.PickerNotice.Refusal;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerNotice.TaskRefused;
import org.givre.devices.picker.PickerTask;
import org.givre.plans.store.PickerId;

/** Gives each picker its tasks, one after another; what it knows of them outlives a kill. */
final class Errands {
  private final SortedMap<PickerId, List<PickerTask>> plan = new TreeMap<>();
  private final SortedMap<String, TaskEnded> ended = new TreeMap<>();
  private final CompletableFuture<List<TaskEnded>> done = new CompletableFuture<>();

  Errands(SortedMap<PickerId, List<PickerTask>> plan) {
    plan.forEach((picker, tasks) -> this.plan.put(picker, List.copyOf(tasks)));
  }

  /** Completes when every task has ended; fails when a task was refused or did not succeed. */
  CompletableFuture<List<TaskEnded>> done() {
    return done;
  }

  Behavior<PickerNotice> in(DeviceDirectory devices) {
    return Behaviors.setup(
        context -> {
          plan.keySet().forEach(picker -> goOn(picker, devices, context.getSelf()));
          return Behaviors.receive(PickerNotice.class)
              .onAnyMessage(
                  notice -> {
                    heard(notice, devices, context.getSelf());
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private void heard(PickerNotice notice, DeviceDirectory devices, ActorRef<PickerNotice> self) {
    if (notice instanceof TaskRefused refused) {
      refused(refused, devices, self);
    } else if (notice instanceof TaskEnded end) {
      if (!end.fault().isEmpty()) {
        done.completeExceptionally(new AssertionError(end));
      }
      settle(end);
      goOn(end.picker(), devices, self);
    }
  }

  /** A picker that lost its memory with its journal may not have heard that a task is concluded. */
  private void refused(TaskRefused notice, DeviceDirectory devices, ActorRef<PickerNotice> self) {
    if (notice.refusal() == Refusal.HAS_ANOTHER_TASK) {
      goOn(notice.picker(), devices, self);
    } else {
      done.completeExceptionally(new AssertionError(notice));
    }
  }

  private synchronized void settle(TaskEnded end) {
    var before = ended.put(end.taskId(), end);
    if (before != null && !before.equals(end)) {
      done.completeExceptionally(new AssertionError("First %s, then %s".formatted(before, end)));
    }
    var tasks = plan.values().stream().mapToInt(List::size).sum();
    if (ended.size() == tasks) {
      done.complete(new ArrayList<>(ended.values()));
    }
  }

  /** Concludes what has ended, since that may not have been heard, and gives the next task. */
  private synchronized void goOn(
      PickerId picker, DeviceDirectory devices, ActorRef<PickerNotice> self) {
    for (var task : plan.getOrDefault(picker, List.of())) {
      if (!ended.containsKey(task.taskId())) {
        var cause = Cause.policy("errands", "plan-1", task.taskId());
        devices.picker(picker).tell(new PickerCommand.Take(task, cause, self));
        return;
      }
      devices.picker(picker).tell(new PickerCommand.Conclude(task.taskId()));
    }
  }
}

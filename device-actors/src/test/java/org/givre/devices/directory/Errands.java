package org.givre.devices.directory;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerNotice;
import org.givre.devices.picker.PickerNotice.Refusal;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerNotice.TaskRefused;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.plans.store.PickerId;

/**
 * Gives each picker its tasks, one after another, and each again and again until it has ended; what
 * it knows of them outlives a kill. A task that was taken back is given again under another name; a
 * picker that is out of service gets its task when somebody says so.
 */
final class Errands {
  /** A task is lost when its picker cannot store that it has taken it. */
  private static final Duration AGAIN_EVERY = Duration.ofSeconds(1);

  private final SortedMap<PickerId, List<PickerTask>> plan = new TreeMap<>();
  private final SortedMap<String, TaskEnded> ended = new TreeMap<>();
  private final SortedMap<String, Integer> recalls = new TreeMap<>();
  private final SortedSet<PickerId> outOfService = new TreeSet<>();
  private final CompletableFuture<List<TaskEnded>> done = new CompletableFuture<>();

  Errands(SortedMap<PickerId, List<PickerTask>> plan) {
    plan.forEach((picker, tasks) -> this.plan.put(picker, List.copyOf(tasks)));
  }

  /** Completes when every task has ended; fails when a task was refused or did not succeed. */
  CompletableFuture<List<TaskEnded>> done() {
    return done;
  }

  /** How often a task was taken back. */
  synchronized int recalled() {
    return recalls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Name of the task that the picker has or gets next; empty when it has done all. */
  synchronized String current(PickerId picker) {
    return plan.getOrDefault(picker, List.of()).stream()
        .map(this::nameNow)
        .filter(name -> !ended.containsKey(name))
        .findFirst()
        .orElse("");
  }

  Behavior<Object> in(DeviceDirectory devices) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay("again", AGAIN_EVERY);
                  ActorRef<PickerNotice> self = context.getSelf().narrow();
                  goOn(devices, self);
                  return Behaviors.receive(Object.class)
                      .onMessage(
                          PickerNotice.class,
                          notice -> {
                            heard(notice, devices, self);
                            return Behaviors.same();
                          })
                      .onAnyMessage(
                          again -> {
                            goOn(devices, self);
                            return Behaviors.same();
                          })
                      .build();
                }));
  }

  private void goOn(DeviceDirectory devices, ActorRef<PickerNotice> self) {
    plan.keySet().forEach(picker -> goOn(picker, devices, self));
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
  private synchronized void refused(
      TaskRefused notice, DeviceDirectory devices, ActorRef<PickerNotice> self) {
    if (notice.refusal() == Refusal.HAS_ANOTHER_TASK) {
      goOn(notice.picker(), devices, self);
    } else if (notice.refusal() == Refusal.OUT_OF_SERVICE) {
      outOfService.add(notice.picker());
    } else {
      done.completeExceptionally(new AssertionError(notice));
    }
  }

  private synchronized void settle(TaskEnded end) {
    var before = ended.put(end.taskId(), end);
    if (before != null && !before.equals(end)) {
      done.completeExceptionally(new AssertionError("First %s, then %s".formatted(before, end)));
    }
    if (before == null && end.recalled()) {
      if (broughtSomethingAbout(end)) {
        done.completeExceptionally(new AssertionError(end));
      }
      recalls.merge(end.taskId().replaceAll("\\..*", ""), 1, Integer::sum);
    }
    var lasting = ended.values().stream().filter(e -> !e.recalled()).toList();
    if (lasting.size() == plan.values().stream().mapToInt(List::size).sum()) {
      done.complete(new ArrayList<>(lasting));
    }
  }

  private static boolean broughtSomethingAbout(TaskEnded end) {
    return !(end.picked().isEmpty()
        && end.missed().isEmpty()
        && end.deliveries().isEmpty()
        && end.returned().isEmpty());
  }

  /** Whether the picker is out of service, as far as is known. */
  synchronized boolean isRefusedBy(PickerId picker) {
    return outOfService.contains(picker);
  }

  /** Gives the tasks again that were refused for want of service. */
  synchronized void tryAgain(DeviceDirectory devices, ActorRef<PickerNotice> self) {
    var pickers = List.copyOf(outOfService);
    outOfService.clear();
    pickers.forEach(picker -> goOn(picker, devices, self));
  }

  /** Concludes what has ended, since that may not have been heard, and gives the next task. */
  private synchronized void goOn(
      PickerId picker, DeviceDirectory devices, ActorRef<PickerNotice> self) {
    for (var task : plan.getOrDefault(picker, List.of())) {
      for (int i = 0; i < recalls.getOrDefault(task.taskId(), 0); i++) {
        devices.picker(picker).tell(new PickerCommand.Conclude(name(task, i)));
      }
      var now = nameNow(task);
      if (!ended.containsKey(now)) {
        var cause = Cause.policy("errands", "plan-1", now);
        devices.picker(picker).tell(new PickerCommand.Take(named(task, now), cause, self));
        return;
      }
      devices.picker(picker).tell(new PickerCommand.Conclude(now));
    }
  }

  private String nameNow(PickerTask task) {
    return name(task, recalls.getOrDefault(task.taskId(), 0));
  }

  private static String name(PickerTask task, int recalls) {
    return recalls == 0 ? task.taskId() : task.taskId() + "." + recalls;
  }

  private static PickerTask named(PickerTask task, String name) {
    if (task instanceof LiftTask lift) {
      return new LiftTask(name, lift.dewar(), lift.rack(), lift.mode(), lift.picks());
    }
    return task instanceof PlaceTask place
        ? new PlaceTask(name, place.dewar(), place.rack(), place.places())
        : new UnloadTask(name, ((UnloadTask) task).port(), ((UnloadTask) task).tubes());
  }
}

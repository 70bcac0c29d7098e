package org.givre.orchestrator.wiring;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.Behaviors;
import java.util.concurrent.CompletableFuture;
import org.givre.devices.directory.DeviceDirectory;
import org.givre.devices.directory.DeviceSite;
import org.givre.devices.directory.LocalDeviceDirectory;

/** Spawns all devices of a store below one actor. */
final class Devices {
  private Devices() {}

  static DeviceDirectory start(ActorSystem<?> system, DeviceSite site) {
    var spawned = new CompletableFuture<DeviceDirectory>();
    system.systemActorOf(guardian(site, spawned), "devices", Props.empty());
    return spawned.join();
  }

  private static Behavior<Void> guardian(
      DeviceSite site, CompletableFuture<DeviceDirectory> spawned) {
    return Behaviors.setup(
        context -> {
          try {
            spawned.complete(LocalDeviceDirectory.spawn(context, site));
          } catch (RuntimeException failure) {
            spawned.completeExceptionally(failure);
          }
          return Behaviors.empty();
        });
  }
}

package org.givre.devices.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.givre.devices.journal.ActorTests;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDeviceDirectoryTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());

  /** How the tree of actors shows a rack behind its door. */
  private static final String AWAKE = "-> awake LocalActorRef";

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Test
  void aRackThatWasNeverAskedIsNotAwake(@TempDir Path directory) {
    try (var store = new LivingStore(AKKA, directory, new Errands(new TreeMap<>()))) {
      assertThat(AKKA.system().printTree()).contains("rack-D1-R01").doesNotContain(AWAKE);
      store.believed(new RackId("D1-R01"), List.of());
      assertThat(AKKA.system().printTree()).containsOnlyOnce(AWAKE);
    }
  }

  @Test
  void namesTheDeviceThatTheStoreDoesNotHave(@TempDir Path directory) {
    try (var store = new LivingStore(AKKA, directory, new Errands(new TreeMap<>()))) {
      var devices = store.devices();
      assertThatThrownBy(() -> devices.rack(new RackId("R9"))).hasMessageContaining("rack R9");
      assertThatThrownBy(() -> devices.dewar(new DewarId("D9"))).hasMessageContaining("dewar D9");
      assertThatThrownBy(() -> devices.port(new PortId("P9"))).hasMessageContaining("port P9");
      assertThatThrownBy(() -> devices.picker(new PickerId("p9")))
          .hasMessageContaining("picker p9");
    }
  }
}

package org.givre.orchestrator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.givre.journal.faults.SmallDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up under the packaged engine, and has room again. */
class FullDiskTest {
  private static final int DISK_MEBIBYTES = 300;
  private static final int LOW_MEBIBYTES = 180;
  private static final int STOP_MEBIBYTES = 128;
  private static final int FULL_MEBIBYTES = 50;

  /** As {@code reference.conf} has it, but for a small disk that is looked at often. */
  private static final List<String> PROPERTIES =
      List.of(
          "-Dgivre-journal.disk.alarm-below=220MiB",
          "-Dgivre-journal.disk.stop-below=140MiB",
          "-Dgivre-journal.disk.floor=100MiB",
          "-Dgivre-journal.disk.ballast=16MiB",
          "-Dgivre-journal.leveldb.write-buffer=1MiB",
          "-Dgivre-journal.commit.anchor-interval=100ms");

  private static final EngineSetup SETUP = new EngineSetup(100, PROPERTIES, Map.of());
  private static final EngineSetup FAST = new EngineSetup(400, PROPERTIES, Map.of());

  @TempDir Path directory;
  private SmallDisk disk;
  private Outage outage;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(directory.resolve("disk"), DISK_MEBIBYTES);
    outage = new Outage(disk.path().resolve("data"));
  }

  @AfterEach
  void unmount() throws Exception {
    disk.close();
  }

  /** Has a new engine do what robots are busy with. */
  private ApiClient begun(EngineProcess engine) throws Exception {
    var api = outage.follow(engine);
    outage.begin(api);
    return api;
  }

  @Test
  @Tag("kill")
  @Timeout(180)
  void parksWhenTheDiskFillsUpAndGoesOnWhenReleased() throws Exception {
    try (var engine = outage.start(SETUP)) {
      var api = begun(engine);
      park(api);
      goOn(api);
      outage.judge(engine, FAST);
    }
  }

  @Test
  @Tag("campaign")
  @Timeout(180)
  void startsOnlyWhenThereIsRoomAgain() throws Exception {
    try (var engine = outage.start(SETUP)) {
      park(begun(engine));
      engine.stop();
    }
    disk.fill(FULL_MEBIBYTES);
    requireRefused();
    disk.makeRoom();
    try (var engine = outage.start(FAST)) {
      var api = outage.follow(engine);
      assertThat(hold(api, "held")).isTrue();
      goOn(api);
      outage.judge(engine, FAST);
    }
  }

  /** So fast that nobody could park; the guard may have held the site on the way. */
  @Test
  @Tag("campaign")
  @Timeout(180)
  void leavesWhenTheDiskIsFullAtOnce() throws Exception {
    try (var engine = outage.start(SETUP)) {
      begun(engine);
      disk.fill(FULL_MEBIBYTES);
      assertThat(engine.awaitExit()).as(outage.said()).isEqualTo(7);
      assertThat(outage.said()).contains("the disk is full", "make room and start again");
    }
    requireRefused();
    disk.makeRoom();
    try (var engine = outage.start(FAST)) {
      var api = outage.follow(engine);
      assertThat(Outage.alarms(api)).isEmpty();
      releaseIfHeld(api);
      outage.awaitCompleted(api);
      outage.judge(engine, FAST);
    }
  }

  private void park(ApiClient api) throws Exception {
    disk.fill(LOW_MEBIBYTES);
    outage.await(() -> Outage.alarms(api).equals(List.of("journal-disk-low")));
    assertThat(hold(api, "held")).isFalse();
    assertThat(Outage.submitHeld(api).status()).isEqualTo(202);
    disk.fill(STOP_MEBIBYTES);
    outage.await(() -> Outage.alarms(api).equals(List.of("journal-disk-full")));
    assertThat(Outage.submitHeld(api).expect(503).code()).isEqualTo("journal-disk-full");
    assertThat(Outage.importEverything(api).expect(503).code()).isEqualTo("journal-disk-full");
    outage.await(() -> hold(api, "held"));
    requireAudited(api);
    outage.await(() -> hold(api, "atRest"));
    assertThat(outage.job(api).path("state").asText()).isEqualTo("RUNNING");
    assertThat(outage.job(api).path("warm")).isEmpty();
    assertThat(Outage.alarms(api)).containsExactly("journal-disk-full");
  }

  private static boolean hold(ApiClient api, String what) throws NoAnswer {
    return api.get("/v1/site").expect(200).json().path("hold").path(what).asBoolean();
  }

  private static void requireAudited(ApiClient api) throws NoAnswer {
    var entries = api.all("audit", "entries");
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).path("who").asText()).isEqualTo("disk-guard");
    assertThat(entries.get(0).path("type").asText()).isEqualTo("holdAll");
    assertThat(entries.get(0).path("reason").asText()).contains("MiB left");
  }

  private void goOn(ApiClient api) throws Exception {
    disk.makeRoom();
    outage.await(() -> Outage.alarms(api).isEmpty());
    release(api);
    assertThat(Outage.submitHeld(api).status()).isEqualTo(202);
    outage.awaitCompleted(api);
  }

  private static void releaseIfHeld(ApiClient api) throws NoAnswer {
    if (hold(api, "held")) {
      release(api);
    }
  }

  private static void release(ApiClient api) throws NoAnswer {
    api.post(
            "/v1/site/actions",
            "{\"type\":\"release\",\"reason\":\"there is room\"}",
            "Content-Type",
            "application/json")
        .expect(202);
  }

  private void requireRefused() throws Exception {
    try (var engine = outage.start(SETUP)) {
      assertThat(engine.awaitExit()).as(outage.said()).isEqualTo(7);
      assertThat(outage.said())
          .contains("The disk of journal")
          .contains("bytes left, and needs 104857600 to begin. Make room.");
    }
  }
}

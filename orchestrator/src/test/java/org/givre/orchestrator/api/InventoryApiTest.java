package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.givre.devices.journal.Cause;
import org.givre.devices.rack.RackCommand;
import org.givre.orchestrator.view.SmallStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryApiTest {
  private static final String T1 = "T1,S1,LCL,1,D1,D1-R01,1,A1";
  private static final String T2 = "T2,S1,PBMC,2,D1,D1-R02,3,B5";
  private static final String T3 = "T3,S2,,1,D2,D2-R01,2,A4";

  @TempDir Path directory;
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start(directory);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void isThereForReadersWhenTheImportIsAnswered() {
    var reply = api.imported(T1, T2, T3);

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().get("importId").asText()).hasSize(26);
    assertThat(reply.json().get("tubes").asInt()).isEqualTo(3);
    assertThat(reply.json().get("racks").asInt()).isEqualTo(3);
    assertThat(reply.json().get("unchanged").asInt()).isZero();
    var tube = api.get("/v1/tubes/T2").json();
    assertThat(tube.get("specimen").asText()).isEqualTo("S1");
    assertThat(tube.get("material").asText()).isEqualTo("PBMC");
    assertThat(tube.get("position").toString())
        .isEqualTo("{\"dewar\":\"D1\",\"rack\":\"D1-R02\",\"level\":3,\"well\":\"B5\"}");
    assertThat(tube.get("confidence").asText()).isEqualTo("ASSUMED");
    assertThat(api.get("/v1/tubes/T3").json().get("material").isNull()).isTrue();
  }

  @Test
  void takesTheSameRowsAgainWithoutHarm() {
    api.imported(T1, T2);

    var again = api.imported(T1, T2, T3);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("tubes").asInt()).isEqualTo(1);
    assertThat(again.json().get("unchanged").asInt()).isEqualTo(2);
    assertThat(api.view.tubes().standing()).isEqualTo(3);
  }

  @Test
  void checksADryRunAndStoresNothing() {
    var good = api.post("/v1/inventory:import?dryRun=true", "text/csv", RunningApi.inventory(T1));
    var bad =
        api.post(
            "/v1/inventory:import?dryRun=true",
            "text/csv",
            RunningApi.inventory(T1, "T2,S1,LCL,1,D9,D1-R01,1,A2"));

    assertThat(good.status()).isEqualTo(200);
    assertThat(good.json().get("valid").asBoolean()).isTrue();
    assertThat(good.json().get("tubes").asInt()).isEqualTo(1);
    assertThat(bad.status()).isEqualTo(200);
    assertThat(bad.json().get("valid").asBoolean()).isFalse();
    assertThat(bad.json().get("errors").get(0).get("row").asInt()).isEqualTo(3);
    api.settle();
    assertThat(api.view.tubes().standing()).isZero();
  }

  @Test
  void storesNothingWhenOneRowIsWrong() {
    var reply = api.imported(T1, T2, "T9,S9,LCL,1,D1,D1-R01,1,Z9");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("errors").get(0).get("row").asInt()).isEqualTo(4);
    api.settle();
    assertThat(api.view.tubes().standing()).isZero();
  }

  @Test
  void leavesNoUploadBehind() throws Exception {
    api.imported(T1);
    api.imported("broken");

    try (var files = Files.list(directory.resolve("uploads"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void tellsHowFarTheLastImportCame() {
    var before = api.get("/v1/inventory/import").json();
    api.imported(T1, T2, T3);
    var after = api.get("/v1/inventory/import").json();

    assertThat(before.toString())
        .isEqualTo(
            "{\"running\":false,\"stage\":\"none\",\"bytes\":0,\"rows\":0,\"racks\":0,\"racksStored\":0}");
    assertThat(after.toString())
        .isEqualTo(
            "{\"running\":false,\"stage\":\"done\",\"bytes\":%d,\"rows\":3,\"racks\":3,\"racksStored\":3}"
                .formatted(RunningApi.inventory(T1, T2, T3).length()));
  }

  @Test
  void asksTheWorldBeforeTheRacks() {
    api.worldConflicts.add("Tube T1 to D1-R01: tube T7 stands there");

    var reply = api.imported(T1);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("import-conflict");
    assertThat(reply.json().get("detail").asText()).contains("tube T7 stands there");
    api.settle();
    assertThat(api.view.tubes().standing()).isZero();
  }

  @Test
  void leavesTheLastWordToTheRack() {
    var silentlyPut =
        new RackCommand.Import(
            "other",
            List.of(SmallStore.standing(7, "S7", 1, 1, "A1")),
            Cause.policy("test", "", ""),
            api.system.ignoreRef());
    api.parts.devices().rack(SmallStore.R1).tell(silentlyPut);

    var reply = api.imported(T1);

    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.code()).isIn("import-conflict", "well-taken");
    assertThat(api.get("/v1/tubes/T1").status()).isEqualTo(404);
  }

  @Test
  void comesOutAsItWentIn() {
    api.imported(T3, T2, T1);

    var csv = api.get("/v1/inventory", "Accept", "text/csv");

    assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=UTF-8");
    assertThat(csv.text().lines())
        .containsExactly(
            "tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well", T1, T2, T3);
    var again = api.post("/v1/inventory:import", "text/csv", csv.text());
    assertThat(again.json().get("unchanged").asInt()).isEqualTo(3);
  }

  @Test
  void comesOutByDewarAndRack() {
    api.imported(T1, T2, T3);

    assertThat(api.get("/v1/inventory?dewar=D1", "Accept", "text/csv").text().lines()).hasSize(3);
    assertThat(api.get("/v1/inventory?rack=D2-R01", "Accept", "text/csv").text().lines())
        .hasSize(2);
    assertThat(api.get("/v1/inventory?rack=D2-R01&dewar=D1").json().get("tubes")).isEmpty();
  }

  @Test
  void comesOutPageByPage() {
    api.imported(T1, "T4,S4,LCL,1,D1,D1-R01,1,A2", T2, T3);
    var found = new ArrayList<String>();
    var cursor = "";
    do {
      var page = api.get("/v1/inventory?limit=1" + cursor).json();
      page.get("tubes").forEach(tube -> found.add(tube.get("barcode").asText()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asText();
    } while (!cursor.isEmpty());

    assertThat(found).containsExactly("T1", "T4", "T2", "T3");
  }
}

package org.givre.orchestrator.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.view.JournalByHand;
import org.givre.orchestrator.view.SmallStore;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.RackId;
import org.junit.jupiter.api.Test;

class InventoryFileTest {
  private final JournalByHand journal = new JournalByHand();
  private final View view = new View(SmallStore.definition(), Runnable::run);
  private final List<Integer> checked = new ArrayList<>();

  private InventoryFile read(String... rows) {
    var body = new ByteArrayInputStream(RunningApi.inventory(rows).getBytes(UTF_8));
    try (var sheet = CsvSheet.open(body, Optional.empty())) {
      return InventoryFile.read(sheet, SmallStore.definition(), view.tubes(), checked::add);
    }
  }

  private static List<String> complaints(InventoryFile file) {
    return file.complaints().errors().stream()
        .map(error -> "%s %s %s".formatted(error.at(), error.code(), error.message()))
        .toList();
  }

  private static String arriving(InventoryFile file, RackId rack) {
    return String.valueOf(file.arriving(List.of(rack)).get(rack));
  }

  @Test
  void bringsTubesByRackAndWell() {
    var file =
        read(
            "T4,S2,,999999,D2,D2-R01,3,B5",
            "T3,S1,PBMC,3,D1,D1-R01,2,A1",
            "T2,S1,LCL,0,D1,D1-R01,1,B2",
            "T1,S1,LCL,300,D1,D1-R01,1,A5");

    assertThat(complaints(file)).isEmpty();
    assertThat(file.arriving()).containsExactly(SmallStore.R1, SmallStore.R3);
    assertThat(arriving(file, SmallStore.R1))
        .isEqualTo(
            "[Standing[tube=Tube[id=T1, specimen=S1, material=LCL, aliquot=300], level=1, well=A5],"
                + " Standing[tube=Tube[id=T2, specimen=S1, material=LCL, aliquot=0], level=1, well=B2],"
                + " Standing[tube=Tube[id=T3, specimen=S1, material=PBMC, aliquot=3], level=2, well=A1]]");
    assertThat(arriving(file, SmallStore.R3))
        .isEqualTo(
            "[Standing[tube=Tube[id=T4, specimen=S2, material=, aliquot=999999], level=3, well=B5]]");
    assertThat(file.tubesArriving()).isEqualTo(4);
    assertThat(file.racks()).isEqualTo(2);
    assertThat(checked).containsExactly(4);
  }

  @Test
  void namesTheRowsThatContradictOneAnother() {
    var file =
        read(
            "T1,S1,LCL,1,D1,D1-R01,1,A1",
            "T2,S1,LCL,2,D1,D1-R01,1,A01",
            "T1,S1,LCL,1,D1,D1-R01,1,A2",
            "T3,S1,LCL,3,D1,D1-R01,1,A2",
            "T2,S1,LCL,2,D1,D1-R02,1,A1");

    assertThat(complaints(file))
        .containsExactly(
            "Row[line=3] WELL_TWICE Row 2 puts a tube into level 1, well A1 of rack D1-R01 already.",
            "Row[line=4] TUBE_TWICE Tube T1 stands in row 2 already.",
            "Row[line=5] WELL_TWICE Row 4 puts a tube into level 1, well A2 of rack D1-R01 already.",
            "Row[line=6] TUBE_TWICE Tube T2 stands in row 3 already.");
  }

  @Test
  void namesWhatContradictsTheStore() {
    view.apply(
        journal.imported(
            SmallStore.R1,
            SmallStore.standing(1, "S1", 1, 1, "A1"),
            SmallStore.standing(2, "S1", 2, 1, "A2")));
    var file =
        read(
            "T1,S1,LCL,1,D1,D1-R01,1,A1",
            "T2,S1,LCL,2,D1,D1-R02,1,A2",
            "T3,S1,LCL,3,D1,D1-R01,1,A2",
            "T4,S1,LCL,4,D1,D1-R01,1,A3");

    assertThat(complaints(file))
        .hasSize(2)
        .anyMatch(complaint -> complaint.startsWith("Row[line=3] TUBE_ELSEWHERE"))
        .anyMatch(complaint -> complaint.startsWith("Row[line=4] WELL_TAKEN"));
    assertThat(file.unchanged()).isEqualTo(1);
    assertThat(file.arriving(file.arriving()).get(SmallStore.R1)).hasSize(1);
  }

  @Test
  void refusesNumbersThatAreNotPlain() {
    for (var aliquot : List.of("", "01", "1000000", "-1", "1.0", "\u0661", "x")) {
      assertThat(complaints(read("T1,S1,LCL," + aliquot + ",D1,D1-R01,1,A1")))
          .as(aliquot)
          .hasSize(1)
          .allMatch(complaint -> complaint.contains("ALIQUOT_MALFORMED"));
    }
  }

  @Test
  void refusesRacksThatHangElsewhere() {
    assertThat(complaints(read("T1,S1,LCL,1,D2,D1-R01,1,A1")))
        .containsExactly("Row[line=2] RACK_ELSEWHERE Rack D1-R01 hangs in dewar D1, not in D2.");
    assertThat(complaints(read("T1,S1,LCL,1,D2,D9-R01,1,A1")))
        .containsExactly("Row[line=2] RACK_UNKNOWN The store has no rack \"D9-R01\".");
  }
}

package org.givre.orchestrator.storefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.RackId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFileTest {

  @Nested
  class AGoodFile {
    @Test
    void isTheDemoStore() {
      var store = StoreFile.parse("store.json", DemoStore.text());
      assertThat(store.name()).isEqualTo("1000g");
      assertThat(store.dewars()).hasSize(4);
      assertThat(store.dewarByRack()).hasSize(48);
      assertThat(store.pickers()).hasSize(2);
      assertThat(store.ports()).hasSize(2);
      assertThat(store.timing()).isEqualTo(new Timing(3, 2, 1, 5, 3, 2, 2, 4));
      assertThat(store.dewars().get(0).park()).contains(new Park(4, 4, 0.1));
      assertThat(store.dewars().get(2).park()).isEmpty();
      assertThat(store.dewarOf(new RackId("D2-R03")).orElseThrow().id())
          .isEqualTo(new DewarId("D2"));
    }

    @Test
    void isReadFromDisk(@TempDir Path directory) throws IOException {
      var file = Files.writeString(directory.resolve("store.json"), DemoStore.text());
      assertThat(StoreFile.read(file).name()).isEqualTo("1000g");
    }

    @Test
    void hasDefaultsWhereItIsSilent() {
      var store =
          StoreFile.parse(
              "small.json",
              """
              {"format":"givre-store/1","name":"small",
               "labware":[{"id":"box","rows":9,"columns":9}],
               "dewars":[{"id":"D","xMetres":0,"yMetres":0,"holdCelsius":-190,
                 "workAreaCelsius":-80,"levels":5,"labware":"box","racks":["R"]}],
               "ports":[{"id":"P","xMetres":1,"yMetres":1}],
               "pickers":[{"id":"K","xMetres":0,"yMetres":0,"carrierCelsius":-150,
                 "dewars":["D"],"ports":["P"]}]}
              """);
      var dewar = store.dewars().get(0);
      assertThat(dewar.liftWeight()).isEqualTo(1);
      assertThat(dewar.park()).isEqualTo(Optional.empty());
      assertThat(dewar.recoolRatio()).isZero();
      assertThat(dewar.boxMaxOutSeconds()).isEqualTo(OptionalDouble.empty());
      assertThat(dewar.levelPitchMetres()).isEqualTo(0.06);
      assertThat(dewar.liftMetresPerSecond()).isEqualTo(0.1);
      assertThat(dewar.carouselSlots()).isEqualTo(12);
      assertThat(dewar.carouselSecondsPerSlot()).isEqualTo(0.8);
      assertThat(store.pickers().get(0).carrierTubes()).isEqualTo(24);
      assertThat(store.pickers().get(0).xMetresPerSecond()).isEqualTo(0.6);
      assertThat(store.ports().get(0).bufferTubes()).isEqualTo(96);
      assertThat(store.ports().get(0).clearSeconds()).isEqualTo(60);
      assertThat(store.weights()).isEqualTo(Weights.DEFAULT);
      assertThat(store.prices()).isEqualTo(Prices.DEFAULT);
      assertThat(store.timing()).isEqualTo(Timing.DEFAULT);
    }
  }

  @Nested
  class ABrokenFile {
    /** Pointer of the value, what is put there, and the path, expectation and remedy named. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "/format | \"givre-store/2\" | $.format | \"givre-store/1\" | Correct the value.",
          "/format | - | $.format | a text | Add the field.",
          "/name | 7 | $.name | a text | Correct the value.",
          "/dewar | [] | $.dewar | one of the fields | Correct its spelling",
          "/labware | [] | $.labware | at least one | Add what",
          "/labware/0/rows | 0 | $.labware[0].rows | an integer from 1 to 26 | Correct",
          "/labware/0/columns | 100 | $.labware[0].columns | an integer from 1 to 99 | Correct",
          "/dewars | {} | $.dewars | a list | Correct",
          "/dewars | [] | $.dewars | at least one | Add what",
          "/dewars/1 | 5 | $.dewars[1] | an object | Correct",
          "/dewars/1/id | \"D1\" | $.dewars[1].id | used once | Rename",
          "/dewars/1/id | \"D 1\" | $.dewars[1].id | a name of 1 to 64 | Rename",
          "/dewars/1/xMetres | \"0\" | $.dewars[1].xMetres | a number | Correct",
          "/dewars/1/xMetres | - | $.dewars[1].xMetres | a number | Add the field.",
          "/dewars/1/holdCelsius | -300 | $.dewars[1].holdCelsius | a temperature | Correct",
          "/dewars/1/liftWeight | -1 | $.dewars[1].liftWeight | at least 0 | Correct",
          "/dewars/1/liftWieght | 1 | $.dewars[1].liftWieght | one of the fields | spelling",
          "/dewars/1/park/ejectSeconds | -4 | $.dewars[1].park.ejectSeconds | at least 0 | Correct",
          "/dewars/1/park/weight | 1 | $.dewars[1].park.weight | one of the fields | spelling",
          "/dewars/1/boxMaxOutSeconds | 0 | $.dewars[1].boxMaxOutSeconds | above 0 | Correct",
          "/dewars/1/levels | 2.5 | $.dewars[1].levels | an integer from 1 to 100 | Correct",
          "/dewars/1/liftMetresPerSecond | 0 | $.dewars[1].liftMetresPerSecond | above 0 | Correct",
          "/dewars/1/levelPitchMetres | -1 | $.dewars[1].levelPitchMetres | above 0 | Correct",
          "/dewars/1/carouselSlots | 11 | $.dewars[1].racks | slots, 11 | carouselSlots",
          "/dewars/1/carouselSlots | 0 | $.dewars[1].carouselSlots | from 1 to 1000 | Correct",
          "/dewars/1/labware | \"crate\" | $.dewars[1].labware | the id of a labware | cryobox",
          "/dewars/1/racks/4 | \"D1-R01\" | $.dewars[1].racks[4] | used once | Rename",
          "/dewars/1/racks/4 | \"P1\" | $.ports[0].id | used once | Rename",
          "/dewars/1/racks/4 | null | $.dewars[1].racks[4] | a text | Correct",
          "/ports/0/bufferTubes | 0 | $.ports[0].bufferTubes | an integer from 1 | Correct",
          "/ports/0/clearSeconds | -1 | $.ports[0].clearSeconds | at least 0 | Correct",
          "/pickers/0/xMetresPerSecond | 0 | $.pickers[0].xMetresPerSecond | above 0 | Correct",
          "/pickers/0/carrierTubes | 0 | $.pickers[0].carrierTubes | from 1 | Correct",
          "/pickers/0/dewars/2 | \"D9\" | $.pickers[0].dewars[2] | a dewar of this store | D4",
          "/pickers/0/dewars/2 | \"D1\" | $.pickers[0].dewars[2] | once in this list | Remove",
          "/pickers/0/ports | [] | $.pickers[0].ports | at least one | Add",
          "/pickers/0/ports/0 | \"P7\" | $.pickers[0].ports[0] | a port of this store | P2",
          "/weights/carrier | \"low\" | $.weights.carrier | at least 0 | Correct",
          "/weights/cold | 1 | $.weights.cold | one of the fields | spelling",
          "/prices/makespan | 1 | $.prices.makespan | one of the fields | spelling",
          "/timingSeconds/pick | -5 | $.timingSeconds.pick | at least 0 | Correct",
          "/timingSeconds/pik | 5 | $.timingSeconds.pik | one of the fields | spelling"
        })
    void isRefusedWithTheOneThingThatIsWrong(
        String pointer, String json, String path, String expected, String remedy) {
      var broken = DemoStore.with(pointer, json);
      var refusal =
          catchThrowableOfType(
              () -> StoreFile.parse("store.json", broken), StoreFileException.class);
      assertThat(refusal).as("the refusal of %s = %s", pointer, json).isNotNull();
      assertThat(refusal.path()).isEqualTo(path);
      assertThat(refusal.expected()).contains(expected);
      assertThat(refusal.remedy()).contains(remedy);
      assertThat(refusal)
          .hasMessage(
              "store.json: %s: expected %s, found %s. %s",
              path, refusal.expected(), refusal.found(), refusal.remedy());
    }

    @Test
    void isNamedWithLineAndColumnWhenItIsNoJson() {
      assertThatThrownBy(() -> StoreFile.parse("x.json", "{\"format\":\n]"))
          .isInstanceOf(StoreFileException.class)
          .hasMessageContaining("x.json: $: expected JSON")
          .hasMessageContaining("line 2");
    }

    @Test
    void isNotAllowedToNameAFieldTwice() {
      assertThatThrownBy(() -> StoreFile.parse("x.json", "{\"name\":1,\"name\":2}"))
          .isInstanceOf(StoreFileException.class)
          .hasMessageContaining("Duplicate field 'name'");
    }

    @Test
    void isNotAllowedToBeEmpty() {
      assertThatThrownBy(() -> StoreFile.parse("x.json", ""))
          .isInstanceOf(StoreFileException.class)
          .hasMessageContaining("x.json");
    }
  }
}

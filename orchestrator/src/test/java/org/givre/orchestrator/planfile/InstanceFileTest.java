package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.instance.Weights;
import org.givre.plans.instance.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceFileTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static final String SMALL =
      """
      {"format":"givre-plan-instance/2","name":"small","extra":{"a":[1]},
       "dewars":[{"id":0,"x_m":1,"y_m":2,"park":{}}],
       "racks":[{"id":0,"dewar":0,"slot":3,"box_tubes":[4,5],"box_max_out_s":[null,60]}],
       "tubes":[{"id":0,"rack":0,"level":2},{"id":1,"rack":0,"level":1}],
       "pickers":[{"id":0,"x_m":0,"y_m":0,"dewars":[0],"ports":[7],
         "unavailable":[{"from_s":1,"to_s":2}],"initial_load":[{"tube":1}]}],
       "ports":[{"id":7,"x_m":0,"y_m":0}],
       "jobs":[{"id":0,"due_s":null,"port":7,"pickers":[0,4],"requests":[{"id":0,"alternatives":[0]}]}],
       "returns":[{"tube":1,"rack":0,"level":1}]}""";

  @Nested
  class Read {
    @Test
    void givesAbsentFieldsTheirDefaults() {
      var small = InstanceFile.parse(SMALL);

      assertThat(small.seed()).isZero();
      assertThat(small.nowSeconds()).isZero();
      assertThat(small.weights()).isEqualTo(new Weights(1, 0.02, 0.2));
      assertThat(small.prices()).isEqualTo(new Prices(100, 10));
      assertThat(small.timing()).isEqualTo(new Timing(3, 2, 1, 5, 3, 2, 2, 4));
      assertThat(small.dewars())
          .containsExactly(
              new InstanceDewar(
                  0, 1, 2, 1, 0.06, 0.1, 12, 0, 0.8, Optional.of(new Park(4, 4, 0.1)), List.of()));
      assertThat(small.racks())
          .containsExactly(
              new InstanceRack(
                  0, 0, 3, List.of(4, 5), List.of(NONE, NONE), List.of(NONE, 60.0), 0, 0));
      assertThat(small.tubes().get(0)).isEqualTo(new InstanceTube(0, 0, 2, 1e18));
      assertThat(small.ports()).containsExactly(new InstancePort(7, 0, 0, 60, 96, List.of()));
    }

    @Test
    void readsReturnsLoadsAndThePortAndPickersOfJobs() {
      var small = InstanceFile.parse(SMALL);

      assertThat(small.jobs())
          .containsExactly(
              new InstanceJob(
                  0,
                  1,
                  0,
                  OptionalDouble.empty(),
                  OptionalDouble.empty(),
                  OptionalInt.of(7),
                  List.of(0, 4),
                  List.of(new Request(0, List.of(0)))));
      assertThat(small.pickers())
          .containsExactly(
              new InstancePicker(
                  0,
                  0,
                  0,
                  0.6,
                  0.6,
                  24,
                  List.of(0),
                  List.of(7),
                  0,
                  List.of(new Window(1, 2)),
                  List.of(new CarriedTube(OptionalInt.empty(), 1))));
      assertThat(small.returns()).containsExactly(new TubeReturn(1, 0, 1));
    }

    @Test
    void readsTheWorkedExample() {
      var example = PublicInstances.example();

      assertThat(example.name()).isEqualTo("example");
      assertThat(example.racks().get(0).boxMaxOutSeconds()).containsExactly(60.0, 60.0, 60.0);
      assertThat(example.racks().get(1).boxMaxOutSeconds()).containsExactly(NONE, NONE, NONE);
      assertThat(example.jobs().get(0).deadlineSeconds()).hasValue(120);
      assertThat(example.requests()).extracting(Request::id).containsExactly(0, 1, 2);
      assertThat(example.returns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "S-101,20",
      "S-201,20",
      "M-101,200",
      "M-201,200",
      "L-101,2000",
      "L-201,2000",
      "XL-101,20000"
    })
    void readsThePublicInstances(String name, int requests) {
      var instance = PublicInstances.named(name);

      assertThat(instance.name()).isEqualTo(name);
      assertThat(instance.requests()).hasSize(requests);
    }
  }

  @Nested
  class Write {
    @ParameterizedTest
    @ValueSource(strings = {"S-201", "M-201", "L-101"})
    void givesBackWhatWasRead(String name) {
      var instance = PublicInstances.named(name);

      assertThat(InstanceFile.parse(InstanceFile.text(instance))).isEqualTo(instance);
    }

    @Test
    void givesBackReturnsAndLimitsThatAreAbsent() {
      var small = InstanceFile.parse(SMALL);

      assertThat(InstanceFile.text(small)).startsWith("{\"format\":\"givre-plan-instance/2\"");
      assertThat(InstanceFile.parse(InstanceFile.text(small))).isEqualTo(small);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.json", "in.json.gz"})
    void writesFilesThatCanBeRead(String name, @TempDir Path directory) throws IOException {
      var example = PublicInstances.example();
      InstanceFile.write(example, directory.resolve(name));

      assertThat(InstanceFile.read(directory.resolve(name))).isEqualTo(example);
    }
  }

  @Nested
  class Refuse {
    @ParameterizedTest
    @ValueSource(
        strings = {"", "{", "[]", "nonsense", "{\"format\":1,\"format\":2}", "{} {}", "\"a\""})
    void refusesWhatIsNotAnInstanceAtAll(String text) {
      assertThatThrownBy(() -> InstanceFile.parse(text)).isInstanceOf(MalformedFileException.class);
    }

    @Test
    void refusesABrokenArchive(@TempDir Path directory) throws IOException {
      var plain = directory.resolve("plain.json.gz");
      Files.writeString(plain, "{}");
      var cut = directory.resolve("cut.json.gz");
      InstanceFile.write(PublicInstances.example(), cut);
      var bytes = Files.readAllBytes(cut);
      Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

      for (var file : List.of(plain, cut)) {
        assertThatThrownBy(() -> InstanceFile.read(file))
            .isInstanceOf(MalformedFileException.class)
            .hasMessageContaining("expected a gzip file");
      }
    }
  }
}

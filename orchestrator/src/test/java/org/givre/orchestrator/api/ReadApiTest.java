package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadApiTest {
  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    api.imported(
        "T1,S1,LCL,2,D1,D1-R01,1,A1", "T2,S1,LCL,1,D1,D1-R01,2,A1", "T3,S2,PBMC,1,D2,D2-R01,1,A1");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Nested
  class Tubes {
    @Test
    void haveAHistoryFromTheirImportOn() {
      var history = api.get("/v1/tubes/T1/history").json().get("entries");

      assertThat(history).hasSize(1);
      assertThat(history.get(0).get("what").asText()).isEqualTo("imported");
      assertThat(history.get(0).get("from").isNull()).isTrue();
      assertThat(history.get(0).get("to").get("rack").asText()).isEqualTo("D1-R01");
      assertThat(history.get(0).get("evidence").asText()).isEqualTo("import");
      assertThat(history.get(0).get("offset").asLong()).isPositive();
    }

    @Test
    void haveAnEmptyLedgerBeforeAnythingMoves() {
      var ledger = api.get("/v1/tubes/T1/exposure").json();

      assertThat(ledger.get("intervals")).isEmpty();
      assertThat(ledger.get("sums").get("seconds").asDouble()).isZero();
      assertThat(ledger.get("sums").get("peakCelsius").isNull()).isTrue();
    }

    @Test
    void areFoundBySpecimenMaterialPlaceAndState() {
      assertThat(barcodes("?specimen=S1")).containsExactlyInAnyOrder("T1", "T2");
      assertThat(barcodes("?material=PBMC")).containsExactly("T3");
      assertThat(barcodes("?dewar=D2")).containsExactly("T3");
      assertThat(barcodes("?rack=D1-R01&state=STORED")).containsExactly("T1", "T2");
      assertThat(barcodes("?state=DELIVERED")).isEmpty();
      assertThat(barcodes("?limit=2")).hasSize(2);
    }

    private Iterable<String> barcodes(String query) {
      return api.get("/v1/tubes" + query).json().get("tubes").findValuesAsText("barcode");
    }

    @Test
    void ofASpecimenComeByAliquot() {
      var specimen = api.get("/v1/specimens/S1").json();

      assertThat(specimen.get("id").asText()).isEqualTo("S1");
      assertThat(specimen.get("tubes"))
          .extracting(tube -> tube.get("barcode").asText())
          .containsExactly("T2", "T1");
    }
  }

  @Nested
  class Devices {
    @Test
    void areAllListed() {
      var devices = api.get("/v1/devices").json().get("devices");

      assertThat(devices)
          .extracting(device -> device.get("id").asText() + " " + device.get("kind").asText())
          .containsExactly(
              "picker-1 picker", "picker-2 picker", "D1 dewar", "D2 dewar", "P1 port", "P2 port");
    }

    @Test
    void thatAnswerSayHowTheyAre() {
      var dewar = api.get("/v1/devices/D1");

      assertThat(dewar.header("ETag")).isEqualTo("\"1\"");
      assertThat(dewar.json().get("state").asText()).isEqualTo("AVAILABLE");
      assertThat(dewar.json().get("since").isNull()).isTrue();
      assertThat(dewar.json().get("carouselSlot").asInt()).isZero();
      assertThat(dewar.json().get("actions"))
          .extracting(JsonNode::asText)
          .containsExactly("pause", "drain");
      assertThat(api.get("/v1/devices/P1").json().get("freeSlots").asInt()).isEqualTo(96);
      var picker = api.get("/v1/devices/picker-1").json();
      assertThat(picker.get("state").asText()).isEqualTo("AVAILABLE");
      assertThat(picker.get("driver").asText()).isEqualTo("simulated");
    }

    @Test
    void thatDoNotAnswerAreUnreachableSinceTheyWereFirstMissed() {
      var first = api.get("/v1/devices/picker-2").json();
      var second = api.get("/v1/devices/picker-2").json();

      assertThat(first.get("state").asText()).isEqualTo("UNREACHABLE");
      assertThat(first.get("actions")).isEmpty();
      assertThat(first.get("holds").isArray()).isTrue();
      assertThat(second.get("since")).isEqualTo(first.get("since"));
    }

    @Test
    void comePageByPage() {
      var first = api.get("/v1/devices?limit=5").json();
      var second = api.get("/v1/devices?limit=5&cursor=" + first.get("next").asText()).json();

      assertThat(first.get("devices")).hasSize(5);
      assertThat(second.get("devices"))
          .extracting(device -> device.get("id").asText())
          .containsExactly("P2");
    }
  }

  @Test
  void showsTheSite() {
    var site = api.get("/v1/site").json();

    assertThat(site.get("name").asText()).isEqualTo("small");
    assertThat(site.get("mode").asText()).isEqualTo("simulation");
    assertThat(site.get("version").asText()).isEqualTo("0.1.0-test");
    assertThat(site.get("speed").asDouble()).isEqualTo(1);
    assertThat(Instant.parse(site.get("engineTime").asText()))
        .isBefore(Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(site.get("wallTime").isTextual()).isTrue();
    assertThat(site.get("counts").get("tubes").asInt()).isEqualTo(3);
    assertThat(site.get("counts").get("racks").asInt()).isEqualTo(3);
  }

  @Test
  void answersHeadLikeGetWithoutABody() {
    var head = api.send("HEAD", "/v1/site", BodyPublishers.noBody());

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
  }

  @Nested
  class Health {
    @Test
    void isUp() {
      for (var probe : new String[] {"live", "ready", "startup"}) {
        var reply = api.get("/health/" + probe);
        assertThat(reply.status()).as(probe).isEqualTo(200);
        assertThat(reply.json().get("status").asText()).isEqualTo("UP");
      }
    }

    @Test
    void isNotReadyWhileACheckFails() {
      api.readyChecks.add(failing());
      try {
        var reply = api.get("/health/ready");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("not-ready");
        assertThat(reply.json().get("retryable").asBoolean()).isTrue();
        assertThat(reply.header("Retry-After")).isNotEmpty();
        assertThat(reply.json().get("detail").asText()).contains("journal: the disk is full");
      } finally {
        api.readyChecks.clear();
      }
    }

    private ReadyCheck failing() {
      return new ReadyCheck() {
        @Override
        public String name() {
          return "disk";
        }

        @Override
        public Optional<String> trouble() {
          return Optional.of("the disk is full");
        }
      };
    }
  }

  @Test
  void servesListsAsTheContractNamesThem() {
    for (var list : new String[] {"jobs", "tubes", "devices"}) {
      JsonNode body = api.get("/v1/" + list).json();
      assertThat(body.get(list).isArray()).as(list).isTrue();
      assertThat(body.has("next")).as(list).isTrue();
    }
  }
}

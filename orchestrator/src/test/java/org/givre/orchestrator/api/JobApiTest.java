package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobApiTest {
  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    var reply =
        api.imported(
            "T1,S1,LCL,2,D1,D1-R01,1,A1",
            "T2,S1,LCL,1,D1,D1-R01,2,A1",
            "T3,S1,PBMC,3,D1,D1-R02,1,A1",
            "T4,S2,LCL,1,D2,D2-R01,3,B5",
            "T5,S3,,1,D2,D2-R01,3,B4");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Nested
  class Submitting {
    @Test
    void answersWithTheDurableJob() {
      var reply =
          api.postJson(
              "/v1/jobs",
              """
              {"type": "retrieve", "externalRef": "LIMS-1", "requester": "core",
               "labels": {"study": "1000G"}, "priority": 7, "dueAt": "2036-11-24T10:00:00Z",
               "hold": true, "output": {"port": "P1"},
               "items": [{"tube": "T1"}, {"anyOf": ["T2", "T3"]},
                         {"specimen": "S2", "material": "LCL"}]}
              """);

      assertThat(reply.status()).as(reply.text()).isEqualTo(202);
      var job = reply.json();
      assertThat(job.get("id").asText()).matches("[0-9A-HJKMNP-TV-Z]{26}");
      assertThat(reply.header("Location")).isEqualTo("/v1/jobs/" + job.get("id").asText());
      assertThat(reply.header("ETag")).isEqualTo("\"1\"");
      assertThat(job.get("state").asText()).isEqualTo("ACCEPTED");
      assertThat(job.get("hold").isObject()).isTrue();
      assertThat(job.get("priority").asInt()).isEqualTo(7);
      assertThat(job.get("labels").get("study").asText()).isEqualTo("1000G");
      assertThat(job.get("output").get("port").asText()).isEqualTo("P1");
      assertThat(job.get("progress").toString())
          .isEqualTo("{\"done\":0,\"delivered\":0,\"total\":3}");
      assertThat(job.get("actions"))
          .extracting(JsonNode::asText)
          .containsExactly("release", "cancel", "reprioritize", "reroute", "skipItem");
      assertThat(job.get("attention").asText()).isEqualTo("NONE");
      assertThat(job.get("items")).hasSize(3);
      var item = job.get("items").get(2);
      assertThat(item.get("asked").toString())
          .isEqualTo("{\"specimen\":\"S2\",\"material\":\"LCL\"}");
      assertThat(item.get("state").asText()).isEqualTo("PENDING");
      assertThat(item.get("tube").isNull()).isTrue();
    }

    @Test
    void needsATypeAndItemsAlone() {
      var reply =
          api.postJson("/v1/jobs", "{\"type\":\"retrieve\",\"items\":[{\"specimen\":\"S1\"}]}");

      assertThat(reply.status()).isEqualTo(202);
      assertThat(reply.json().get("state").asText()).isEqualTo("QUEUED");
      assertThat(reply.json().get("priority").asInt()).isEqualTo(5);
      assertThat(reply.json().get("hold").isNull()).isTrue();
    }

    @Test
    void namesEveryBadItemAndCreatesNothing() {
      api.settle();
      var before = api.view.jobs().count();
      var reply =
          api.postJson(
              "/v1/jobs",
              """
              {"type":"retrieve","items":[{"tube":"T1"},{"tube":"X1"},{"specimen":"X2"},{"tube":"T1"}]}
              """);

      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("items-invalid");
      assertThat(reply.json().get("errors"))
          .extracting(error -> error.get("pointer").asText() + " " + error.get("code").asText())
          .containsExactly(
              "/items/1 tube-unknown", "/items/2 specimen-unknown", "/items/3 tube-twice");
      api.settle();
      assertThat(api.view.jobs().count()).isEqualTo(before);
    }

    @Test
    void givesTheSameSpecimenTwiceTwoTubesWhileThereAreSo() {
      var two = "{\"specimen\":\"S1\",\"material\":\"LCL\"}";
      var body = "{\"type\":\"retrieve\",\"hold\":true,\"items\":[%s]}";

      assertThat(api.postJson("/v1/jobs", body.formatted(two + "," + two)).status()).isEqualTo(202);
      var three = api.postJson("/v1/jobs", body.formatted(two + "," + two + "," + two));
      assertThat(three.status()).isEqualTo(422);
      assertThat(three.code()).isEqualTo("tubes-insufficient");
      assertThat(three.json().get("errors").get(0).get("pointer").asText()).isEqualTo("/items/2");
    }

    @Test
    void passesOverUnknownFieldsWhenAskedTo() {
      var body = "{\"type\":\"retrieve\",\"colour\":\"red\",\"items\":[{\"tube\":\"T4\"}]}";

      var strict = api.postJson("/v1/jobs", body);
      assertThat(strict.status()).isEqualTo(400);
      assertThat(strict.code()).isEqualTo("field-unknown");
      assertThat(strict.json().get("errors").get(0).get("pointer").asText()).isEqualTo("/colour");
      assertThat(
              api.send(
                      "POST",
                      "/v1/jobs",
                      BodyPublishers.ofString(body),
                      "Content-Type",
                      "application/json",
                      "Prefer",
                      "handling=lenient")
                  .status())
          .isEqualTo(202);
    }

    @Test
    void reportsADryRunAndCreatesNothing() {
      api.settle();
      var before = api.view.jobs().count();
      var reply =
          api.postJson(
              "/v1/jobs?dryRun=true",
              "{\"type\":\"retrieve\",\"items\":[{\"specimen\":\"S1\"},{\"tube\":\"X\"}]}");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().get("valid").asInt()).isEqualTo(1);
      assertThat(reply.json().get("invalid").asInt()).isEqualTo(1);
      assertThat(reply.json().get("items").get(0).get("candidates"))
          .extracting(JsonNode::asText)
          .containsExactly("T2", "T1", "T3");
      api.settle();
      assertThat(api.view.jobs().count()).isEqualTo(before);
    }
  }

  @Nested
  class PickLists {
    @Test
    void areReadWithAnySeparatorAndAByteOrderMark() {
      for (var list :
          new String[] {
            "specimen_id,material\nS1,LCL\nS2,\n",
            "specimen_id;material\r\nS1;LCL\r\nS2;\r\n",
            "specimen_id\tmaterial\nS1\tLCL\nS2\t\n",
            "\uFEFFspecimen_id,material\n\"S1\",\"LCL\"\n\"S2\",\"\"",
            "Material, Specimen_ID \nLCL, S1\n,S2\n"
          }) {
        var reply = api.post("/v1/jobs?hold=true", "text/csv", list);
        assertThat(reply.status()).as(list + reply.text()).isEqualTo(202);
        assertThat(reply.json().get("items"))
            .extracting(item -> item.get("asked").toString())
            .containsExactly("{\"specimen\":\"S1\",\"material\":\"LCL\"}", "{\"specimen\":\"S2\"}");
      }
    }

    @Test
    void takeWhatTheyCannotSayFromTheAddress() {
      var reply =
          api.post(
              "/v1/jobs?hold=true&externalRef=L%207&requester=me&port=P1&label.study=x",
              "text/csv; charset=UTF-8", "tube_barcode,priority\nT1,8\nT4,\n");

      assertThat(reply.status()).as(reply.text()).isEqualTo(202);
      assertThat(reply.json().get("externalRef").asText()).isEqualTo("L 7");
      assertThat(reply.json().get("priority").asInt()).isEqualTo(8);
      assertThat(reply.json().get("labels").get("study").asText()).isEqualTo("x");
    }

    @Test
    void nameEveryBadRow() {
      var reply =
          api.post(
              "/v1/jobs", "text/csv", "tube_barcode,priority\nT1,5\nX1,5\nT4\nT5,6\nbad one,5\n");

      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("rows-invalid");
      assertThat(reply.json().get("errors"))
          .extracting(error -> error.get("row").asInt() + " " + error.get("code").asText())
          .containsExactlyInAnyOrder(
              "3 tube-unknown", "4 row-malformed", "5 priority-differs", "6 barcode-malformed");
    }

    @Test
    void mayGoAheadWithTheirValidRows() {
      var reply =
          api.post("/v1/jobs?mode=valid-rows&hold=true", "text/csv", "tube_barcode\nT1\nX1\nT4\n");

      assertThat(reply.status()).as(reply.text()).isEqualTo(202);
      assertThat(reply.json().get("items")).hasSize(2);
      assertThat(reply.json().get("skipped").get(0).get("row").asInt()).isEqualTo(3);
    }

    @Test
    void doNotGoAheadWithoutAValidRow() {
      var reply = api.post("/v1/jobs?mode=valid-rows", "text/csv", "tube_barcode\nX1\nX2\n");

      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("tube-unknown");
      assertThat(reply.json().get("errors")).hasSize(2);
    }

    @Test
    void reportADryRunRowByRow() {
      var reply = api.post("/v1/jobs?dryRun=true", "text/csv", "tube_barcode\nT1\n\"T 2\"\nX1\n");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().get("rows"))
          .extracting(row -> row.get("row").asInt() + " " + row.get("valid").asBoolean())
          .containsExactly("2 true", "3 false", "4 false");
      assertThat(reply.json().get("errors")).hasSize(2);
    }
  }

  @Nested
  class Looking {
    @Test
    void showsAJobAndItsParts() {
      var id = api.submitted("{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}");

      var job = api.get("/v1/jobs/" + id);
      assertThat(job.status()).isEqualTo(200);
      assertThat(job.header("ETag")).isEqualTo("\"1\"");
      assertThat(job.json().get("exposure").get("actualTubeSeconds").asDouble()).isZero();
      assertThat(job.json().get("exposure").get("gapPercent").isNull()).isTrue();
      assertThat(job.json().get("eta").isNull()).isTrue();
      assertThat(job.json().get("warm")).isEmpty();
      assertThat(api.get("/v1/jobs/" + id + "/items").json().get("items")).hasSize(1);
      var plan = api.get("/v1/jobs/" + id + "/plan");
      assertThat(plan.status()).isEqualTo(404);
      assertThat(plan.code()).isEqualTo("plan-not-found");
    }

    @Test
    void saysWhenNothingHasChanged() {
      var id = api.submitted("{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}");

      assertThat(api.get("/v1/jobs/" + id, "If-None-Match", "\"1\"").status()).isEqualTo(304);
      assertThat(api.get("/v1/jobs/" + id, "If-None-Match", "\"2\"").status()).isEqualTo(200);
    }

    @Test
    void servesReceiptsAsJsonAndCsv() {
      var id = api.submitted("{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}");

      var json = api.get("/v1/jobs/" + id + "/receipt").json();
      assertThat(json.get("tubes").get(0).get("outcome").asText()).isEqualTo("PENDING");
      var csv = api.get("/v1/jobs/" + id + "/receipt", "Accept", "text/csv");
      assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=UTF-8");
      assertThat(csv.text().lines()).hasSize(2);
      assertThat(csv.text()).startsWith("item,tube_barcode,outcome,port,slot,delivered_at,");
    }

    @Test
    void listsTheEventsOfAJob() {
      var id = api.submitted("{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}");
      api.postJson("/v1/jobs/" + id + "/actions", "{\"type\":\"release\",\"reason\":\"go\"}");
      api.settle();

      var events = api.get("/v1/jobs/" + id + "/events").json().get("events");
      assertThat(events)
          .extracting(event -> event.get("type").asText())
          .containsExactly("job.accepted", "job.acted", "job.released");
      assertThat(events.get(2).get("cause").get("reason").asText()).isEqualTo("go");
      var first = api.get("/v1/jobs/" + id + "/events?limit=2").json();
      var second =
          api.get("/v1/jobs/" + id + "/events?limit=2&cursor=" + first.get("next").asText()).json();
      assertThat(second.get("events").get(0)).isEqualTo(events.get(2));
      assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void findsNoJobThatIsNotThere() {
      for (var id : new String[] {"01J00000000000000000000000", "x", "%2F..%2F", "a%20b"}) {
        var reply = api.get("/v1/jobs/" + id);
        assertThat(reply.status()).as(id).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("job-not-found");
      }
    }
  }

  @Nested
  class Listing {
    @Test
    void goesFromPageToPageWithoutGapOrRepeat() {
      for (int i = 0; i < 5; i++) {
        api.submitted(
            "{\"type\":\"retrieve\",\"hold\":true,\"labels\":{\"page\":\"yes\"},\"items\":[{\"tube\":\"T1\"}]}");
      }
      var ids = new ArrayList<String>();
      var path = "/v1/jobs?limit=2&label.page=yes";
      for (var next = path; !next.isEmpty(); ) {
        var reply = api.get(next);
        reply.json().get("jobs").forEach(job -> ids.add(job.get("id").asText()));
        var link = reply.header("Link");
        assertThat(link.isEmpty()).isEqualTo(reply.json().get("next").isNull());
        next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
      }

      assertThat(ids).hasSize(5).doesNotHaveDuplicates();
      assertThat(ids).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void filtersByStateAndReference() {
      var id =
          api.submitted(
              "{\"type\":\"retrieve\",\"externalRef\":\"only-me\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}");

      assertThat(api.get("/v1/jobs?externalRef=only-me&state=ACCEPTED,QUEUED").json().get("jobs"))
          .extracting(job -> job.get("id").asText())
          .containsExactly(id);
      assertThat(api.get("/v1/jobs?externalRef=only-me&state=RUNNING").json().get("jobs"))
          .isEmpty();
      assertThat(
              api.get("/v1/jobs?externalRef=only-me&createdAfter=2100-01-01T00:00:00Z")
                  .json()
                  .get("jobs"))
          .isEmpty();
    }

    @Test
    void saysWhatItReflects() {
      assertThat(Long.parseLong(api.get("/v1/jobs").header("X-Givre-Offset"))).isPositive();
    }
  }
}

package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.givre.orchestrator.api.RunningApi.Reply;
import org.givre.orchestrator.view.SmallStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a request: it is told so, and nothing is changed. */
class BadInputTest {
  @TempDir static Path directory;
  private static RunningApi api;
  private static String job = "";

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    assertThat(api.imported("T1,S1,LCL,1,D1,D1-R01,1,A1", "T2,S2,LCL,1,D1,D1-R01,1,A2").status())
        .isEqualTo(200);
    job = api.submitted("{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** A request and what must be answered. */
  record Case(int status, String code, String method, String path, String type, String body) {
    @Override
    public String toString() {
      var text = method + " " + path + " " + body;
      return status + " " + code + ": " + (text.length() > 90 ? text.substring(0, 90) : text);
    }
  }

  private static Case job(int status, String code, String body) {
    return new Case(status, code, "POST", "/v1/jobs", "application/json", body);
  }

  private static Case with(int status, String code, String field) {
    return job(
        status, code, "{\"type\":\"retrieve\",\"items\":[{\"tube\":\"T1\"}],%s}".formatted(field));
  }

  private static Case item(int status, String code, String item) {
    return job(status, code, "{\"type\":\"retrieve\",\"items\":[%s]}".formatted(item));
  }

  private static Case list(int status, String code, String body) {
    return new Case(status, code, "POST", "/v1/jobs", "text/csv", body);
  }

  private static Case inventory(int status, String code, String... rows) {
    return new Case(
        status, code, "POST", "/v1/inventory:import", "text/csv", RunningApi.inventory(rows));
  }

  private static Case get(int status, String code, String path) {
    return new Case(status, code, "GET", path, "", "");
  }

  static Stream<Case> brokenJson() {
    return Stream.of(
        job(400, "json-malformed", ""),
        job(400, "json-malformed", "{"),
        job(400, "json-malformed", "{\"type\":}"),
        job(400, "json-malformed", "{} {}"),
        job(400, "json-malformed", "{\"type\":\"retrieve\",\"type\":\"retrieve\"}"),
        job(400, "json-malformed", "nonsense"),
        job(400, "json-malformed", "{\"\\ud800\":1}"),
        job(400, "json-malformed", "{\"type\":\"\\uDFFF\"}"),
        job(400, "json-too-deep", "[".repeat(100) + "]".repeat(100)),
        job(400, "type-wrong", "[]"),
        job(400, "type-wrong", "7"),
        job(400, "type-wrong", "null"),
        job(413, "body-too-large", "\"" + "x".repeat(1 << 20) + "\""));
  }

  static Stream<Case> wrongJobs() {
    return Stream.of(
        job(400, "field-missing", "{}"),
        job(400, "field-missing", "{\"type\":\"retrieve\"}"),
        job(400, "field-missing", "{\"items\":[{\"tube\":\"T1\"}]}"),
        job(422, "type-not-supported", "{\"type\":\"store\",\"to\":{}}"),
        job(400, "type-wrong", "{\"type\":5,\"items\":[{\"tube\":\"T1\"}]}"),
        job(400, "type-wrong", "{\"type\":\"retrieve\",\"items\":{}}"),
        job(400, "out-of-range", "{\"type\":\"retrieve\",\"items\":[]}"),
        with(400, "field-unknown", "\"colour\":1"),
        with(400, "out-of-range", "\"priority\":0"),
        with(400, "out-of-range", "\"priority\":10"),
        with(400, "out-of-range", "\"priority\":99999999999999999999"),
        with(400, "type-wrong", "\"priority\":5.5"),
        with(400, "type-wrong", "\"priority\":\"5\""),
        with(400, "type-wrong", "\"hold\":\"yes\""),
        with(400, "type-wrong", "\"labels\":[]"),
        with(400, "type-wrong", "\"labels\":{\"a\":1}"),
        with(400, "field-missing", "\"labels\":{\"a\":null}"),
        with(400, "value-malformed", "\"labels\":{\"a b\":\"x\"}"),
        with(400, "out-of-range", "\"externalRef\":\"\""),
        with(400, "out-of-range", "\"externalRef\":\"" + "x".repeat(256) + "\""),
        with(400, "value-malformed", "\"dueAt\":\"tomorrow\""),
        with(400, "value-malformed", "\"dueAt\":\"2026-11-24T10:00:00\""),
        with(400, "out-of-range", "\"dueAt\":\"+999999999-01-01T00:00:00Z\""),
        with(400, "type-wrong", "\"dueAt\":1700000000"),
        with(422, "deadline-passed", "\"deadlineAt\":\"2001-01-01T00:00:00Z\""),
        with(
            422,
            "deadline-passed",
            "\"notBefore\":\"2900-01-02T00:00:00Z\",\"deadlineAt\":\"2900-01-01T00:00:00Z\""),
        with(400, "type-wrong", "\"output\":\"P1\""),
        with(400, "field-unknown", "\"output\":{\"slot\":1}"),
        with(400, "value-malformed", "\"output\":{\"port\":\"P 1\"}"),
        with(422, "port-unknown", "\"output\":{\"port\":\"P9\"}"),
        with(422, "job-unknown", "\"retryOf\":\"01J00000000000000000000000\""),
        with(422, "job-unknown", "\"retryOf\":\"anything\""),
        with(400, "value-malformed", "\"retryOf\":\"a b\""),
        with(422, "limits-not-supported", "\"exposureLimits\":{\"targetSeconds\":300}"),
        with(400, "request-invalid", "\"colour\":1,\"priority\":0"));
  }

  static Stream<Case> wrongItems() {
    return Stream.of(
        item(400, "type-wrong", "\"T1\""),
        item(400, "field-missing", "{}"),
        item(400, "value-malformed", "{\"tube\":\"T1\",\"specimen\":\"S1\"}"),
        item(400, "value-malformed", "{\"tube\":\"T1\",\"material\":\"LCL\"}"),
        item(400, "value-malformed", "{\"tube\":\"T 1\"}"),
        item(400, "value-malformed", "{\"tube\":\"T\\u00e9\"}"),
        item(400, "out-of-range", "{\"tube\":\"\"}"),
        item(400, "out-of-range", "{\"tube\":\"" + "x".repeat(5000) + "\"}"),
        item(400, "type-wrong", "{\"tube\":17}"),
        item(400, "field-unknown", "{\"tube\":\"T1\",\"volume\":1}"),
        item(400, "type-wrong", "{\"anyOf\":\"T1\"}"),
        item(400, "out-of-range", "{\"anyOf\":[]}"),
        item(400, "field-missing", "{\"anyOf\":[\"T1\",null]}"),
        item(400, "value-malformed", "{\"anyOf\":[\"T1\",\"T1\"]}"),
        item(422, "tube-unknown", "{\"tube\":\"X\"}"),
        item(422, "tube-unknown", "{\"anyOf\":[\"T1\",\"X\"]}"),
        item(422, "tube-twice", "{\"tube\":\"T1\"},{\"tube\":\"T1\"}"),
        item(422, "specimen-unknown", "{\"specimen\":\"X\"}"),
        item(422, "specimen-gone", "{\"specimen\":\"S1\",\"material\":\"PBMC\"}"),
        item(422, "tubes-insufficient", "{\"specimen\":\"S1\"},{\"specimen\":\"S1\"}"));
  }

  static Stream<Case> wrongLists() {
    var manyRows = "tube_barcode\n" + "T1\n".repeat(10_001);
    return Stream.of(
        list(400, "csv-malformed", ""),
        list(400, "csv-malformed", "\n\n"),
        list(400, "csv-malformed", "tube_barcode\n"),
        list(400, "csv-malformed", "barcode\nT1\n"),
        list(400, "csv-malformed", "tube_barcode,specimen_id\nT1,S1\n"),
        list(400, "csv-malformed", "material\nLCL\n"),
        list(400, "csv-malformed", "tube_barcode,tube_barcode\nT1,T1\n"),
        list(400, "csv-malformed", "tube_barcode\n\"T1\n"),
        list(400, "csv-malformed", manyRows),
        list(413, "body-too-large", "tube_barcode\n" + "x".repeat(5 << 20)),
        list(422, "row-malformed", "tube_barcode\nT1,T2\n"),
        list(422, "barcode-malformed", "tube_barcode\nT 1\n"),
        list(422, "specimen-malformed", "specimen_id\nS 1\n"),
        list(422, "material-malformed", "tube_barcode,material\nT1,LCL\n"),
        list(400, "out-of-range", "tube_barcode,priority\nT1,10\n"),
        list(422, "priority-differs", "tube_barcode,priority\nT1,1\nT2,2\n"),
        list(422, "tube-unknown", "tube_barcode\nX\n"),
        list(422, "tube-twice", "tube_barcode\nT1\nT1\n"),
        new Case(
            400, "parameter-unknown", "POST", "/v1/jobs?modus=x", "text/csv", "tube_barcode\nT1"),
        new Case(
            400, "parameter-malformed", "POST", "/v1/jobs?mode=x", "text/csv", "tube_barcode\nT1"),
        new Case(
            400,
            "parameter-malformed",
            "POST",
            "/v1/jobs?priority=x",
            "text/csv",
            "tube_barcode\nT1"));
  }

  static Stream<Case> wrongInventories() {
    return Stream.of(
        inventory(422, "row-malformed", "T9,S9,LCL,1,D1,D1-R01,1"),
        inventory(422, "barcode-malformed", ",S9,LCL,1,D1,D1-R01,1,A3"),
        inventory(422, "specimen-malformed", "T9,,LCL,1,D1,D1-R01,1,A3"),
        inventory(422, "material-malformed", "T9,S9,L\u00e9L,1,D1,D1-R01,1,A3"),
        inventory(422, "aliquot-malformed", "T9,S9,LCL,one,D1,D1-R01,1,A3"),
        inventory(422, "aliquot-malformed", "T9,S9,LCL,-1,D1,D1-R01,1,A3"),
        inventory(422, "dewar-unknown", "T9,S9,LCL,1,D9,D1-R01,1,A3"),
        inventory(422, "rack-unknown", "T9,S9,LCL,1,D1,D1-R09,1,A3"),
        inventory(422, "rack-elsewhere", "T9,S9,LCL,1,D1,D2-R01,1,A3"),
        inventory(422, "level-unknown", "T9,S9,LCL,1,D1,D1-R01,4,A3"),
        inventory(422, "level-unknown", "T9,S9,LCL,1,D1,D1-R01,0,A3"),
        inventory(422, "level-unknown", "T9,S9,LCL,1,D1,D1-R01,99999999999,A3"),
        inventory(422, "well-unknown", "T9,S9,LCL,1,D1,D1-R01,1,C1"),
        inventory(422, "well-unknown", "T9,S9,LCL,1,D1,D1-R01,1,A6"),
        inventory(422, "well-unknown", "T9,S9,LCL,1,D1,D1-R01,1,?"),
        inventory(422, "tube-twice", "T9,S9,LCL,1,D1,D1-R01,1,A3", "T9,S9,LCL,1,D1,D1-R01,1,A4"),
        inventory(422, "well-twice", "T8,S9,LCL,1,D1,D1-R01,1,A3", "T9,S9,LCL,2,D1,D1-R01,1,A03"),
        inventory(422, "well-taken", "T9,S9,LCL,1,D1,D1-R01,1,A1"),
        inventory(422, "tube-elsewhere", "T1,S1,LCL,1,D1,D1-R01,1,A3"),
        inventory(422, "tube-differs", "T1,S1,PBMC,1,D1,D1-R01,1,A1"),
        inventory(422, "rows-invalid", "T8,S9,LCL,1,D9,D1-R01,1,A3", "T9,S9,LCL,2,D1,D1-R01,9,A3"),
        new Case(
            400, "csv-malformed", "POST", "/v1/inventory:import", "text/csv", "tube_barcode\nT9\n"),
        new Case(
            400,
            "csv-malformed",
            "POST",
            "/v1/inventory:import",
            "text/csv",
            "tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well,place\n"),
        new Case(400, "csv-malformed", "POST", "/v1/inventory:import", "text/csv", ""),
        new Case(415, "media-type-unsupported", "POST", "/v1/inventory:import", "text/plain", "x"));
  }

  static Stream<Case> wrongAddresses() {
    return Stream.of(
        get(404, "route-not-found", "/"),
        get(404, "route-not-found", "/v1"),
        get(404, "route-not-found", "/v1/nothing"),
        get(404, "route-not-found", "/v2/jobs"),
        get(404, "route-not-found", "/v1/jobs/"),
        get(404, "route-not-found", "/v1/jobs/01J00000000000000000000000/nothing"),
        get(404, "route-not-found", "/health"),
        get(404, "job-not-found", "/v1/jobs/01J00000000000000000000000/plan"),
        get(404, "job-not-found", "/v1/jobs/01J00000000000000000000000/items"),
        get(404, "job-not-found", "/v1/jobs/01J00000000000000000000000/events"),
        get(404, "job-not-found", "/v1/jobs/01J00000000000000000000000/receipt"),
        get(404, "tube-not-found", "/v1/tubes/X"),
        get(404, "tube-not-found", "/v1/tubes/%20"),
        get(404, "tube-not-found", "/v1/tubes/X/history"),
        get(404, "tube-not-found", "/v1/tubes/X/exposure"),
        get(404, "specimen-not-found", "/v1/specimens/X"),
        get(404, "device-not-found", "/v1/devices/picker-9"),
        new Case(405, "method-not-allowed", "DELETE", "/v1/jobs", "", ""),
        new Case(405, "method-not-allowed", "PUT", "/v1/jobs", "application/json", "{}"),
        new Case(405, "method-not-allowed", "POST", "/v1/tubes/T1", "application/json", "{}"),
        new Case(405, "method-not-allowed", "GET", "/v1/inventory:import", "", ""),
        get(400, "parameter-unknown", "/v1/jobs?stat=RUNNING"),
        get(400, "parameter-unknown", "/v1/tubes/T1?x=1"),
        get(400, "parameter-malformed", "/v1/jobs?limit=0"),
        get(400, "parameter-malformed", "/v1/jobs?limit=501"),
        get(400, "parameter-malformed", "/v1/jobs?limit=1&limit=2"),
        get(400, "parameter-malformed", "/v1/jobs?limit=x"),
        get(400, "parameter-malformed", "/v1/jobs?state=MOVING"),
        get(400, "parameter-malformed", "/v1/jobs?createdAfter=yesterday"),
        get(400, "parameter-malformed", "/v1/jobs?sort=size"),
        get(400, "cursor-malformed", "/v1/jobs?cursor=!!"),
        get(400, "cursor-malformed", "/v1/tubes?cursor=eHg"),
        get(400, "cursor-malformed", "/v1/inventory?cursor=eHg"),
        get(422, "as-of-not-supported", "/v1/inventory?asOf=2026-01-01T00:00:00Z"),
        get(400, "parameter-malformed", "/v1/events?after=x"));
  }

  static Stream<Case> wrongActions() {
    var actions = "/v1/jobs/" + job + "/actions";
    var json = "application/json";
    return Stream.of(
        new Case(400, "json-malformed", "POST", actions, json, "{"),
        new Case(400, "field-missing", "POST", actions, json, "{}"),
        new Case(400, "type-wrong", "POST", actions, json, "[]"),
        new Case(
            400,
            "field-unknown",
            "POST",
            actions,
            json,
            "{\"type\":\"release\",\"reason\":\"x\",\"x\":1}"),
        new Case(400, "field-missing", "POST", actions, json, "{\"type\":\"fly\"}"),
        new Case(415, "media-type-unsupported", "POST", actions, "text/plain", "release"),
        new Case(
            404,
            "job-not-found",
            "POST",
            "/v1/jobs/01J00000000000000000000000/actions",
            json,
            "{\"type\":\"release\"}"),
        new Case(
            400,
            "field-missing",
            "POST",
            "/v1/devices/picker-1/actions",
            json,
            "{\"type\":\"pause\"}"),
        new Case(
            404, "device-not-found", "POST", "/v1/devices/x/actions", json, "{\"type\":\"pause\"}"),
        new Case(400, "field-missing", "POST", "/v1/site/actions", json, "{\"type\":\"holdAll\"}"),
        new Case(415, "media-type-unsupported", "POST", "/v1/jobs", "text/xml", "<job/>"),
        new Case(
            415, "media-type-unsupported", "POST", "/v1/jobs", "text/csv; charset=ISO-8859-1", "x"),
        new Case(415, "media-type-unsupported", "POST", "/v1/jobs", "", "{}"));
  }

  @ParameterizedTest
  @MethodSource({
    "brokenJson",
    "wrongJobs",
    "wrongItems",
    "wrongLists",
    "wrongInventories",
    "wrongAddresses",
    "wrongActions"
  })
  void isAnsweredByAProblemAndChangesNothing(Case bad) {
    var before = state();

    var reply = sent(bad);

    assertThat(reply.status()).as(reply.text()).isEqualTo(bad.status());
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    var problem = reply.json();
    assertThat(problem.get("code").asText()).isEqualTo(bad.code());
    assertThat(problem.get("type").asText()).isEqualTo("urn:givre:problem:" + bad.code());
    assertThat(problem.get("status").asInt()).isEqualTo(bad.status());
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(problem.get("instance").asText()).isEqualTo(bad.path().split("\\?", -1)[0]);
    assertThat(problem.get("errors").isArray()).isTrue();
    assertThat(reply.text()).doesNotContain("Exception").doesNotContain("org.givre");
    api.settle();
    assertThat(state()).isEqualTo(before);
  }

  private static Reply sent(Case bad) {
    var body = bad.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(bad.body());
    return bad.type().isEmpty()
        ? api.send(bad.method(), bad.path(), body)
        : api.send(bad.method(), bad.path(), body, "Content-Type", bad.type());
  }

  /** All that the engine knows; reads alone must not change it either. */
  private static String state() {
    return api.view.appliedOffset()
        + " "
        + api.view.jobs().count()
        + " "
        + api.view.tubes().standing()
        + " "
        + api.view.tubes().standingIn(SmallStore.R1, 0, 100);
  }

  @Test
  void saysWhereBrokenJsonBreaks() {
    var reply = api.postJson("/v1/jobs", "{\"type\": \"retrieve\",\n  \"items\": [}");

    assertThat(reply.json().get("detail").asText()).contains("line 2, column 13");
  }

  @Test
  void namesTheMethodsThatAreAllowed() {
    var reply = api.send("DELETE", "/v1/jobs", BodyPublishers.noBody());

    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void refusesRepresentationsThatThereAreNone() {
    var reply = api.get("/v1/jobs", "Accept", "text/html");

    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.code()).isEqualTo("not-acceptable");
    assertThat(api.get("/v1/jobs", "Accept", "text/html, */*;q=0.1").status()).isEqualTo(200);
    assertThat(api.get("/v1/jobs", "Accept", "application/json;q=0").status()).isEqualTo(406);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin = {'{', '"', 't', (byte) 0xE9, '"', '}'};
    var json =
        api.send(
            "POST",
            "/v1/jobs",
            BodyPublishers.ofByteArray(latin),
            "Content-Type",
            "application/json");
    var csv =
        api.send(
            "POST",
            "/v1/jobs",
            BodyPublishers.ofByteArray(
                "tube_barcode\nT\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
            "Content-Type",
            "text/csv");

    assertThat(json.code()).isEqualTo("json-malformed");
    assertThat(csv.code()).isEqualTo("csv-malformed");
  }

  @Test
  void saysWhichColumnsAnInventoryLacks() {
    var reply = api.post("/v1/inventory:import", "text/csv", "tube_barcode,rack\nT9,D1-R01\n");

    assertThat(reply.json().get("detail").asText())
        .contains("specimen_id", "material", "aliquot", "dewar", "level", "well");
  }
}

package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.givre.orchestrator.cli.AnsweringServer.Answer;
import org.junit.jupiter.api.Test;

/** Against entries that were hashed by hand, with {@code sha256sum} and the page on the audit. */
class AuditCommandTest {
  private static final String HASH_1 =
      "12a9c3b4cfb5fd66df263aaf05c00bc1784f2b0d7a2cc854cad677d06ed0ccb6";
  private static final String HASH_2 =
      "5f53a5cca6b80f861d04e354369b5be433f2a66e3a902fc6f12533f23a3436ae";

  private static final String FIRST =
      """
      {"offset":12,"at":"2026-11-24T10:00:01Z","wallTime":"2026-11-24T10:01:01Z","who":"ada",
       "reason":"frost on the lid","target":{"kind":"dewar","id":"D1"},"action":"01A",
       "type":"pause","arguments":{},"outcome":"ACCEPTED","code":null,
       "previousHash":"%s","hash":"%s"}"""
          .formatted("0".repeat(64), HASH_1);
  private static final String SECOND =
      """
      {"offset":20,"at":"2026-11-24T10:00:02Z","wallTime":"2026-11-24T10:01:02Z","who":"grace",
       "reason":"a\\nb \\\\ c","target":{"kind":"job","id":"01J"},"action":"01B",
       "type":"reroute","arguments":{"avoid":"D1,D2","port":"P=1"},"outcome":"REFUSED",
       "code":"port-unknown","previousHash":"%s","hash":"%s"}"""
          .formatted(HASH_1, HASH_2);

  /** Two pages, an entry on each. */
  private static AnsweringServer serving(String first, String second) {
    return AnsweringServer.by(
        request ->
            request.line().contains("cursor=more")
                ? new Answer(200, "{\"entries\":[%s],\"next\":null}".formatted(second))
                : new Answer(200, "{\"entries\":[%s],\"next\":\"more\"}".formatted(first)));
  }

  private static CommandRun run(AnsweringServer server, String options) {
    return CommandRun.of(("audit --url " + server.url() + options).split(" "));
  }

  @Test
  void printsEveryEntryAndChecksTheChain() {
    try (var server = serving(FIRST, SECOND)) {
      var run = run(server, "");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out().lines()).hasSize(3);
      assertThat(run.out())
          .contains("12", "ada", "dewar D1", "pause", "ACCEPTED", "frost on the lid")
          .contains("job 01J", "REFUSED port-unknown", "a b \\ c");
      assertThat(run.err()).contains("2 entries; the chain holds. Head: " + HASH_2);
      assertThat(server.requests())
          .containsExactly("GET /v1/audit?limit=500", "GET /v1/audit?limit=500&cursor=more");
    }
  }

  @Test
  void seesThatAnEntryWasChanged() {
    try (var server = serving(FIRST.replace("frost", "snow"), SECOND)) {
      var run = run(server, "");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("Entry 12: its hash is not that of its content.");
    }
  }

  @Test
  void seesThatAnEntryIsMissing() {
    try (var server = AnsweringServer.of(200, "{\"entries\":[%s]}".formatted(SECOND))) {
      assertThat(run(server, "").err()).contains("Entry 20: it does not follow on the entry");
      assertThat(run(server, "").exitCode()).isEqualTo(1);
    }
  }

  @Test
  void looksAtEachHashAloneWhereOthersAreFilteredOut() {
    try (var server = AnsweringServer.of(200, "{\"entries\":[%s]}".formatted(SECOND))) {
      var run = run(server, " --target 01J --type reroute --outcome REFUSED");
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).contains("1 entry; each hash is right.");
      assertThat(server.requests())
          .containsExactly("GET /v1/audit?limit=500&target=01J&type=reroute&outcome=REFUSED");
    }
  }

  @Test
  void missesAHashThatWasNoted() {
    try (var server = serving(FIRST, SECOND)) {
      assertThat(run(server, " --noted " + HASH_1).exitCode()).isZero();
      var run = run(server, " --noted " + "a".repeat(64));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("No entry has the hash aaaa");
    }
  }

  @Test
  void printsPagesAsTheyAre() {
    try (var server = serving(FIRST, SECOND)) {
      assertThat(run(server, " --json").out()).contains("\"next\":\"more\"", HASH_2);
    }
  }
}

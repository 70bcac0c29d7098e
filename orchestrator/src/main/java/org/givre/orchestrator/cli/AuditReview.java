package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Audit entries on their way to a person, and what is wrong with them. */
final class AuditReview {
  private final boolean whole;
  private final AuditChain chain;
  private final Optional<String> noted;
  private final List<String> complaints = new ArrayList<>();
  private final Table table =
      new Table("OFFSET", "AT", "WHO", "TARGET", "TYPE", "OUTCOME", "REASON");
  private boolean notedSeen;

  /**
   * A review.
   *
   * @param whole whether every entry is to come
   * @param noted hash that one of them must have
   */
  AuditReview(boolean whole, Optional<String> noted) {
    this.whole = whole;
    this.noted = noted;
    this.chain = new AuditChain(whole);
  }

  void add(JsonNode entry) {
    chain.next(entry).ifPresent(complaints::add);
    notedSeen |= noted.filter(chain.head()::equals).isPresent();
    var code = Figures.text(entry.path("code"));
    table.row(
        entry.path("offset").asText(),
        entry.path("at").asText(),
        entry.path("who").asText(),
        entry.at("/target/kind").asText() + " " + entry.at("/target/id").asText(),
        entry.path("type").asText(),
        entry.path("outcome").asText() + (code.isEmpty() ? "" : " " + code),
        entry.path("reason").asText().replaceAll("\\s+", " "));
  }

  /** Prints the entries, unless {@code json} has been, and the verdict; returns the exit code. */
  int print(Terminal terminal, boolean json) {
    if (!json && !table.isEmpty()) {
      table.print(terminal.out());
    }
    if (noted.isPresent() && !notedSeen) {
      complaints.add("No entry has the hash %s.".formatted(noted.get()));
    }
    complaints.forEach(terminal.err()::println);
    if (complaints.isEmpty()) {
      terminal.err().println(verdict());
    }
    return complaints.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private String verdict() {
    var entries = Figures.counted(chain.count(), "entry", "entries");
    return whole
        ? "%s; the chain holds. Head: %s".formatted(entries, chain.head())
        : "%s; each hash is right.".formatted(entries);
  }
}

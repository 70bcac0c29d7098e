package org.givre.orchestrator.cli;

import java.io.IOException;
import org.givre.journal.store.Verification;
import org.givre.journal.store.VerifyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre journal verify}. */
@Command(
    name = "verify",
    description = {
      "Check every event, every link of the chain of hashes and every signature.",
      "Returns 1 when something is not as it was written, and names each offset."
    })
final class JournalVerify extends JournalTask {
  @Option(
      names = "--anchor",
      description =
          "When all is whole but for a lost anchor, sign the end of the chain again. Only if you know why the file is gone.")
  private boolean anchor;

  JournalVerify(Workplace workplace) {
    super(workplace);
  }

  @Override
  String doing() {
    return "verifying";
  }

  @Override
  int run(TaskProgress progress) throws IOException {
    try (var held = workplace().journals().hold(dataDirectory())) {
      var stages =
          new Verification.Stages(
              progress.stage().apply("verifying snapshots"),
              progress.work(),
              progress.stage().apply("looking for surplus entries"));
      var outside = new Verification.Outside(workplace().wall(), stages);
      var report =
          anchor
              ? Verification.runAndAnchor(held.journal(), outside)
              : Verification.run(held.journal(), outside);
      return printed(report);
    }
  }

  private int printed(VerifyReport report) {
    report.findings().forEach(finding -> print(finding.toString()));
    if (report.allFindings() > report.findings().size()) {
      print("... and %,d more".formatted(report.allFindings() - report.findings().size()));
    }
    report.notes().forEach(note -> print("Note: " + note));
    var counts = report.counts();
    print(
        "%s in %s, %s, %s for replay: %s"
            .formatted(
                Figures.counted(report.lastOffset(), "event", "events"),
                Figures.counted(counts.blocks(), "block", "blocks"),
                Figures.counted(counts.heads(), "signed head", "signed heads"),
                Figures.counted(counts.copies(), "copy", "copies"),
                report.isWhole() ? "whole" : "whole up to offset " + report.wholeUpTo()));
    return report.isWhole() ? ExitCode.OK : ExitCode.FAILED;
  }
}

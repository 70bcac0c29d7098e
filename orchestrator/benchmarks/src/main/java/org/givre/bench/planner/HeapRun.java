package org.givre.bench.planner;

import java.io.IOException;
import java.util.List;
import org.givre.bench.Arguments;

/** Plans XL with little heap, in a process of its own ({@link HeapTrial}). */
final class HeapRun {
  private static final String LARGEST = "XL-101";

  private final Arguments settings;
  private final Rows rows;

  HeapRun(Arguments settings, Rows rows) {
    this.settings = settings;
    this.rows = rows;
  }

  void run() throws IOException, InterruptedException {
    var heap = settings.text("heap");
    Progress.tell("%s with %s of heap", LARGEST, heap);
    var file = Problems.file(settings.path("dir"), LARGEST).toString();
    var seconds = settings.text("largest");
    var process =
        GivreProcess.run("-Xmx" + heap, HeapTrial.class.getName(), List.of(file, seconds));
    var what = "%s, %s s, -Xmx%s: ".formatted(LARGEST, seconds, heap);
    rows.must(what + "a valid plan", process.exitCode() == 0);
    if (process.exitCode() == 0) {
      var mebibytes = process.out().trim().split(" ");
      rows.figure(what + "most heap used, MiB", Double.parseDouble(mebibytes[0]));
      rows.atMost(
          what + "most alive after a collection, MiB", 256, Double.parseDouble(mebibytes[1]));
    }
  }
}

package org.givre.orchestrator.planfile;

import java.io.IOException;
import java.nio.file.Path;
import org.givre.plans.instance.RetrievalPlan;

/**
 * Plans on disk: {@code givre-plan/1} and {@code /2}. Files whose name ends with {@code .gz} are
 * compressed.
 */
public final class PlanFile {
  static final String FORMAT_1 = "givre-plan/1";
  static final String FORMAT_2 = "givre-plan/2";

  private PlanFile() {}

  /**
   * Reads a plan.
   *
   * @throws UnknownReferenceException when it names a format, operation or mode that does not exist
   * @throws MalformedFileException when the file is not a plan
   */
  public static RetrievalPlan read(Path file) throws IOException {
    return JsonFile.read(file).mapped(PlanReader::plan);
  }

  /**
   * The plan that {@code text} describes.
   *
   * @throws UnknownReferenceException when it names a format, operation or mode that does not exist
   * @throws MalformedFileException when the text is not a plan
   */
  public static RetrievalPlan parse(String text) {
    return JsonFile.parsed(text).mapped(PlanReader::plan);
  }

  /** Writes {@code plan}; as {@code /2} where it places tubes. */
  public static void write(RetrievalPlan plan, Path file) throws IOException {
    JsonFile.write(PlanWriter.tree(plan), file);
  }

  /** {@code plan} as the text of a file. */
  public static String text(RetrievalPlan plan) {
    return JsonFile.text(PlanWriter.tree(plan));
  }
}

package org.givre.orchestrator.planfile;

import java.io.IOException;
import java.nio.file.Path;
import org.givre.plans.instance.Instance;

/**
 * Planning instances on disk: {@code givre-plan-instance/1} and {@code /2}. Files whose name ends
 * with {@code .gz} are compressed.
 */
public final class InstanceFile {
  static final String FORMAT_1 = "givre-plan-instance/1";
  static final String FORMAT_2 = "givre-plan-instance/2";

  private InstanceFile() {}

  /**
   * Reads an instance.
   *
   * @throws MalformedFileException when the file is not an instance
   */
  public static Instance read(Path file) throws IOException {
    return JsonFile.read(file).mapped(InstanceReader::instance);
  }

  /**
   * The instance that {@code text} describes.
   *
   * @throws MalformedFileException when the text is not an instance
   */
  public static Instance parse(String text) {
    return JsonFile.parsed(text).mapped(InstanceReader::instance);
  }

  /** Writes {@code instance}; as {@code /2} where it has tubes to put back. */
  public static void write(Instance instance, Path file) throws IOException {
    JsonFile.write(InstanceWriter.tree(instance), file);
  }

  /** {@code instance} as the text of a file. */
  public static String text(Instance instance) {
    return JsonFile.text(InstanceWriter.tree(instance));
  }
}

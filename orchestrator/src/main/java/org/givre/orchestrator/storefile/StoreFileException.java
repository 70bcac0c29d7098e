package org.givre.orchestrator.storefile;

/** A store file that is not what it should be: where, what was expected and found, what to do. */
public final class StoreFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String path;
  private final String expected;
  private final String found;
  private final String remedy;

  /**
   * Describes the first thing that is wrong.
   *
   * @param file as the caller named it
   * @param path JSON path of the value, such as {@code $.dewars[0].levels}
   * @param remedy what to do about it, as a sentence
   */
  public StoreFileException(
      String file, String path, String expected, String found, String remedy) {
    super("%s: %s: expected %s, found %s. %s".formatted(file, path, expected, found, remedy));
    this.file = file;
    this.path = path;
    this.expected = expected;
    this.found = found;
    this.remedy = remedy;
  }

  public String file() {
    return file;
  }

  public String path() {
    return path;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }

  public String remedy() {
    return remedy;
  }
}

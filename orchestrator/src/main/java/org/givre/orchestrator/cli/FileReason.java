package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, for people: Java often says no more than its name. */
final class FileReason {
  private FileReason() {}

  static String of(IOException why) {
    if (why instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (why instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (why instanceof FileSystemException told && told.getReason() != null) {
      return told.getReason();
    }
    return String.valueOf(why.getMessage());
  }
}

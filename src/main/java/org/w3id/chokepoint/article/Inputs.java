package org.w3id.chokepoint.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a list of paths stands for. */
public final class Inputs {
  private Inputs() {}

  /**
   * Files as given and the files below folders, hidden ones left out, each folder in order of name,
   * and each file once.
   *
   * @throws IOException where a path does not exist or a folder cannot be listed; the message says
   *     which and what to do
   */
  public static List<Path> expand(List<Path> paths) throws IOException {
    Set<Path> seen = new HashSet<>();
    List<Path> out = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new IOException(path + ": no such file or folder; check the spelling or create it");
      }
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          files
              .filter(Files::isRegularFile)
              .filter(f -> !hidden(path.relativize(f)))
              .sorted()
              .forEach(out::add);
        }
      } else {
        out.add(path);
      }
    }
    out.removeIf(file -> !seen.add(file.toAbsolutePath().normalize()));
    return out;
  }

  private static boolean hidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}

package org.w3id.chokepoint.intake;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Reading;

/**
 * What a list of paths stands for: files, what lies below folders (hidden files left out), patterns
 * such as {@code news/*.html}, and {@code -}, the standard input. The order of the paths does not
 * matter, and no file is read twice.
 */
public final class Inputs {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final Pattern MAGIC = Pattern.compile("[*?\\[{]");

  private final List<Input> inputs;

  private Inputs(List<Input> inputs) {
    this.inputs = inputs;
  }

  /** A file, or a folder with the files below it that are wanted. */
  private record Input(Path path, Predicate<Path> wanted) {
    boolean has(Path file) {
      return absolute(file).startsWith(absolute(path)) && wanted.test(absolute(file));
    }

    boolean isStandardInput() {
      return path.equals(STANDARD_INPUT) && !Files.exists(path);
    }
  }

  /**
   * Looks at each path; the files below folders are found later, while they are read.
   *
   * @throws IOException where a path does not exist or a pattern has no file; the message says
   *     which and what to do
   */
  public static Inputs of(List<Path> paths) throws IOException {
    List<Input> all = new ArrayList<>();
    for (Path path :
        paths.stream().sorted(Comparator.comparing(Inputs::absolute)).distinct().toList()) {
      all.add(input(path));
    }
    return new Inputs(all);
  }

  /** Reads everything, one article after the other. */
  public void read(Consumer<Reading> out) {
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      List<Input> earlier = inputs.subList(0, i);
      if (input.isStandardInput()) {
        ArticleReader.read("-", System.in, out);
      } else if (!Files.isDirectory(input.path())) {
        read(input.path(), earlier, out);
      } else if (below(input).mapToLong(file -> read(file, earlier, out)).sum() == 0) {
        out.accept(
            new Reading.Rejected(
                input.path().toString(), 0, "the folder has no files; put articles there"));
      }
    }
  }

  /** Reads a file that no earlier input had; counts it in any case. */
  private static long read(Path file, List<Input> earlier, Consumer<Reading> out) {
    if (earlier.stream().noneMatch(e -> e.has(file))) {
      ArticleReader.read(file, out);
    }
    return 1;
  }

  private static Input input(Path path) throws IOException {
    if (path.equals(STANDARD_INPUT) || Files.exists(path)) {
      return new Input(path, file -> true);
    }
    if (MAGIC.matcher(path.toString()).find()) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + absolute(path));
      Input pattern = new Input(fixed(path), matcher::matches);
      if (Files.isDirectory(pattern.path()) && below(pattern).findAny().isPresent()) {
        return pattern;
      }
      throw new IOException(path + ": no file is like this; check the pattern");
    }
    throw new IOException(path + ": no such file or folder; check the spelling or create it");
  }

  /** The folder above the first part of a pattern that stands for many. */
  private static Path fixed(Path pattern) {
    Path out = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
    for (Path part : pattern) {
      if (MAGIC.matcher(part.toString()).find()) {
        break;
      }
      out = out.resolve(part);
    }
    return out;
  }

  private static Stream<Path> below(Input input) {
    return below(input.path()).filter(input::has);
  }

  /** The files below a folder, in order of name; never more than one folder's names at once. */
  private static Stream<Path> below(Path folder) {
    List<Path> entries;
    try (Stream<Path> list = Files.list(folder)) {
      entries = list.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      return Stream.of(folder); // which cannot be read, and is told so
    }
    return entries.stream()
        .flatMap(
            p ->
                Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)
                    ? below(p)
                    : Files.isRegularFile(p) ? Stream.of(p) : Stream.empty());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}

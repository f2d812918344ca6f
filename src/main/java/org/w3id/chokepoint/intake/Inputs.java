package org.w3id.chokepoint.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Something to read, with the files below it. */
  private record Input(Path path, Predicate<Path> wanted, boolean folder) {
    boolean covers(Input other) {
      return folder && path != other.path && absolute(other.path).startsWith(absolute(path));
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
    for (Path path : paths) {
      all.add(input(path));
    }
    all.sort(Comparator.comparing(i -> absolute(i.path())));
    List<Input> once = new ArrayList<>();
    for (Input input : all) {
      boolean again =
          once.stream()
                  .anyMatch(
                      o ->
                          absolute(o.path()).equals(absolute(input.path()))
                              && o.folder() == input.folder()
                              && !input.folder())
              || all.stream().anyMatch(o -> o.wanted() == EVERY && o.covers(input));
      if (!again && !(once.contains(input))) {
        once.add(input);
      }
    }
    return new Inputs(once);
  }

  private static final Predicate<Path> EVERY = p -> true;

  /** Reads everything, one article after the other. */
  public void read(Consumer<Reading> out) {
    for (Input input : inputs) {
      if (input.path().equals(STANDARD_INPUT) && !input.folder()) {
        ArticleReader.read("-", System.in, out);
      } else if (!input.folder()) {
        ArticleReader.read(input.path(), out);
      } else if (below(input).peek(file -> ArticleReader.read(file, out)).count() == 0) {
        out.accept(
            new Reading.Rejected(
                input.path().toString(), 0, "the folder has no files; put articles there"));
      }
    }
  }

  private static Input input(Path path) throws IOException {
    if (path.equals(STANDARD_INPUT)) {
      return new Input(path, EVERY, false);
    }
    if (Files.exists(path)) {
      return new Input(path, EVERY, Files.isDirectory(path));
    }
    if (MAGIC.matcher(path.toString()).find()) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path.normalize());
      Input pattern = new Input(fixed(path), f -> matcher.matches(f.normalize()), true);
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
    return below(input.path()).filter(input.wanted());
  }

  /** The files below a folder, in order of name; never more than one folder's names at once. */
  private static Stream<Path> below(Path folder) {
    List<Path> entries;
    try (Stream<Path> list = Files.list(folder)) {
      entries = list.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
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

package org.w3id.chokepoint.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Parser;

/**
 * What a command line did, seen from the shell.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Shell(int code, String out, String err) {
  /** Runs in this process, with the parser that all tests share. */
  static Shell run(String... args) {
    return run(Parser::annotator, args);
  }

  /** Runs in this process and fails where the command asks for the parser. */
  static Shell runWithoutParser(String... args) {
    return run(
        () -> {
          throw new AssertionError("the parser was loaded");
        },
        args);
  }

  /** Runs in this process with the given parser. */
  static Shell run(Supplier<Annotator> annotator, String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = Main.execute(annotator, args);
      return new Shell(
          code,
          written.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The lines of standard error. */
  List<String> complaints() {
    return err.lines().toList();
  }
}

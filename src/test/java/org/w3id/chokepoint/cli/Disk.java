package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A small file system of its own, in memory, for one test. */
record Disk(Path folder) implements AutoCloseable {
  /** Mounts it; a test that may not is skipped. */
  static Disk mount(Path folder, long bytes) throws IOException, InterruptedException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString()),
        "this user may not mount a file system; skipped");
    return new Disk(folder);
  }

  /** Changes it, such as to {@code ro} or {@code size=1000000}. */
  void remount(String options) throws IOException, InterruptedException {
    if (!run("mount", "-o", "remount," + options, folder.toString())) {
      throw new IOException("cannot remount " + folder + " with " + options);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", "-l", folder.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}

package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.UUID;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Files that driver and workers share, in whatever Hadoop knows by its scheme. */
record SparkFolder(FileContext files, Path path) {
  static SparkFolder at(String uri) throws IOException {
    URI folder = URI.create(uri);
    FileContext files =
        folder.getScheme() == null
            ? FileContext.getLocalFSFileContext(SparkHadoopUtil.get().conf())
            : FileContext.getFileContext(folder, SparkHadoopUtil.get().conf());
    return new SparkFolder(files, new Path(folder));
  }

  /** The bytes of a file; a FileNotFoundException where there is none. */
  byte[] get(String name) throws IOException {
    try (InputStream in = files.open(new Path(path, name))) {
      return in.readAllBytes();
    }
  }

  /** Writes a file, which has its name only when all of it is there. */
  void put(String name, byte[] bytes) throws IOException {
    Path draft = new Path(path, "_" + name + "." + UUID.randomUUID());
    try (OutputStream out =
        files.create(draft, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
      out.write(bytes);
    }
    files.rename(draft, new Path(path, name), Options.Rename.OVERWRITE);
  }

  void delete(String name) throws IOException {
    files.delete(new Path(path, name), false);
  }
}

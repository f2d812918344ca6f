package org.w3id.chokepoint.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file (RFC 4180) as rows of text.
 *
 * @param line where the row begins, from 1
 * @param cells without white space around them
 */
record Csv(int line, List<String> cells) {
  private static final Charset OLD = Charset.forName("windows-1252");
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  /**
   * Reads a file, in UTF-8 or else in the older code page of Windows.
   *
   * @throws IOException with a message for the user: file, line, reason, remedy
   */
  static List<Csv> read(Path file) throws IOException {
    String text = text(file);
    List<Csv> rows = new ArrayList<>();
    int line = 1;
    try (MappingIterator<String[]> cells = MAPPER.readerFor(String[].class).readValues(text)) {
      while (cells.hasNextValue()) {
        String[] row = cells.nextValue();
        rows.add(new Csv(line, List.of(row)));
        line = cells.getCurrentLocation().getLineNr();
      }
    } catch (JsonProcessingException | RuntimeJsonMappingException e) {
      throw new IOException(
          file + ":" + line + ": not well-formed CSV (a quote without its end?); mend the row", e);
    }
    return rows;
  }

  private static String text(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file; check the path", e);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be read; check the path and its permissions", e);
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw new IOException(file + ": the file is binary, not CSV; unpack or export it first");
      }
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, OLD);
    }
    // A byte order mark before, and the end-of-file mark of DOS after the rows, are no content.
    text = text.replaceAll("^\uFEFF|\\s*\u001A\\s*$", "");
    if (text.isBlank()) {
      throw new IOException(file + ": the file is empty; download the list again");
    }
    return text;
  }
}

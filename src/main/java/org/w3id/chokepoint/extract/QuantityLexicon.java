package org.w3id.chokepoint.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words and rules of {@code ontology/lexicon/quantities.yaml}; that file explains each. Words
 * are looked up in any case.
 */
public record QuantityLexicon(
    Map<String, Integer> months,
    Map<String, Integer> weekdays,
    Map<String, Integer> seasons,
    Map<String, Integer> ordinals,
    Map<String, Integer> numbers,
    Map<String, Integer> shifts,
    Map<String, Integer> days,
    List<String> units,
    List<String> dateless,
    List<String> open,
    List<String> counting,
    List<String> drifting,
    List<String> deadline,
    List<String> dates,
    List<String> beside,
    List<String> events,
    List<String> telling,
    List<String> occurrence,
    List<String> aspect,
    Map<String, String> symbols,
    Map<String, String> currencies,
    Map<String, Integer> scales,
    Map<String, String> counted,
    List<String> amountless,
    List<String> amounts,
    List<String> measuring) {

  public QuantityLexicon {
    months = anyCase(months);
    weekdays = anyCase(weekdays);
    seasons = anyCase(seasons);
    ordinals = anyCase(ordinals);
    numbers = anyCase(numbers);
    shifts = anyCase(shifts);
    days = anyCase(days);
    symbols = anyCase(symbols);
    currencies = anyCase(currencies);
    scales = anyCase(scales);
    counted = anyCase(counted);
  }

  /** Reads the file; the exception names the line where it is broken. */
  public static QuantityLexicon load(Path file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), QuantityLexicon.class);
  }

  private static <V> Map<String, V> anyCase(Map<String, V> map) {
    Map<String, V> out = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    out.putAll(map);
    return Collections.unmodifiableMap(out);
  }
}

package org.w3id.chokepoint.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Accept header of a request (RFC 9110 section 12.5.1): media ranges with weights. */
public final class Accept {
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");

  private record Range(String type, String subtype, double weight) {
    int fit(String[] offered) {
      if (type.equals("*")) {
        return 1;
      }
      if (!type.equals(offered[0])) {
        return 0;
      }
      return subtype.equals("*") ? 2 : subtype.equals(offered[1]) ? 3 : 0;
    }
  }

  private final List<Range> ranges;

  private Accept(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** That of a request, which may spread it over several lines. */
  static Accept of(HttpServletRequest request) {
    return parse(String.join(",", Collections.list(request.getHeaders("Accept"))));
  }

  /** Reads a header; null, empty or without any readable range accepts everything. */
  public static Accept parse(@Nullable String header) {
    List<Range> ranges = new ArrayList<>();
    for (String part : (header == null ? "" : header).toLowerCase(Locale.ROOT).split(",", 100)) {
      String[] pieces = SEMICOLON.split(part.strip(), 20);
      String[] type = pieces[0].split("/", 2);
      if (type.length == 2) {
        ranges.add(new Range(type[0].strip(), type[1].strip(), weight(pieces)));
      }
    }
    return new Accept(ranges.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
  }

  private static double weight(String[] pieces) {
    for (String piece : pieces) {
      if (piece.startsWith("q=")) {
        return piece.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
            ? Double.parseDouble(piece.substring(2))
            : 0;
      }
    }
    return 1;
  }

  /**
   * The offered media type that fits best: highest weight, then the order in which the client names
   * them, then the order of the offer. Empty when none is acceptable.
   */
  public Optional<String> best(List<String> offered) {
    String best = null;
    double bestWeight = 0;
    int bestPlace = Integer.MAX_VALUE;
    for (String type : offered) {
      int place = place(type);
      double weight = place < 0 ? 0 : ranges.get(place).weight();
      if (weight > bestWeight || (weight == bestWeight && weight > 0 && place < bestPlace)) {
        best = type;
        bestWeight = weight;
        bestPlace = place;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Index of the most specific range that covers a type, or -1. */
  private int place(String offered) {
    String[] parts = offered.split("/", 2);
    int place = -1;
    int fit = 0;
    for (int i = 0; i < ranges.size(); i++) {
      int here = ranges.get(i).fit(parts);
      if (here > fit) {
        fit = here;
        place = i;
      }
    }
    return place;
  }
}

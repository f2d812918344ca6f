package org.w3id.chokepoint.extract;

import static org.w3id.chokepoint.extract.Grammar.any;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.extract.Grammar.Stretch;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Reads the amount of money, the share or the count in a predicate's own clause. */
final class Amounts {
  private final QuantityLexicon words;
  private final Grammar grammar;

  Amounts(QuantityLexicon words) {
    this.words = words;
    Map<String, String> macros = new HashMap<>();
    macros.put(
        "quantity",
        "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d+)?|" + any(words.numbers().keySet()));
    macros.put("symbol", any(words.symbols().keySet()));
    macros.put("scale", any(words.scales().keySet()));
    macros.put("currency", any(words.currencies().keySet()));
    macros.put("counted", any(words.counted().keySet()));
    macros.put("percent", "%|percent|per cent|pct");
    this.grammar =
        new Grammar(macros).with("amountless", words.amountless()).with("amount", words.amounts());
  }

  private record Candidate(Amount amount, boolean money, int steps) {}

  /** The amounts in a sentence. */
  List<Stretch> in(Sentence s) {
    return grammar.find(s).stream().filter(x -> x.kind().equals("amount")).toList();
  }

  /** Money before all else, then what stands nearest. */
  Optional<Amount> of(Proposition p, List<Stretch> found) {
    return found.stream()
        .flatMap(s -> candidate(p, s).stream())
        .min(Comparator.comparing((Candidate c) -> !c.money()).thenComparingInt(Candidate::steps))
        .map(Candidate::amount);
  }

  private Optional<Candidate> candidate(Proposition p, Stretch s) {
    OptionalInt steps = steps(p.sentence(), s.head(), p.head());
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> parts = s.parts();
    boolean percent = parts.containsKey("percent");
    boolean money = parts.containsKey("symbol") || parts.containsKey("currency");
    String unit =
        percent
            ? "%"
            : parts.containsKey("symbol")
                ? words.symbols().getOrDefault(parts.get("symbol"), "")
                : parts.containsKey("currency")
                    ? words.currencies().getOrDefault(parts.get("currency"), "")
                    : words.counted().getOrDefault(parts.getOrDefault("counted", ""), "");
    return unit.isEmpty()
        ? Optional.empty()
        : Optional.of(new Candidate(new Amount(value(parts), unit), money, steps.getAsInt()));
  }

  private BigDecimal value(Map<String, String> parts) {
    String quantity = parts.getOrDefault("quantity", "0");
    Integer word = words.numbers().get(quantity);
    BigDecimal plain =
        word == null ? new BigDecimal(quantity.replace(",", "")) : BigDecimal.valueOf(word);
    int scale = words.scales().getOrDefault(parts.getOrDefault("scale", ""), 0);
    BigDecimal scaled = plain.scaleByPowerOfTen(scale).stripTrailingZeros();
    return scaled.scale() < 0 ? scaled.setScale(0) : scaled;
  }

  /** The way up the tree, unless it leads through another verb, the subject or where it fell to. */
  private OptionalInt steps(Sentence s, Token from, Token goal) {
    Token at = from;
    for (int n = 0; n < s.tokens().size(); n++) {
      if (at.index() == goal.index()) {
        return OptionalInt.of(n);
      }
      Optional<Token> above = s.head(at);
      if (above.isEmpty() || at.is("VB") || at.relation().equals("appos")) {
        return total(s, at, above, goal) ? OptionalInt.of(n) : OptionalInt.empty();
      }
      boolean verb = above.get().is("VB");
      boolean level =
          Set.of("from", "to", "at").contains(at.lemma()) && at.relation().equals("prep");
      if (verb && at.relation().equals("nsubj")
          || verb && level && s.child(above.get(), "dobj").isEmpty()) {
        return OptionalInt.empty();
      }
      at = above.get();
    }
    return OptionalInt.empty();
  }

  /** "The investment totals $10 billion": what the verb says of its subject. */
  private boolean total(Sentence s, Token verb, Optional<Token> above, Token goal) {
    return goal.head() == verb.index()
        && goal.relation().startsWith("nsubj")
        && words.measuring().contains(verb.lemma());
  }
}

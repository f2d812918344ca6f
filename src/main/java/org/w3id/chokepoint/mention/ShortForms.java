package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Surnames, first words of long names and bracketed acronyms of entities named in full before. */
final class ShortForms {
  private final Ontology ontology;

  ShortForms(Ontology ontology) {
    this.ontology = ontology;
  }

  /** Those beside the mentions of full names. */
  List<Mention> beside(List<Sentence> sentences, List<Mention> mentions) {
    Map<String, Entity> forms = new HashMap<>();
    Models models = new Models(ontology);
    Map<Entity, Integer> introduced = new HashMap<>();
    for (Mention m : mentions) {
      introduced.merge(m.entity(), m.begin(), Math::min);
      String[] parts = m.text().split("\\s+");
      models.add(m);
      if (parts.length > 1 && m.form() == Mention.Form.NAME) {
        if (m.entity().kind().equals("Person")) {
          forms.put(parts[parts.length - 1], m.entity());
        } else if (ontology.isA(m.entity().kind(), "Company") && parts[0].length() > 3) {
          forms.putIfAbsent(parts[0], m.entity());
        }
        acronym(sentences.get(m.sentence()), m).ifPresent(a -> forms.put(a, m.entity()));
      }
      defined(sentences.get(m.sentence()), m).ifPresent(a -> forms.put(a, m.entity()));
    }
    List<boolean[]> taken = Taken.by(sentences, mentions);
    List<Mention> out = new ArrayList<>();
    for (Sentence s : sentences) {
      for (Token t : s.tokens()) {
        Entity entity = forms.getOrDefault(t.form(), models.at(s, t).orElse(null));
        boolean before = entity != null && t.begin() < introduced.getOrDefault(entity, 0);
        boolean part = t.index() + 1 < s.tokens().size() && s.tokens().get(t.index() + 1).is("NNP");
        boolean name = t.is("NNP") || entity != null && !forms.containsKey(t.form());
        boolean free = name && !taken.get(s.index())[t.index()];
        if (entity != null && free && !part && !before) {
          out.add(new Span(s, t.index(), t.index()).mention(entity, Mention.Form.NAME));
        }
      }
    }
    return out;
  }

  /** "X (the "Act")", "X ("Order")": a capital that a text of law defines. */
  private static Optional<String> defined(Sentence s, Mention m) {
    List<Token> inside =
        s.tokens().stream()
            .filter(t -> t.begin() >= m.end())
            .takeWhile(t -> !t.form().equals(")"))
            .filter(t -> !t.form().matches("the|hereinafter|hereafter|,"))
            .limit(5)
            .toList();
    return inside.size() == 4
            && inside.get(0).form().equals("(")
            && inside.get(1).tag().matches("``|''")
            && inside.get(3).tag().matches("``|''")
            && inside.get(2).form().matches("[A-Z][a-z]+")
        ? Optional.of(inside.get(2).form())
        : Optional.empty();
  }

  /** "X Y Z (XYZ)". */
  static Optional<String> acronym(Sentence s, Mention m) {
    List<Token> after = s.tokens().stream().filter(t -> t.begin() >= m.end()).limit(3).toList();
    if (after.size() == 3 && after.get(0).form().equals("(") && after.get(2).form().equals(")")) {
      String form = after.get(1).form();
      return form.matches("[A-Z][A-Z&.]+") ? Optional.of(form) : Optional.empty();
    }
    return Optional.empty();
  }
}

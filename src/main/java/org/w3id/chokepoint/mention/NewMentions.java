package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The mentions of what no list holds: each name of an article gets one class and one entity. */
final class NewMentions {
  private final Ontology ontology;
  private final ReferenceData reference;
  private final Portfolios charge;
  private final NewNames fresh;
  private final Minting minting;
  private final Surnames persons;

  NewMentions(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.reference = reference;
    this.charge = new Portfolios(words);
    this.fresh = new NewNames(words);
    this.minting = new Minting(ontology, reference, words);
    this.persons = new Surnames(reference, words);
  }

  /** Those beside the mentions of known names. */
  List<Mention> beside(List<Sentence> sentences, List<Mention> known) {
    List<boolean[]> taken = Taken.by(sentences, known);
    List<Candidate> candidates = new ArrayList<>();
    sentences.forEach(s -> candidates.addAll(fresh.in(s, taken.get(s.index()))));
    List<Candidate> all = List.copyOf(candidates);
    Common common = new Common(sentences);
    candidates.removeIf(
        c -> doubtful(c, all) || charge.of(c) || common.noun(c) || goesOn(c, known));
    candidates.replaceAll(c -> persons.likely(c.span()) ? c.person() : c);
    Map<String, Entity> byName = entities(candidates, NewNames.kinds(candidates), known);
    byName.putAll(ofOwners(candidates, known));
    byName.putAll(acronyms(sentences, candidates, known, byName));
    List<Mention> out = new ArrayList<>();
    for (Candidate c : candidates) {
      Entity entity = byName.get(ReferenceData.key(c.span().text()));
      if (entity != null) {
        out.add(c.span().mention(entity, Mention.Form.NAME));
      }
    }
    return out;
  }

  /** "Georgetown University Law Center": a part of the body before it. */
  private boolean goesOn(Candidate c, List<Mention> known) {
    return c.kind().matches("Organization|Company")
        && known.stream()
            .filter(m -> m.sentence() == c.span().sentence().index())
            .filter(m -> m.end() + 1 == c.span().begin() && m.form() == Mention.Form.NAME)
            .anyMatch(m -> ontology.isA(m.entity().kind(), "Organization"));
  }

  /** A capital at the start of a sentence proves no name unless the word has one elsewhere too. */
  private static boolean doubtful(Candidate c, List<Candidate> all) {
    Span span = c.span();
    boolean opening = span.first() == 0 && span.last() == 0;
    return bracketed(span)
        || broken(span)
        || span.hyphenated() && span.first() < span.last()
        || opening
            && !acting(span.tokens().getFirst())
            && !c.kind().equals("Person")
            && all.stream()
                .noneMatch(o -> o.span().first() > 0 && o.span().text().equals(span.text()));
  }

  /** "Zam- \u2014 Zambia": a word that the speaker broke off. */
  private static boolean broken(Span span) {
    List<Token> tokens = span.sentence().tokens();
    int next = span.last() + 1;
    return next + 1 < tokens.size()
        && tokens.get(next).form().equals("-")
        && tokens.get(next).begin() == span.end()
        && tokens.get(next + 1).form().matches("[\u2013\u2014]|--+");
  }

  private static boolean acting(Token word) {
    return word.tag().equals("NNP")
        && word.entity().equals("U-ORG")
        && word.relation().equals("nsubj");
  }

  /** A ticker in brackets names nothing new: "(NVDA)", "(NASDAQ:TSLA)". */
  private static boolean bracketed(Span span) {
    List<Token> tokens = span.sentence().tokens();
    int open = span.first() - 1;
    boolean exchange = open > 1 && tokens.get(open).form().equals(":");
    open = exchange ? open - 2 : open;
    if (open < 1 || !tokens.get(open).form().equals("(") || !span.text().matches("[A-Z]{1,5}")) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    tokens.subList(Math.max(0, open - 8), open).stream()
        .filter(t -> Character.isUpperCase(t.form().codePointAt(0)))
        .forEach(t -> initials.appendCodePoint(t.form().codePointAt(0)));
    return exchange || !initials.toString().endsWith(span.text());
  }

  /** A part of a name means who was introduced in full. */
  private Map<String, Entity> entities(
      List<Candidate> candidates, Map<String, String> kinds, List<Mention> known) {
    Map<String, Entity> out = new HashMap<>();
    PartNames parts = new PartNames(ontology);
    known.forEach(m -> parts.add(m.text(), m.entity()));
    kinds.forEach(
        (name, kind) -> {
          if (name.contains(" ")) {
            Entity entity = minting.mint(text(candidates, name), kind);
            out.put(name, entity);
            parts.add(name, entity);
          }
        });
    candidates.forEach(c -> persons.of(c.span()).ifPresent(e -> parts.told(c.span().text(), e)));
    kinds.forEach(
        (name, kind) -> {
          if (!name.contains(" ")) {
            out.put(
                name,
                parts.of(name, kind).orElseGet(() -> minting.mint(text(candidates, name), kind)));
          }
        });
    return out;
  }

  /** "DeepSeek's R1" is "DeepSeek R1" of the reference data; so is "R1" where it is named too. */
  private Map<String, Entity> ofOwners(List<Candidate> candidates, List<Mention> known) {
    Map<String, Entity> out = new HashMap<>();
    Set<String> firms =
        known.stream()
            .filter(m -> ontology.isA(m.entity().kind(), "Company"))
            .map(m -> m.entity().label())
            .collect(Collectors.toCollection(TreeSet::new));
    for (Candidate c : candidates) {
      if (fresh.code(c.span())) {
        Set<Entity> meant =
            firms.stream()
                .flatMap(firm -> reference.named(firm + " " + c.span().text()).stream())
                .map(ReferenceData.Name::entity)
                .collect(Collectors.toSet());
        if (meant.size() == 1) {
          out.put(ReferenceData.key(c.span().text()), meant.iterator().next());
        }
      }
      Sentence s = c.span().sentence();
      int mark = c.span().first() - 1;
      if (mark > 0 && s.tokens().get(mark).tag().equals("POS")) {
        known.stream()
            .filter(m -> m.sentence() == s.index() && m.end() == s.tokens().get(mark).begin())
            .map(m -> m.entity().label() + " " + c.span().text().replaceFirst("(?<=\\d)s$", ""))
            .flatMap(full -> reference.named(full).stream())
            .findFirst()
            .ifPresent(n -> out.put(ReferenceData.key(c.span().text()), n.entity()));
      }
    }
    return out;
  }

  /** "the Rosen Task Force (RTF)": the letters mean what stands before them, here and later. */
  private static Map<String, Entity> acronyms(
      List<Sentence> sentences,
      List<Candidate> candidates,
      List<Mention> known,
      Map<String, Entity> byName) {
    Map<String, Entity> out = new HashMap<>();
    List<Mention> all = new ArrayList<>(known);
    for (Candidate c : candidates) {
      Entity entity = byName.get(ReferenceData.key(c.span().text()));
      if (entity != null) {
        all.add(c.span().mention(entity, Mention.Form.NAME));
      }
    }
    for (Mention m : all) {
      ShortForms.acronym(sentences.get(m.sentence()), m)
          .ifPresent(a -> out.put(ReferenceData.key(a), m.entity()));
    }
    return out;
  }

  private static String text(List<Candidate> candidates, String key) {
    return candidates.stream()
        .map(c -> c.span().text())
        .filter(t -> ReferenceData.key(t).equals(key))
        .findFirst()
        .orElse(key);
  }
}

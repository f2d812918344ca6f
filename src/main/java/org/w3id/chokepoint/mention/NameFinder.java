package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;
import org.w3id.chokepoint.text.Unit;

/** Marks every name of an article and says which entity it names. */
public final class NameFinder {
  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final KnownNames known;
  private final NewNames fresh;
  private final Minting minting;
  private final Surnames persons;

  public NameFinder(Ontology ontology, ReferenceData reference, NameLexicon words) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.known = new KnownNames(reference, words);
    this.fresh = new NewNames(words);
    this.minting = new Minting(ontology, reference, words);
    this.persons = new Surnames(reference, words);
  }

  /** The named mentions in order of their place; none overlaps another. */
  public List<Mention> find(List<Sentence> sentences) {
    Set<Entity> spoken = new HashSet<>();
    knownNames(sentences, spoken).forEach(m -> spoken.add(m.entity()));
    List<Mention> mentions = new ArrayList<>(knownNames(sentences, spoken));
    List<boolean[]> taken = taken(sentences, mentions);
    List<Candidate> candidates = new ArrayList<>();
    sentences.forEach(s -> candidates.addAll(fresh.in(s, taken.get(s.index()))));
    List<Candidate> all = List.copyOf(candidates);
    candidates.removeIf(c -> doubtful(c, all) || inCharge(c.span()));
    Map<String, String> kinds = NewNames.kinds(candidates);
    Map<String, Entity> byName = entities(candidates, kinds, mentions);
    byName.putAll(ofOwners(candidates, mentions));
    for (Candidate c : candidates) {
      Entity entity = byName.get(ReferenceData.key(c.span().text()));
      if (entity != null) {
        mentions.add(c.span().mention(entity, Mention.Form.NAME));
      }
    }
    mentions.addAll(shortForms(sentences, mentions));
    mentions.sort(Comparator.comparingInt(Mention::begin));
    return withStates(sentences, mentions);
  }

  /** The names that a parser does better to read as one everyday word. */
  public List<Unit> units(List<Mention> mentions) {
    List<Unit> out = new ArrayList<>();
    for (Mention m : mentions) {
      if (m.form() == Mention.Form.NAME) {
        words.standIns().entrySet().stream()
            .filter(e -> ontology.isA(m.entity().kind(), e.getKey()))
            .findFirst()
            .ifPresent(e -> out.add(new Unit(m.begin(), m.end(), e.getValue())));
      }
    }
    return out;
  }

  /** The same mentions in sentences that were parsed again. */
  public static List<Mention> in(List<Sentence> sentences, List<Mention> mentions) {
    return mentions.stream().map(m -> in(sentences.get(m.sentence()), m)).toList();
  }

  private static Mention in(Sentence s, Mention m) {
    List<Token> inside =
        s.tokens().stream().filter(t -> t.begin() >= m.begin() && t.begin() < m.end()).toList();
    return inside.isEmpty()
        ? m
        : new Span(s, inside.getFirst().index(), inside.getLast().index())
            .parsed(m.entity(), m.form());
  }

  private List<Mention> knownNames(List<Sentence> sentences, Set<Entity> spoken) {
    List<Mention> out = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.tokens().size(); i++) {
        Optional<KnownNames.Match> match = known.at(sentence, i, spoken);
        if (match.isPresent() && !partOfBody(match.get()) && !insideName(match.get())) {
          Mention mention = mention(match.get());
          out.add(mention);
          i = match.get().span().last();
          while (i + 1 < sentence.tokens().size()
              && sentence.tokens().get(i + 1).end() <= mention.end()) {
            i++;
          }
        }
      }
    }
    return out;
  }

  /** "GeForce Now" is no GeForce: capitals and numbers right after a product make another one. */
  private Mention mention(KnownNames.Match match) {
    Entity entity = match.name().entity();
    List<Token> tokens = match.span().sentence().tokens();
    int last = match.span().last();
    boolean product =
        ontology.isA(entity.kind(), "Technology")
            && !entity.kind().equals("TechnologyCategory")
            && !entity.kind().equals("Material")
            && form(match) == Mention.Form.NAME;
    while (product && last + 1 < tokens.size() && goesOn(tokens, last)) {
      last++;
    }
    Span span = match.span().to(last);
    return last == match.span().last()
        ? span.mention(entity, form(match))
        : span.mention(minting.mint(span.text(), entity.kind()), Mention.Form.NAME);
  }

  private boolean goesOn(List<Token> tokens, int last) {
    Token before = tokens.get(last);
    Token next = tokens.get(last + 1);
    boolean counted =
        last + 2 < tokens.size() && tokens.get(last + 2).form().matches("[mb]illion|percent|%");
    boolean part = next.is("NNP") || next.is("CD") && next.form().matches(".*\\d.*");
    boolean numbered = words.modelShapes().stream().anyMatch(next.form()::matches) && !counted;
    return (part || numbered)
        && next.begin() == before.end() + 1
        && next.form().matches("[A-Z0-9].*|[a-z]\\d+")
        && NameLexicon.kindOf(words.heads(), next.lemma()).isEmpty()
        && !words.wrappers().contains(next.lemma())
        && reference.named(next.form()).isEmpty()
        && (numbered
            || before.head() == next.index()
            || next.head() == before.index()
            || before.head() == next.head());
  }

  /** "Cupertino, California" names one place: a town and the state it lies in. */
  private List<Mention> withStates(List<Sentence> sentences, List<Mention> mentions) {
    List<Mention> out = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      Mention town = mentions.get(i);
      Optional<Mention> state =
          i + 1 < mentions.size() && townAndState(sentences, town, mentions.get(i + 1))
              ? Optional.of(mentions.get(++i))
              : Optional.empty();
      out.add(state.map(s -> upTo(sentences.get(town.sentence()), town, s)).orElse(town));
    }
    return List.copyOf(out);
  }

  private boolean townAndState(List<Sentence> sentences, Mention town, Mention next) {
    boolean beside =
        town.sentence() == next.sentence()
            && next.begin() == town.end() + 2
            && sentences.get(town.sentence()).tokens().stream()
                .anyMatch(t -> t.begin() == town.end() && t.form().equals(","));
    return beside
        && town.entity().kind().equals("Place")
        && next.entity().kind().equals("Place")
        && !state(town.entity())
        && state(next.entity());
  }

  /** A region right below a country. */
  private boolean state(Entity place) {
    return reference.objects(place, "locatedIn").stream().anyMatch(p -> p.kind().equals("Country"));
  }

  private static Mention upTo(Sentence s, Mention first, Mention last) {
    List<Token> inside =
        s.tokens().stream()
            .filter(t -> t.begin() >= first.begin() && t.begin() < last.end())
            .toList();
    return new Span(s, inside.getFirst().index(), inside.getLast().index())
        .mention(first.entity(), first.form());
  }

  /** "Minister for Information X": what somebody is in charge of is no body. */
  private boolean inCharge(Span span) {
    List<Token> before = span.sentence().tokens().subList(0, span.first()).reversed();
    List<Token> title = before.stream().dropWhile(t -> t.is("DT")).limit(2).toList();
    return title.size() == 2
        && title.getFirst().lemma().matches("for|of")
        && words.portfolios().contains(title.get(1).lemma());
  }

  /** A capital at the start of a sentence proves no name unless the word has one elsewhere too. */
  private static boolean doubtful(Candidate c, List<Candidate> all) {
    Span span = c.span();
    boolean opening = span.first() == 0 && span.last() == 0;
    return bracketed(span)
        || opening
            && !acting(span.tokens().getFirst())
            && !c.kind().equals("Person")
            && all.stream()
                .noneMatch(o -> o.span().first() > 0 && o.span().text().equals(span.text()));
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

  /** "Ford" in "the Ford administration" is no person, "Dresden" in "Dresden Bank" no place. */
  private boolean partOfBody(KnownNames.Match match) {
    List<Token> tokens = match.span().sentence().tokens();
    int next = match.span().last() + 1;
    String kind = match.name().entity().kind();
    boolean lender = List.of("Person", "Place").stream().anyMatch(k -> ontology.isA(kind, k));
    boolean body = ontology.isA(kind, "Organization") && !ontology.isA(kind, "Company");
    if (ontology.isA(kind, "Company")) {
      return !match.span().text().contains(" ") && fresh.firm(match.span());
    }
    if (next >= tokens.size() || !lender && (!body || match.span().text().contains(" "))) {
      return false;
    }
    Token after = tokens.get(next);
    boolean longer =
        after.is("NNP") && NameLexicon.kindOf(words.closingCues(), after.form()).isPresent();
    return longer
        || kind.equals("Person") && NameLexicon.kindOf(words.tails(), after.lemma()).isPresent();
  }

  /** "Asia" in "research firm Asia Analytica", "Asian" in "Centre for Asian Studies". */
  private boolean insideName(KnownNames.Match match) {
    List<Token> tokens = match.span().sentence().tokens();
    int first = match.span().first();
    int next = match.span().last() + 1;
    boolean goesOn = next < tokens.size() && tokens.get(next).is("NNP");
    if (first == 0 || !goesOn || !ontology.isA(match.name().entity().kind(), "Place")) {
      return false;
    }
    Token before = tokens.get(first - 1);
    boolean firm = words.titleCues().getOrDefault("Company", List.of()).contains(before.form());
    boolean body =
        before.lemma().matches("of|for")
            && first > 1
            && NameLexicon.kindOf(words.openingCues(), tokens.get(first - 2).form()).isPresent();
    return firm || body;
  }

  private Mention.Form form(KnownNames.Match match) {
    Entity entity = match.name().entity();
    boolean capital =
        match
            .span()
            .text()
            .chars()
            .skip(Character.isUpperCase(match.span().text().codePointAt(0)) ? 1 : 0)
            .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    boolean common =
        entity.kind().equals("TechnologyCategory") && !capital && !reference.properName(entity);
    return common ? Mention.Form.DESCRIPTION : match.name().form();
  }

  /** A surname means the person introduced in full. */
  private Map<String, Entity> entities(
      List<Candidate> candidates, Map<String, String> kinds, List<Mention> known) {
    Map<String, Entity> out = new HashMap<>();
    Map<String, Entity> surnames = new HashMap<>();
    known.stream()
        .filter(m -> m.entity().kind().equals("Person") && m.text().contains(" "))
        .forEach(m -> surnames.put(m.text().substring(m.text().lastIndexOf(' ') + 1), m.entity()));
    kinds.forEach(
        (name, kind) -> {
          if (name.contains(" ")) {
            Entity entity = minting.mint(text(candidates, name), kind);
            out.put(name, entity);
            if (kind.equals("Person")) {
              surnames.put(name.substring(name.lastIndexOf(' ') + 1), entity);
            }
          }
        });
    candidates.forEach(
        c -> persons.of(c.span()).ifPresent(e -> surnames.putIfAbsent(c.span().text(), e)));
    kinds.forEach(
        (name, kind) -> {
          if (!name.contains(" ")) {
            out.put(name, surnames.getOrDefault(name, minting.mint(text(candidates, name), kind)));
          }
        });
    return out;
  }

  /** "DeepSeek's R1" is "DeepSeek R1" of the reference data. */
  private Map<String, Entity> ofOwners(List<Candidate> candidates, List<Mention> known) {
    Map<String, Entity> out = new HashMap<>();
    for (Candidate c : candidates) {
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

  private static String text(List<Candidate> candidates, String key) {
    return candidates.stream()
        .map(c -> c.span().text())
        .filter(t -> ReferenceData.key(t).equals(key))
        .findFirst()
        .orElse(key);
  }

  /**
   * Surnames, first words of long names and bracketed acronyms of entities named in full before.
   */
  private List<Mention> shortForms(List<Sentence> sentences, List<Mention> mentions) {
    Map<String, Entity> forms = new HashMap<>();
    Map<Entity, Integer> introduced = new HashMap<>();
    for (Mention m : mentions) {
      introduced.merge(m.entity(), m.begin(), Math::min);
      String[] parts = m.text().split("\\s+");
      if (parts.length > 1 && m.form() == Mention.Form.NAME) {
        if (m.entity().kind().equals("Person")) {
          forms.put(parts[parts.length - 1], m.entity());
        } else if (ontology.isA(m.entity().kind(), "Company") && parts[0].length() > 3) {
          forms.putIfAbsent(parts[0], m.entity());
        }
        acronym(sentences.get(m.sentence()), m).ifPresent(a -> forms.put(a, m.entity()));
      }
    }
    List<boolean[]> taken = taken(sentences, mentions);
    List<Mention> out = new ArrayList<>();
    for (Sentence s : sentences) {
      for (Token t : s.tokens()) {
        Entity entity = forms.get(t.form());
        boolean before = entity != null && t.begin() < introduced.getOrDefault(entity, 0);
        boolean part = t.index() + 1 < s.tokens().size() && s.tokens().get(t.index() + 1).is("NNP");
        boolean free = t.is("NNP") && !taken.get(s.index())[t.index()];
        if (entity != null && free && !part && !before) {
          out.add(new Span(s, t.index(), t.index()).mention(entity, Mention.Form.NAME));
        }
      }
    }
    return out;
  }

  /** "X Y Z (XYZ)". */
  private static Optional<String> acronym(Sentence s, Mention m) {
    List<Token> after = s.tokens().stream().filter(t -> t.begin() >= m.end()).limit(3).toList();
    if (after.size() == 3 && after.get(0).form().equals("(") && after.get(2).form().equals(")")) {
      String form = after.get(1).form();
      return form.matches("[A-Z][A-Z&.]+") ? Optional.of(form) : Optional.empty();
    }
    return Optional.empty();
  }

  private static List<boolean[]> taken(List<Sentence> sentences, List<Mention> mentions) {
    List<boolean[]> out = new ArrayList<>();
    sentences.forEach(s -> out.add(new boolean[s.tokens().size()]));
    for (Mention m : mentions) {
      for (Token t : sentences.get(m.sentence()).tokens()) {
        if (t.begin() >= m.begin() && t.begin() < m.end()) {
          out.get(m.sentence())[t.index()] = true;
        }
      }
    }
    return out;
  }
}

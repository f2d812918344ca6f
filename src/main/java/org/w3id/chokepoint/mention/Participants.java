package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Answers which entities a noun of an article stands for. Made for one article. */
public final class Participants {
  /** Roles that a country fills through its government; a firm's part is never played by one. */
  private static final Set<String> ACTING = Set.of("Actor", "Government");

  private static final Set<String> INSIDE = Set.of("compound", "nmod", "amod");

  private static final Set<String> EXAMPLES = Set.of("like", "such_as", "including", "include");

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final List<Sentence> sentences;
  private final List<Mention> names;
  private final List<Mention> references;
  private final Set<Mention> unrivalled = new HashSet<>();
  private final Map<Integer, List<Mention>> bySentence = new HashMap<>();
  private final Descriptions descriptions;
  private final Plurals plurals;
  private final Set<Token> open = new HashSet<>();
  private final Map<Token, List<Participant>> resolved = new HashMap<>();

  public Participants(
      Ontology ontology,
      ReferenceData reference,
      NameLexicon words,
      List<Sentence> sentences,
      List<Mention> names) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.sentences = sentences;
    this.names = names;
    List<Antecedents.Resolved> found =
        new Antecedents(ontology, reference, words).resolve(sentences, names);
    this.references = found.stream().map(Antecedents.Resolved::mention).toList();
    found.stream().filter(Antecedents.Resolved::sole).forEach(r -> unrivalled.add(r.mention()));
    names.forEach(m -> bySentence.computeIfAbsent(m.sentence(), k -> new ArrayList<>()).add(m));
    references.forEach(
        m -> bySentence.computeIfAbsent(m.sentence(), k -> new ArrayList<>()).add(m));
    this.descriptions = new Descriptions(ontology, reference, words, this::single);
    List<Mention> all = new ArrayList<>(names);
    all.addAll(references);
    this.plurals = new Plurals(ontology, words, sentences, all, this::of);
  }

  /** Whether a token heads a name that is not itself part of a longer phrase. */
  public boolean named(Sentence sentence, Token token) {
    return !INSIDE.contains(token.relation())
        && bySentence.getOrDefault(sentence.index(), List.of()).stream()
            .anyMatch(m -> m.head() == token.index() && m.form() == Mention.Form.NAME);
  }

  /** The named mentions of the article. */
  public List<Mention> names() {
    return names;
  }

  /** The pronouns and descriptions that were resolved. */
  public List<Mention> references() {
    return references;
  }

  /** The entities that a noun and the nouns coordinated with it stand for, in order, each once. */
  public List<Participant> of(Sentence sentence, Token token) {
    Map<Entity, Participant> out = new LinkedHashMap<>();
    single(sentence, token).forEach(p -> out.putIfAbsent(p.entity(), p));
    for (Token conjunct : new NounPhrase(sentence, token).conjuncts()) {
      single(sentence, conjunct)
          .forEach(
              p -> out.putIfAbsent(p.entity(), new Participant(p.entity(), p.how() + "+conjunct")));
    }
    return List.copyOf(out.values());
  }

  /**
   * The same entity in the class that a role asks for: a country's government, a government's
   * country.
   */
  public Optional<Entity> as(Entity entity, String kind) {
    if (ontology.isA(entity.kind(), kind)) {
      return Optional.of(entity);
    }
    if (ontology.isA(entity.kind(), "Country") && ACTING.contains(kind)) {
      return reference.subjects("governs", entity).stream().findFirst();
    }
    if (ontology.isA(entity.kind(), "Government")
        && (kind.equals("Country") || kind.equals("Place"))) {
      return reference.objects(entity, "governs").stream().findFirst();
    }
    return Optional.empty();
  }

  /** The entities that a noun stands for, without those coordinated with it. */
  public List<Participant> alone(Sentence sentence, Token token) {
    return single(sentence, token);
  }

  /** The government that stands behind a policy by the reference data, through agencies. */
  public Optional<Entity> issuer(Entity policy) {
    Optional<Entity> body = reference.objects(policy, "issuedBy").stream().findFirst();
    for (int i = 0; i < 5 && body.isPresent(); i++) {
      Optional<Entity> above = reference.objects(body.get(), "unitOf").stream().findFirst();
      if (above.isEmpty()) {
        return body;
      }
      body = above;
    }
    return body;
  }

  /** The group that a plural noun without a nation means when {@code actor} addresses it. */
  public Optional<Entity> groupOf(Sentence sentence, Token token, Entity actor) {
    return descriptions.group(new NounPhrase(sentence, token), descriptions.nationOf(actor));
  }

  /** The policy that a noun without a nation means when {@code actor} makes it. */
  public Optional<Entity> policyOf(Sentence sentence, Token token, Entity actor) {
    return descriptions.policy(new NounPhrase(sentence, token), descriptions.nationOf(actor));
  }

  /** The strategy that a government pursues by a verb: "to build up its own chip industry". */
  public Optional<Entity> strategyOf(Sentence sentence, Token verb, Entity actor) {
    return descriptions.strategy(sentence, verb, descriptions.nationOf(actor));
  }

  /**
   * The firm that a title without one belongs to ("Chief Executive Officer X said"): the only firm
   * that is a subject there or, failing that, in one of the two sentences before.
   */
  public Optional<Participant> employer(Sentence sentence, Token title) {
    for (int back = 0; bare(sentence, title) && back <= 2 && back <= sentence.index(); back++) {
      Sentence there = sentences.get(sentence.index() - back);
      List<Entity> firms =
          bySentence.getOrDefault(there.index(), List.of()).stream()
              .filter(m -> there.tokens().get(m.head()).relation().startsWith("nsubj"))
              .map(Mention::entity)
              .filter(e -> ontology.isA(e.kind(), "Company"))
              .distinct()
              .toList();
      if (!firms.isEmpty()) {
        return firms.size() > 1
            ? Optional.empty()
            : Optional.of(new Participant(firms.getFirst(), "antecedent"));
      }
    }
    return Optional.empty();
  }

  /** No name, known or not, before the title and none behind "of". */
  private boolean bare(Sentence s, Token title) {
    int first = title.index();
    while (first > 0 && words.rankWords().contains(s.tokens().get(first - 1).lemma())) {
      first--;
    }
    Token before = first == 0 ? title : s.tokens().get(first - 1);
    boolean name = first > 0 && (before.is("NNP") || before.tag().matches("-RRB-|POS|CC|PRP\\$"));
    return !name
        && s.head(title).stream().allMatch(h -> new NounPhrase(s, h).after("of").isEmpty());
  }

  /** The bodies that a person of the reference data serves in the office that a title names. */
  public List<Entity> officesOf(Entity person, String title) {
    String office = words.titles().getOrDefault(title, title);
    boolean same =
        reference.texts(person, "https://schema.org/jobTitle").stream()
            .anyMatch(t -> t.toLowerCase(java.util.Locale.ROOT).contains(office));
    return same ? reference.objects(person, "affiliatedWith") : List.of();
  }

  /** A noun whose meaning is asked for while it is being worked out adds nothing to it. */
  private List<Participant> single(Sentence sentence, Token token) {
    List<Participant> known = resolved.get(token);
    if (known != null || !open.add(token)) {
      return known == null ? List.of() : known;
    }
    List<Participant> found = resolve(sentence, token);
    open.remove(token);
    if (open.isEmpty()) {
      resolved.put(token, found);
    }
    return found;
  }

  private List<Participant> resolve(Sentence sentence, Token token) {
    NounPhrase phrase = new NounPhrase(sentence, token);
    Optional<Mention> mention = mentionAt(sentence, token);
    boolean category =
        mention.filter(m -> m.entity().kind().equals("TechnologyCategory")).isPresent();
    if (mention.isPresent() && !category) {
      return List.of(new Participant(mention.get().entity(), how(mention.get())));
    }
    List<Participant> members = members(phrase);
    if (!members.isEmpty()) {
      return members;
    }
    Optional<Mention> beside = apposed(sentence, token);
    if (beside.isPresent()) {
      return List.of(new Participant(beside.get().entity(), "apposed"));
    }
    List<Participant> inside = named(phrase);
    if (!inside.isEmpty()) {
      return inside;
    }
    Optional<Participant> whole = whole(phrase).or(() -> government(phrase));
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<Participant> measured = measured(phrase);
    if (!measured.isEmpty()) {
      return measured;
    }
    List<Entity> several = plurals.of(sentence, token);
    if (!several.isEmpty()) {
      return several.stream().map(e -> new Participant(e, "antecedent")).toList();
    }
    return descriptions
        .technology(phrase)
        .or(() -> mention.map(Mention::entity))
        .or(() -> descriptions.policy(phrase, Optional.empty()))
        .or(() -> descriptions.group(phrase, Optional.empty()))
        .or(() -> descriptions.category(phrase))
        .map(e -> List.of(new Participant(e, "description")))
        .orElse(List.of());
  }

  /** "98 percent of the supply of gallium", "a million of the chips", "those from Intel". */
  private List<Participant> measured(NounPhrase phrase) {
    Token head = phrase.head();
    List<Token> what = new ArrayList<>();
    if (words.transparent().contains(head.lemma()) || head.is("CD")) {
      what.addAll(phrase.after("of"));
    } else if (head.tag().equals("DT") && words.pointing().contains(head.lemma())) {
      List.of("of", "from", "by").forEach(p -> what.addAll(phrase.after(p)));
    }
    return what.stream()
        .flatMap(t -> of(phrase.sentence(), t).stream())
        .map(p -> new Participant(p.entity(), p.how() + "+measure"))
        .toList();
  }

  /**
   * "companies like Nvidia and AMD", "chips including the H20", "companies Huawei and DeepSeek".
   */
  private List<Participant> members(NounPhrase phrase) {
    Sentence s = phrase.sentence();
    List<Token> members = new ArrayList<>();
    for (Token child : s.children(phrase.head(), "prep", "appos")) {
      if (child.relation().equals("appos")) {
        members.add(child);
      } else if (EXAMPLES.contains(child.lemma()) || suchAs(s, child)) {
        members.addAll(s.children(child, "pobj"));
      }
    }
    for (Token naming : s.children(phrase.head(), "acl", "relcl")) {
      if (words.naming().contains(naming.lemma())) {
        members.addAll(s.children(naming, "oprd", "attr", "dobj"));
      }
    }
    if (phrase.possessor().isEmpty() && phrase.after("of").isEmpty() && phrase.plural()) {
      members.addAll(amongThem(s, phrase.head()));
      members.addAll(included(s, phrase.head()));
    }
    if (members.isEmpty() && phrase.plural() && actors(phrase.head())) {
      members.addAll(strayMembers(s, phrase.head()));
    }
    return members.stream()
        .filter(m -> mentionAt(s, m).isPresent())
        .flatMap(m -> of(s, m).stream())
        .map(p -> new Participant(p.entity(), p.how() + "+member"))
        .toList();
  }

  /** "Among the companies added are X and Y": what follows the verb are members. */
  private static List<Token> amongThem(Sentence s, Token noun) {
    return s.head(noun)
        .filter(p -> p.lemma().equals("among"))
        .flatMap(p -> s.head(p))
        .filter(v -> v.lemma().equals("be"))
        .map(v -> s.children(v, "nsubj", "attr"))
        .orElse(List.of());
  }

  /** "The banned services included X and Y". */
  private static List<Token> included(Sentence s, Token noun) {
    return s.head(noun)
        .filter(v -> v.lemma().equals("include") && noun.relation().equals("nsubj"))
        .map(v -> s.children(v, "dobj"))
        .orElse(List.of());
  }

  private boolean actors(Token noun) {
    return NameLexicon.kindOf(words.antecedents(), noun.lemma())
        .filter(k -> ontology.isA(k, "Organization"))
        .isPresent();
  }

  /** "companies pledged billions, including X and Y": examples far from the noun they are of. */
  private List<Token> strayMembers(Sentence s, Token noun) {
    List<Token> between = s.tokens().subList(noun.index() + 1, s.tokens().size());
    return between.stream()
        .takeWhile(t -> !t.tag().equals("NNS") || !actors(t))
        .filter(t -> EXAMPLES.contains(t.lemma()) && t.relation().equals("prep"))
        .filter(t -> s.tokens().get(t.index() - 1).form().equals(","))
        .filter(t -> s.head(t).filter(h -> !h.is("NNP")).isPresent())
        .flatMap(t -> s.children(t, "pobj").stream())
        .filter(
            t ->
                mentionAt(s, t)
                    .filter(m -> ontology.isA(m.entity().kind(), "Organization"))
                    .isPresent())
        .toList();
  }

  private static boolean suchAs(Sentence s, Token preposition) {
    return preposition.lemma().equals("as")
        && s.children(preposition).stream().anyMatch(t -> t.lemma().equals("such"));
  }

  /** How a mention tells its entity; a name that only this article brings in is less sure. */
  private String how(Mention m) {
    if (m.form() != Mention.Form.REFERENCE) {
      boolean person = m.entity().kind().equals("Person");
      return m.entity().known() || person ? "name" : "new";
    }
    boolean actor = ontology.isA(m.entity().kind(), "Actor");
    boolean near =
        bySentence.getOrDefault(m.sentence(), List.of()).stream()
            .anyMatch(o -> o.end() <= m.begin() && o.entity().equals(m.entity()));
    return near || !actor || unrivalled.contains(m) ? "pronoun" : "antecedent";
  }

  private static boolean category(Mention m) {
    return m.entity().kind().equals("TechnologyCategory");
  }

  /** "Lynas, an Australian supplier", "Lynas is a supplier": the common noun means the name. */
  private Optional<Mention> apposed(Sentence s, Token token) {
    if (!token.tag().equals("NN")) {
      return Optional.empty();
    }
    Optional<Token> name =
        switch (token.relation()) {
          case "appos" -> s.head(token).map(n -> new NounPhrase(s, n).nearest(token));
          case "attr" ->
              s.head(token)
                  .filter(v -> v.lemma().equals("be") && s.child(v, "neg").isEmpty())
                  .flatMap(v -> s.child(v, "nsubj"));
          default -> Optional.empty();
        };
    return name.filter(n -> n.is("NNP"))
        .flatMap(n -> mentionAt(s, n))
        .filter(m -> ontology.isA(m.entity().kind(), "Company") || product(m.entity()));
  }

  /** A technology with a name of its own. */
  private boolean product(Entity e) {
    return ontology.isA(e.kind(), "Technology") && !e.kind().equals("TechnologyCategory");
  }

  /** "its Ascend chip series", "A100 and H100 chips": names before a noun for what they name. */
  private List<Participant> named(NounPhrase phrase) {
    boolean wrapper = words.wrappers().contains(phrase.head().lemma());
    if (!wrapper && NameLexicon.kindOf(words.heads(), phrase.head().lemma()).isEmpty()) {
      return List.of();
    }
    List<Token> before =
        phrase.modifiers().reversed().stream()
            .filter(
                t ->
                    mentionAt(phrase.sentence(), t)
                        .filter(m -> wrapper && m.form() == Mention.Form.NAME || !category(m))
                        .filter(m -> ontology.isA(m.entity().kind(), "Technology"))
                        .isPresent())
            .toList();
    if (!before.isEmpty()) {
      return before.stream()
          .filter(t -> t == before.getFirst() || coordinated(t, before.getFirst()))
          .flatMap(t -> mentionAt(phrase.sentence(), t).stream())
          .map(m -> new Participant(m.entity(), "name+modifier"))
          .distinct()
          .toList();
    }
    List<Token> wrapped = new ArrayList<>(wrapper ? phrase.after("of") : List.of());
    wrapped.addAll(wrapper ? phrase.after("in") : List.of());
    return wrapped.stream()
        .flatMap(t -> single(phrase.sentence(), t).stream())
        .filter(p -> ontology.isA(p.entity().kind(), "Technology"))
        .limit(1)
        .toList();
  }

  private static boolean coordinated(Token a, Token b) {
    return a.relation().equals("conj") && a.head() == b.index()
        || b.relation().equals("conj") && b.head() == a.index()
        || a.relation().equals("conj") && b.relation().equals("conj") && a.head() == b.head();
  }

  /** "Alibaba's cloud unit", "the Nvidia team": a part without a name acts for the whole. */
  private Optional<Participant> whole(NounPhrase phrase) {
    if (!words.parts().contains(phrase.head().lemma()) || phrase.plural()) {
      return Optional.empty();
    }
    List<Token> owners = new ArrayList<>(phrase.possessor().stream().toList());
    owners.addAll(phrase.modifiers());
    return owners.stream()
        .flatMap(t -> mentionAt(phrase.sentence(), t).stream())
        .filter(m -> ontology.isA(m.entity().kind(), "Company"))
        .findFirst()
        .map(m -> new Participant(m.entity(), how(m) + "+part"));
  }

  /** "Taiwan's prosecutors", "Chinese regulators", "regulators in China": its government. */
  private Optional<Participant> government(NounPhrase phrase) {
    if (!words.officials().contains(phrase.head().lemma())) {
      return Optional.empty();
    }
    List<Token> where = new ArrayList<>(phrase.possessor().stream().toList());
    where.addAll(phrase.modifiers());
    where.addAll(phrase.after("in"));
    where.addAll(phrase.after("of"));
    return where.stream()
        .flatMap(t -> mentionAt(phrase.sentence(), t).stream())
        .flatMap(m -> governmentOf(m.entity()).stream())
        .findFirst()
        .map(e -> new Participant(e, "description"));
  }

  /** That of a country, or the one that a person serves ("Modi's government"). */
  private Optional<Entity> governmentOf(Entity e) {
    return ontology.isA(e.kind(), "Country")
        ? as(e, "Government")
        : reference.objects(e, "affiliatedWith").stream()
            .filter(o -> o.kind().equals("Government"))
            .findFirst();
  }

  private Optional<Mention> mentionAt(Sentence sentence, Token token) {
    return bySentence.getOrDefault(sentence.index(), List.of()).stream()
        .filter(m -> token.begin() >= m.begin() && token.begin() < m.end())
        .findFirst();
  }
}

package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Answers which entities a noun of an article stands for. Made for one article. */
public final class Participants {
  private static final Set<String> INSIDE = Set.of("compound", "nmod", "amod");

  private final Ontology ontology;
  private final ReferenceData reference;
  private final NameLexicon words;
  private final List<Mention> names;
  private final List<Mention> references;
  private final MentionIndex mentions;
  private final Members members;
  private final Employers employers;
  private final Background background;
  private final Voices voices;
  private final CarriedNames carried;
  private final Descriptions descriptions;
  private final Plurals plurals;
  private final Set<Token> open = new HashSet<>();
  private final Map<Token, List<Participant>> resolved = new HashMap<>();
  private final Map<Token, Mention> described = new LinkedHashMap<>();
  private final Map<Token, Mention> voiced = new LinkedHashMap<>();

  /** {@code author} is whose words the whole text is. */
  public Participants(
      Ontology ontology,
      ReferenceData reference,
      NameLexicon words,
      List<Sentence> sentences,
      List<Mention> names,
      Optional<Entity> author) {
    this.ontology = ontology;
    this.reference = reference;
    this.words = words;
    this.names = names;
    Posts posts = new Posts(ontology, reference, words, sentences, names);
    List<Antecedents.Resolved> found =
        new Antecedents(ontology, reference, words, posts, sentences, names).resolve();
    this.references = found.stream().map(Antecedents.Resolved::mention).toList();
    Set<Mention> unrivalled = new HashSet<>();
    found.stream().filter(Antecedents.Resolved::sole).forEach(r -> unrivalled.add(r.mention()));
    List<Mention> all = new ArrayList<>(names);
    all.addAll(references);
    this.mentions = new MentionIndex(ontology, all, unrivalled);
    this.members = new Members(ontology, words, mentions);
    this.employers = new Employers(ontology, words, mentions, sentences);
    this.background = new Background(ontology, reference, words);
    this.voices = new Voices(reference, words, posts, sentences, names, author);
    this.carried =
        new CarriedNames(ontology, reference, words, mentions, posts, voices, this::single);
    this.descriptions = new Descriptions(ontology, reference, words, this::single);
    this.plurals = new Plurals(ontology, words, sentences, all, this::of);
  }

  /** Whether a token heads a name that is not itself part of a longer phrase. */
  public boolean named(Sentence sentence, Token token) {
    return mentions.in(sentence).stream()
            .anyMatch(m -> m.head() == token.index() && m.form() == Mention.Form.NAME)
        && !INSIDE.contains(token.relation());
  }

  /** Whether a word is by itself the name of an actor, so that it is not the common word: "Arm". */
  public boolean justName(Sentence sentence, Token token) {
    return mentions
        .at(sentence, token)
        .filter(m -> m.form() == Mention.Form.NAME)
        .filter(m -> Character.isUpperCase(m.text().codePointAt(0)))
        .filter(m -> m.begin() == token.begin() && m.end() == token.end())
        .filter(m -> ontology.isA(m.entity().kind(), "Actor"))
        .isPresent();
  }

  /** The pronouns and descriptions that were resolved; of the first person those asked for. */
  private List<Mention> references() {
    return Stream.concat(references.stream(), voiced.values().stream()).toList();
  }

  /** The phrases asked for so far that describe an entity: "chips", "U.S. export restrictions". */
  private List<Mention> described() {
    return List.copyOf(described.values());
  }

  /** All mentions: names, references, then descriptions, those asked for so far. */
  public List<Mention> mentions() {
    return Stream.of(names, references(), described()).flatMap(List::stream).toList();
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
    return background.as(entity, kind);
  }

  /** The entities that a noun stands for, without those coordinated with it. */
  public List<Participant> alone(Sentence sentence, Token token) {
    return single(sentence, token);
  }

  /** What the reference data say for or against a reading. */
  public Background background() {
    return background;
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
   * The firm that a title without one belongs to ("Chief Executive Officer X said"), told in the
   * sentence or in one of the two before.
   */
  public Optional<Participant> employer(Sentence sentence, Token title) {
    return employers.of(sentence, title);
  }

  /** Whether a word is a pronoun of the first person. */
  public boolean first(Token token) {
    return voices.first(token);
  }

  /** Whom a pronoun of the first person means in words that are ascribed to {@code source}. */
  public Optional<Participant> voice(Sentence s, Token pronoun, List<Participant> source) {
    Optional<Participant> meant = voices.of(s, pronoun, source);
    Span word = new Span(s, pronoun.index(), pronoun.index());
    meant.ifPresent(p -> voiced.put(pronoun, word.mention(p.entity(), Mention.Form.REFERENCE)));
    return meant;
  }

  /** Whether two words are of one name: "ZT" in "ZT Systems" is nobody whose systems are meant. */
  public boolean oneName(Sentence s, Token one, Token other) {
    return mentions
        .at(s, one)
        .filter(m -> m.form() == Mention.Form.NAME)
        .filter(m -> other.begin() >= m.begin() && other.begin() < m.end())
        .isPresent();
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
    Optional<Mention> mention = mentions.at(sentence, token);
    boolean category =
        mention.filter(m -> m.entity().kind().equals("TechnologyCategory")).isPresent();
    if (mention.filter(m -> m.form() == Mention.Form.DEMONYM).isPresent()
        && token.tag().startsWith("NN")
        && phrase.plural()
        && token.form().endsWith("s")) {
      return List.of(); // "Americans" are no government
    }
    if (mention.isPresent() && !category) {
      return List.of(new Participant(mention.get().entity(), mentions.how(mention.get())));
    }
    List<Participant> named =
        members.of(phrase).stream()
            .flatMap(t -> of(sentence, t).stream())
            .map(p -> new Participant(p.entity(), p.how() + "+member"))
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    Optional<Mention> beside = carried.apposed(sentence, token);
    if (beside.isPresent()) {
      return List.of(new Participant(beside.get().entity(), "apposed"));
    }
    List<Participant> inside = carried.product(phrase);
    if (!inside.isEmpty()) {
      return inside;
    }
    Optional<Participant> whole =
        carried
            .whole(phrase)
            .or(() -> carried.employer(phrase))
            .or(() -> carried.government(phrase));
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
    // "advanced semiconductors" say more than "semiconductors", which are named there
    Optional<Entity> described =
        descriptions
            .technology(phrase)
            .or(() -> descriptions.category(phrase).filter(e -> mention.isPresent()))
            .or(() -> mention.map(Mention::entity))
            .or(() -> descriptions.policy(phrase, Optional.empty()))
            .or(() -> descriptions.group(phrase, Optional.empty()))
            .or(() -> descriptions.category(phrase));
    described.filter(e -> mention.isEmpty()).ifPresent(e -> describe(phrase, e));
    return described.map(e -> List.of(new Participant(e, "description"))).orElse(List.of());
  }

  /** The words that name the entity by themselves, else the whole phrase; no other mention's. */
  private void describe(NounPhrase phrase, Entity entity) {
    Sentence s = phrase.sentence();
    int head = phrase.head().index();
    int from = phrase.modifiers().stream().mapToInt(Token::index).min().orElse(head);
    int first = head;
    while (first > from
        && mentions.at(s, s.tokens().get(first - 1)).isEmpty()
        && !descriptions.names(new Span(s, first, head), entity)) {
      first--;
    }
    described.put(
        phrase.head(), new Span(s, first, head).mention(entity, Mention.Form.DESCRIPTION));
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
}

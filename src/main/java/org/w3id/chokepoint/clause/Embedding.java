package org.w3id.chokepoint.clause;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** One step from a word to the word that governs it: what the latter makes of the former. */
final class Embedding {
  private static final Set<String> AFTER_THE_FACT = Set.of("after", "since", "despite", "for");

  private final ModalityLexicon words;
  private final Speakers speakers;
  private final Beside beside;
  private final Subjects subjects;
  private final NounEmbedding nouns;

  Embedding(ModalityLexicon words, Speakers speakers, Beside beside) {
    this.words = words;
    this.speakers = speakers;
    this.beside = beside;
    this.subjects = new Subjects(words);
    this.nouns = new NounEmbedding(words, beside);
  }

  Walk up(Sentence s, Walk walk, Token above) {
    Token at = walk.at();
    boolean goesOn =
        words.continuing().contains(above.lemma())
            && Set.of("xcomp", "dobj", "nsubjpass").contains(at.relation())
            && !beside.negated(s, above);
    Walk next = goesOn ? step(s, walk.goingOn(), above) : step(s, walk, above);
    boolean taken = next.presupposed() && !walk.presupposed();
    return taken && speakers.given(s, at) ? next.putIn() : next;
  }

  private Walk step(Sentence s, Walk walk, Token above) {
    Token at = walk.at();
    return switch (at.relation()) {
      case "xcomp", "ccomp", "oprd", "comp" -> complement(s, walk, above);
      case "pcomp" -> gerund(s, walk, above);
      case "acl" -> nouns.modifier(s, walk, above);
      case "relcl" ->
          !s.children(at, "mark").isEmpty()
                  || nouns.content(s, at, above)
                  || Subjects.infinitive(s, at) && words.infinitiveNoun(above.lemma())
              ? nouns.modifier(s, walk, above)
              : speakers.writers(s, at, above) ? walk.putIn().to(above) : walk.closed().to(above);
      case "advcl" -> adverbial(s, walk, above);
      case "conj" -> coordinated(s, walk, above);
      case "dobj", "nsubjpass" -> nouns.nominal(s, walk, above);
      case "nsubj" -> nouns.happening(s, walk, above);
      case "pobj" -> nouns.prepositional(s, walk, above);
      case "attr", "acomp" -> beside.read(s, walk.to(above));
      default -> walk.closed().to(above);
    };
  }

  /** "bought back shares rather than acquire Y": what is not chosen. */
  private Walk coordinated(Sentence s, Walk walk, Token first) {
    boolean than =
        s.children(first, "cc").stream()
            .anyMatch(t -> t.lemma().equals("than") && t.index() < walk.at().index());
    Walk next = than ? walk.with("Negated") : walk;
    return first.is("VB") ? beside.shared(s, next, first) : next.to(first);
  }

  private Walk complement(Sentence s, Walk walk, Token above) {
    if (above.is("NN")) {
      return walk.with(lookup(words.nouns(), above.lemma())).settled().to(above);
    }
    boolean infinitive = Subjects.infinitive(s, walk.at());
    if (above.is("JJ")) {
      boolean tooGreat =
          s.children(above, "advmod").stream().anyMatch(t -> t.lemma().equals("too"));
      String effect = words.adjectival().getOrDefault(above.lemma(), "Prospective");
      return walk.with(tooGreat ? "Negated" : infinitive ? effect : "Certain").to(above);
    }
    if (above.lemma().equals("be") && walk.at().relation().equals("ccomp")) {
      Optional<Token> that = s.child(above, "acomp", "attr", "advmod");
      return beside.read(
          s, walk.with(that.flatMap(t -> lookup(words.that(), t.lemma()))).to(above));
    }
    boolean yet = s.children(above, "advmod").stream().anyMatch(t -> t.lemma().equals("yet"));
    if (infinitive && Set.of("be", "have").contains(above.lemma())) {
      return beside.read(s, walk.with(yet ? "Negated" : "Prospective").to(above));
    }
    if (infinitive
        && words.bygone().contains(above.lemma())
        && above.tag().matches("VB[DN]")
        && s.children(above, "dobj", "nsubjpass").isEmpty()) {
      // "used to make 40% of them": the share is another one now
      boolean share =
          s.children(walk.at(), "dobj").stream().anyMatch(o -> words.partOf().contains(o.lemma()));
      return beside.read(s, walk.with(share ? "Possible" : "Negated").to(above));
    }
    String verb = words.withParticle(s, above);
    boolean clause = walk.at().relation().equals("ccomp") && !infinitive;
    Optional<String> effect =
        Optional.of(verb + " that")
            .filter(v -> clause)
            .flatMap(words::effect)
            .or(() -> words.effect(verb));
    Optional<String> speech = words.speech(verb);
    if (clause && speech.isPresent()) {
      return told(s, walk, above, speech.get());
    }
    boolean passive = !s.children(above, "auxpass").isEmpty();
    if (speech.isPresent() && passive && effect.isEmpty()) {
      return beside.read(s, walk.with("Probable").to(above));
    }
    // "nobody doubts that": it holds
    if (words.doubting().contains(verb) && beside.negated(s, above)) {
      return walk.to(above);
    }
    // "announced a partnership to sell": the parser hangs on the verb what the noun is for
    Optional<String> purpose =
        s.children(above, "dobj").stream()
            .filter(o -> infinitive && o.index() < walk.at().index())
            .flatMap(o -> Stream.concat(Stream.of(o), new NounPhrase(s, o).conjuncts().stream()))
            .flatMap(o -> lookup(words.nouns(), o.lemma()).stream())
            .reduce((first, last) -> last)
            .filter(e -> !e.equals("Certain"));
    // "waits to sell", "hired to sell": what an unlisted verb only aims at
    boolean aim =
        infinitive
            && !words.factive().contains(verb)
            && s.children(above, "dobj", "nsubjpass").isEmpty();
    return beside.read(
        s,
        walk.with(effect.or(() -> purpose).or(() -> Optional.of("Prospective").filter(e -> aim)))
            .to(above));
  }

  /** "X said that", "X did not say that", "it is said that", "criticized Y, saying that". */
  private Walk told(Sentence s, Walk walk, Token verb, String speech) {
    // "declined to say whether": nobody has said it
    boolean unsaid =
        Subjects.infinitive(s, verb)
            && s.head(verb)
                .filter(a -> words.adjectival().getOrDefault(a.lemma(), "").equals("Certain"))
                .isEmpty();
    if (unsaid) {
      return walk.with("Possible").settled().to(verb);
    }
    Optional<Token> who = subjects.of(s, verb).map(Argument::token);
    boolean passive = !s.children(verb, "auxpass").isEmpty();
    Walk said = walk.with(speech);
    Walk by =
        who.isPresent() && !passive
            ? said.saidBy(speakers.speaker(s, who.get()))
            : said.saidBy(new Modality.Speaker(s, verb, true));
    return beside.negated(s, verb) && !speech.equals("Negated")
        ? by.with("Possible").to(verb)
        : beside.read(s, by.to(verb));
  }

  /** "by selling", "from buying", "accused of spying", "without selling". */
  private Walk gerund(Sentence s, Walk walk, Token preposition) {
    Optional<Token> above = s.head(preposition);
    if (above.isEmpty()) {
      return walk.to(preposition);
    }
    Token verb = above.get().is("RB") ? s.head(above.get()).orElse(above.get()) : above.get();
    if (walk.at().tag().matches("VBD|VBZ|VBP")) {
      // "provided X buys Y" holds on a condition; "comment on why X bought Y" takes it for granted
      Optional<String> condition = lookup(words.subordinators(), preposition.lemma());
      return walk.with(condition).closed().to(verb);
    }
    Optional<String> own =
        s.children(preposition, "advmod").stream()
            .map(t -> t.lemma() + " " + preposition.lemma())
            .findFirst()
            .flatMap(two -> lookup(words.prepositions(), two))
            .or(() -> lookup(words.prepositions(), preposition.lemma()));
    if (own.isPresent()) {
      return beside.read(s, walk.with(own).to(verb));
    }
    if (verb.is("NN")) {
      return walk.with(lookup(words.nouns(), verb.lemma())).closed().to(verb);
    }
    if (verb.is("JJ")) {
      return walk.with(words.adjectival().getOrDefault(verb.lemma(), "Certain")).to(verb);
    }
    boolean accusation = words.accusing().contains(verb.lemma());
    if (accusation) {
      Walk after = walk.with("Probable");
      Optional<Token> who = s.child(verb, "nsubj");
      return beside.read(
          s, (who.isPresent() ? after.saidBy(speakers.speaker(s, who.get())) : after).to(verb));
    }
    Optional<String> both = words.effect(words.withParticle(s, verb) + " " + preposition.lemma());
    if (both.isEmpty() && AFTER_THE_FACT.contains(preposition.lemma())) {
      return walk.closed().to(verb);
    }
    if (preposition.lemma().equals("before")) {
      return beside.read(s, walk.to(verb)).closed();
    }
    Optional<String> effect = both.or(() -> words.effect(verb.lemma()));
    // "went from making half of them to": it made them, what it makes now is not told
    if (preposition.lemma().equals("from") && effect.equals(Optional.of("Prospective"))) {
      return beside.read(s, walk.with("Possible").to(verb));
    }
    boolean negated =
        effect.equals(Optional.of("Negated"))
            && (both.isPresent() || preposition.lemma().equals("from"));
    Walk after =
        negated
            ? walk.with("Negated Prospective")
            : walk.with(effect.filter(e -> !e.equals("Negated")));
    return beside.read(s, after.to(verb));
  }

  private Walk adverbial(Sentence s, Walk walk, Token above) {
    if (Subjects.infinitive(s, walk.at())) {
      // "joined X to announce a plant": who came together did so
      boolean done =
          words.gathering().contains(above.lemma())
                  && words.ceremonial().contains(words.withParticle(s, walk.at()))
              // "relies on X to power Y": it does
              || words.standing().contains(above.lemma());
      return beside.read(s, walk.with(done ? "Certain" : "Prospective").to(above));
    }
    boolean finite =
        !s.children(walk.at(), "mark").isEmpty()
            || !s.children(walk.at(), "nsubj", "nsubjpass").isEmpty();
    // "when X buys Y": it has not yet
    boolean temporal =
        s.children(walk.at(), "mark", "advmod").stream()
            .anyMatch(t -> words.temporal().contains(t.lemma()));
    boolean present =
        walk.at().tag().matches("VBZ|VBP|VB") && s.children(walk.at(), "aux").isEmpty();
    Walk next = temporal && present ? walk.with("Prospective") : walk;
    return finite ? next.closed().to(above) : beside.read(s, next.to(above));
  }

  private static Optional<String> lookup(Map<String, String> map, String key) {
    return Optional.ofNullable(map.get(key));
  }
}

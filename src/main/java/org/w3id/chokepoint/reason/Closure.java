package org.w3id.chokepoint.reason;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph and what follows from it. Any number of threads may read; {@link #add} and {@link
 * #delete} wait until nobody does and bring the conclusions up to date. An iterator over one of the
 * graphs must be used up before the closure changes.
 */
public final class Closure implements Proofs {
  /** More contradictions than these are not told one by one. */
  private static final int MOST = 1000;

  /** Rows to make room for beforehand; more come as they are needed. */
  private static final long MOST_ROOM = 1 << 27;

  /** So many dead rows are no reason to start anew. */
  private static final int FEW = 10_000;

  private static final int NEAREST = 10;

  private final RuleSet rules;
  private volatile Engine engine;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private Closure(Engine engine, RuleSet rules) {
    this.engine = engine;
    this.rules = rules;
  }

  /** The closure of data and ontology in one graph by the rules of OWL 2 RL. */
  public static Closure of(Graph asserted) {
    return of(asserted, RuleSet.owl2rl());
  }

  /**
   * The closure of data and ontology in one graph.
   *
   * @throws IllegalArgumentException naming file and line of a rule that is not well formed
   */
  public static Closure of(Graph asserted, RuleSet rules) {
    return new Closure(closed(asserted.find(), asserted.size(), rules), rules);
  }

  private static Engine closed(Iterator<Triple> asserted, long count, RuleSet rules) {
    Engine engine = new Engine(rules);
    engine.store.reserve((int) Math.min(count * 2, MOST_ROOM));
    asserted.forEachRemaining(engine::add);
    engine.run();
    return engine;
  }

  /** Asserts more triples, facts or axioms. */
  public void add(Collection<Triple> triples) {
    write(
        () -> {
          triples.forEach(engine::add);
          engine.run();
        });
  }

  /** Takes assertions back; what then no longer follows is gone too. Others are ignored. */
  public void delete(Collection<Triple> triples) {
    write(
        () -> {
          Deletion.of(engine, triples);
          if (engine.store.dead() > Math.max(FEW, engine.store.size() / 2)) {
            engine = closed(engine.asserted().iterator(), engine.store.size(), rules);
          }
        });
  }

  /**
   * The triples that follow and are not asserted, without literals as subjects and without what
   * tells a reader nothing: that a class is a subclass of itself or of owl:Thing, that something is
   * the same as itself or an owl:Thing, memberships in anonymous classes, axiomatic triples.
   */
  public Graph inferred() {
    return view(pattern -> new Facts(engine).inferred(pattern));
  }

  /** All triples that hold, asserted or not, the trivial ones included. */
  public Graph graph() {
    return view(pattern -> new Facts(engine).all(pattern));
  }

  /** How many triples are kept, asserted and inferred, one for each class of equal terms. */
  public long size() {
    return read(engine::size);
  }

  /** What cannot all be true, each with its proof; at most a thousand. */
  public List<Contradiction> contradictions() {
    return read(() -> Clashes.in(engine, MOST));
  }

  /** What of the ontology the rules passed over, for example a list without end. */
  public List<Defect> defects() {
    return read(() -> Defects.in(engine));
  }

  /** How many rows are in memory, dead ones included. */
  long rows() {
    return read(() -> (long) engine.store.size());
  }

  /** Whether nothing contradicts. */
  public boolean consistent() {
    return read(() -> Clashes.in(engine, 1)).isEmpty();
  }

  /** Whether the triple is asserted. */
  boolean isAsserted(Triple triple) {
    return read(() -> engine.isAsserted(triple));
  }

  @Override
  public Optional<Proof> proof(Triple triple) {
    return read(() -> new ProofTree(engine).of(triple));
  }

  /**
   * Why a triple does not follow: rules that would yield it if a single premise more held, nearest
   * first; at most ten. Empty also when it holds, or when a term of it is not known here.
   */
  @Override
  public List<NearMiss> whyNot(Triple triple) {
    return read(
        () ->
            new ProofTree(engine).of(triple).isPresent()
                ? List.of()
                : WhyNot.of(engine, triple, NEAREST));
  }

  private <T> T read(Supplier<T> question) {
    lock.readLock().lock();
    try {
      return question.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void write(Runnable change) {
    lock.writeLock().lock();
    try {
      change.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static Graph view(Function<Triple, Iterator<Triple>> find) {
    return new GraphBase() {
      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return WrappedIterator.create(find.apply(pattern));
      }
    };
  }
}

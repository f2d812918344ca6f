package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.BuiltinRegistry;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Node_RuleVariable;
import org.w3id.chokepoint.reason.Rule.ListCondition;

/**
 * Our rules as rules of Jena's generic engine: list conditions written out for lists of up to
 * {@code longest} members, equality by the rules of table 4.
 */
final class JenaRules {
  static final Node CLASH = NodeFactory.createURI("x-test:clash");
  private static final String EQUALITY =
      """
      prefix owl: <http://www.w3.org/2002/07/owl#>
      eq-sym: (?x owl:sameAs ?y) -> (?y owl:sameAs ?x)
      eq-trans: (?x owl:sameAs ?y) (?y owl:sameAs ?z) -> (?x owl:sameAs ?z)
      eq-rep-s: @(?s owl:sameAs ?t) (?s ?p ?o) ?s != ?t -> (?t ?p ?o)
      eq-rep-p: @(?p owl:sameAs ?q) (?s ?p ?o) ?p != ?q -> (?s ?q ?o)
      eq-rep-o: @(?o owl:sameAs ?t) (?s ?p ?o) ?o != ?t -> (?s ?p ?t)
      """;

  private final Dictionary dictionary = new Dictionary();
  private final int longest;

  private JenaRules(int longest) {
    this.longest = longest;
  }

  /** What Jena's engine makes of {@code asserted} by our rules. */
  static InfGraph close(Graph asserted, int longest) {
    GenericRuleReasoner reasoner = new GenericRuleReasoner(new JenaRules(longest).rules());
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    InfGraph out = reasoner.bind(asserted);
    out.prepare();
    return out;
  }

  private List<org.apache.jena.reasoner.rulesys.Rule> rules() {
    List<org.apache.jena.reasoner.rulesys.Rule> out = new ArrayList<>();
    RuleSet all = RuleSet.owl2rl().and(new RuleSet.Text("equality", EQUALITY));
    for (Rule rule : all.read(dictionary)) {
      int most = rule.list() == null ? 1 : longest;
      for (int length = 1; length <= most; length++) {
        out.add(rule(rule, length));
      }
    }
    return out;
  }

  private org.apache.jena.reasoner.rulesys.Rule rule(Rule rule, int length) {
    Map<Integer, Node> names = new HashMap<>();
    List<ClauseEntry> body = new ArrayList<>();
    rule.schema().forEach(a -> body.add(pattern(a, names)));
    List<ClauseEntry> tests = new ArrayList<>();
    for (Atom a : rule.body()) {
      boolean twice = a.s() < 0 && a.s() == a.o();
      Atom once = twice ? new Atom(a.s(), a.p(), ~(rule.variables() + 90)) : a;
      body.add(pattern(once, names));
      if (twice) {
        // Jena's Rete network misses matches of a variable that a pattern has twice.
        tests.add(test("equal", once.s(), once.o(), names));
      }
    }
    if (rule.list() != null) {
      list(rule.list(), rule.variables(), length, body, names);
    }
    body.addAll(tests);
    rule.distinct().forEach(p -> body.add(test("notEqual", p.left(), p.right(), names)));
    List<ClauseEntry> head = new ArrayList<>();
    rule.head().forEach(a -> head.add(pattern(a, names)));
    if (head.isEmpty()) {
      head.add(new TriplePattern(CLASH, CLASH, NodeFactory.createLiteralString(rule.name())));
    }
    return new org.apache.jena.reasoner.rulesys.Rule(rule.name() + length, head, body);
  }

  private Functor test(String name, int left, int right, Map<Integer, Node> names) {
    Node[] terms = {term(left, names), term(right, names)};
    return new Functor(name, terms, BuiltinRegistry.theRegistry);
  }

  private void list(
      ListCondition c, int free, int length, List<ClauseEntry> body, Map<Integer, Node> names) {
    Vocabulary words = new Vocabulary(dictionary);
    int cell = c.list();
    int next = free;
    int before = c.s();
    for (int i = 0; i < length; i++) {
      int member = ~next++;
      int rest = i == length - 1 ? words.nil : ~next++;
      body.add(pattern(new Atom(cell, words.first, member), names));
      body.add(pattern(new Atom(cell, words.rest, rest), names));
      int value = i == length - 1 && c.form() == Rule.Form.CHAIN ? c.o() : ~next++;
      switch (c.form()) {
        case EACH -> body.add(pattern(new Atom(c.s(), c.p(), member), names));
        case CHAIN -> body.add(pattern(new Atom(before, member, value), names));
        case KEYS -> {
          body.add(pattern(new Atom(c.s(), member, value), names));
          body.add(pattern(new Atom(c.o(), member, value), names));
        }
      }
      before = value;
      cell = rest;
    }
  }

  private TriplePattern pattern(Atom a, Map<Integer, Node> names) {
    return new TriplePattern(term(a.s(), names), term(a.p(), names), term(a.o(), names));
  }

  private Node term(int term, Map<Integer, Node> names) {
    return term >= 0
        ? dictionary.node(term)
        : names.computeIfAbsent(~term, v -> new Node_RuleVariable("?v" + v, names.size()));
  }
}

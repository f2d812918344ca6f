package org.w3id.chokepoint.listing;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.listing.Entry.Designation;
import org.w3id.chokepoint.listing.ListLexicon.PublishedList;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.ReferenceData;

/** Says which list names which party since when, and who keeps the list. */
final class Designations {
  private final Statements out;
  private final ReferenceData reference;
  private final ListLexicon lexicon;
  private final Names names;

  Designations(Statements out, ReferenceData reference, ListLexicon lexicon, Names names) {
    this.out = out;
    this.reference = reference;
    this.lexicon = lexicon;
    this.names = names;
  }

  /** That the list names the party, and the event of naming it. */
  void add(Party.Listed one, Entity entity) {
    Designation d = one.designation();
    Optional<PublishedList> list = lexicon.list(d.list());
    if (list.isEmpty()) {
      return;
    }
    Node policy = Terms.iri(Terms.ID + "policy/" + list.get().policy());
    policy(list.get(), policy);
    Node party = Terms.iri(entity.iri());
    out.add(policy, Terms.cp("designates"), party);
    String slug = entity.iri().substring(entity.iri().lastIndexOf('/') + 1);
    String day = d.since().map(s -> "-" + s).orElse("");
    String since = d.since().map(s -> " since " + s).orElse("");
    Node event = Terms.iri(Terms.ID + "event/listing-" + list.get().policy() + "-" + slug + day);
    out.add(event, RDF.type.asNode(), Terms.cp("ListingEvent"));
    out.add(
        event,
        RDFS.label.asNode(),
        Statements.text(out.label(party) + " on " + out.label(policy) + since));
    issuer(list.get()).ifPresent(i -> out.add(event, Terms.cp("hasAgent"), i));
    out.add(event, Terms.cp("hasObject"), policy);
    out.add(event, Terms.cp("hasRecipient"), party);
    out.add(event, Terms.cp("eventStatus"), Terms.cp("Occurred"));
    out.add(event, Terms.cp("outcome"), Terms.cp("Begun"));
    d.since().ifPresent(s -> out.add(event, Terms.cp("eventDate"), Statements.day(s.toString())));
    d.until().ifPresent(u -> out.add(event, SKOS.note.asNode(), Statements.text("until " + u)));
    out.add(event, SKOS.note.asNode(), Statements.text("as " + d.list()));
    out.add(event, DCTerms.source.asNode(), out.source(d.source(), one.line()));
  }

  private void policy(PublishedList list, Node policy) {
    Optional<Entity> ours = reference.entity(policy.getURI());
    if (ours.isPresent()) {
      out.known(ours.get());
    } else if (!out.has(policy, RDF.type.asNode(), Node.ANY)) {
      out.add(policy, RDF.type.asNode(), Terms.cp("RestrictedPartyList"));
      out.add(policy, RDFS.label.asNode(), Statements.text(list.label()));
      list.aliases().stream()
          .filter(a -> names.alias(policy.getURI(), a))
          .forEach(a -> out.add(policy, SKOS.altLabel.asNode(), Statements.text(a)));
      issuer(list).ifPresent(i -> out.add(policy, Terms.cp("issuedBy"), i));
    }
  }

  /** Who keeps the list: as the reference data has it, else as the lexicon says. */
  private Optional<Node> issuer(PublishedList list) {
    String policy = Terms.ID + "policy/" + list.policy();
    Optional<Entity> issuer =
        reference.entity(policy).stream()
            .flatMap(p -> reference.objects(p, "issuedBy").stream())
            .findFirst()
            .or(() -> reference.entity(Terms.ID + "actor/" + list.issuer()));
    issuer.ifPresent(out::known);
    return issuer.map(i -> Terms.iri(i.iri()));
  }
}

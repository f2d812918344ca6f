package org.w3id.chokepoint.text.parser;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** NLP4J as shipped, with its own models and its own code. */
final class Shipment {
  private static final String CONFIGURATION =
      """
      <configuration>
        <lexica>
          <ambiguity_classes field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
          <word_clusters field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
          <named_entity_gazetteers field="word_form_simplified">edu/emory/mathcs/nlp/lexica/en-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
        </lexica>
        <models>
          <pos>edu/emory/mathcs/nlp/models/en-pos.xz</pos>
          <ner>edu/emory/mathcs/nlp/models/en-ner.xz</ner>
          <dep>edu/emory/mathcs/nlp/models/en-dep.xz</dep>
        </models>
      </configuration>
      """;

  private final NLPDecoder decoder =
      new NLPDecoder(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));

  /** The same as {@link Parser#parse}. */
  List<Parse> parse(List<String> forms) {
    NLPNode[] nodes = decoder.toNodeArray(forms.stream().map(Token::new).toList());
    decoder.decode(nodes);
    List<Parse> out = new ArrayList<>();
    for (int i = 1; i < nodes.length; i++) {
      NLPNode n = nodes[i];
      int head = n.getDependencyHead().getID() - 1;
      out.add(
          new Parse(
              n.getLemma(),
              n.getPartOfSpeechTag(),
              n.getNamedEntityTag(),
              head,
              n.getDependencyLabel()));
    }
    return out;
  }
}

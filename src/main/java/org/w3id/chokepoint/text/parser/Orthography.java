package org.w3id.chokepoint.text.parser;

import edu.emory.mathcs.nlp.common.constant.MetaConst;
import edu.emory.mathcs.nlp.component.pos.POSState;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.node.Orthographic;
import edu.emory.mathcs.nlp.component.template.train.HyperParameter;
import java.util.ArrayList;
import java.util.List;

/** NLP4J's own account of how a word is spelt: capitals, digits, marks. */
final class Orthography extends FeatureTemplate<NLPNode, POSState<NLPNode>> {
  private static final Orthography NLP4J = new Orthography();

  private Orthography() {
    super(null, new HyperParameter());
  }

  /** The hashes of the features of a simplified form, in NLP4J's order. */
  static long[] of(String simplified, boolean first) {
    List<String> texts = new ArrayList<>();
    if (simplified.equals(MetaConst.HYPERLINK)) {
      texts.add(Orthographic.HYPERLINK);
    } else {
      NLP4J.getOrthographicFeauturesAux(texts, simplified.toCharArray(), first, true);
    }
    return texts.stream().mapToLong(text -> Print.of(text).hash()).toArray();
  }
}

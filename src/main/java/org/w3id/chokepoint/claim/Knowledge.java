package org.w3id.chokepoint.claim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.w3id.chokepoint.clause.ModalityLexicon;
import org.w3id.chokepoint.extract.Pattern;
import org.w3id.chokepoint.extract.PatternFile;
import org.w3id.chokepoint.extract.QuantityLexicon;
import org.w3id.chokepoint.mention.NameLexicon;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;
import org.w3id.chokepoint.relation.RelationModel;

/** All that reading needs to know beforehand, from the project's data files. */
public record Knowledge(
    Ontology ontology,
    ReferenceData reference,
    NameLexicon names,
    ModalityLexicon modality,
    QuantityLexicon quantities,
    List<Pattern> patterns,
    RelationModel relations,
    AcceptanceRule acceptance) {

  /**
   * Loads everything under a project folder ({@code ontology/}, {@code data/reference/}); the
   * exception of a broken file names it and the line.
   */
  public static Knowledge load(Path home) throws IOException {
    Ontology ontology = Ontology.load(home.resolve("ontology/chokepoint.ttl"));
    Path lexicon = home.resolve("ontology/lexicon");
    return new Knowledge(
        ontology,
        ReferenceData.load(home.resolve("data/reference"), ontology),
        NameLexicon.load(lexicon.resolve("names.yaml")),
        ModalityLexicon.load(lexicon.resolve("modality.yaml")),
        QuantityLexicon.load(lexicon.resolve("quantities.yaml")),
        PatternFile.loadAll(home.resolve("ontology/patterns"), ontology),
        RelationModel.of(home.resolve("ontology/model/relations.onnx")),
        AcceptanceRule.load(lexicon.resolve("acceptance.yaml")));
  }
}

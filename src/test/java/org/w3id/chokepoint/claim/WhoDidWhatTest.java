package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.chokepoint.clause.Modality.Polarity;
import org.w3id.chokepoint.text.Parser;

/** Who is said to stand in a relation to whom, and nobody else, where one word decides it. */
class WhoDidWhatTest {
  private static Reader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Tencent buys chips from AMD rather than Nvidia. | suppliesTo | AMD Tencent",
        "Microsoft competes with Amazon but not Apple. | competesWith | Microsoft Amazon",
        "Rosa Miller succeeded Victor Peng as Intel's chief executive. | affiliatedWith | Rosa Miller Intel",
        "Joe Biden appointed Rosa Miller as head of the CHIPS Program Office. | affiliatedWith | Rosa Miller CHIPS Program Office",
        "Rosa Miller made her fortune as a founder of Intel. | affiliatedWith | Rosa Miller Intel",
        "AMD and Nvidia unveiled the AMD Ryzen 9 and the Nvidia H20. | develops | AMD AMD Ryzen 9 + Nvidia Nvidia H20",
        "Tencent uses Google's servers and Amazon's chips. | usesTechnologyFrom | Tencent Amazon + Tencent Google",
        "TikTok is owned by Beijing-based upstart ByteDance. | basedIn | ByteDance China",
        "Motorola's Tomahawk costs $900. | develops | Motorola Mobility Tomahawk",
        "Intel lost Qualcomm as a customer. | suppliesTo | -",
        "Washington fined Intel $3 million for selling chips to ZTE. | suppliesTo | Intel ZTE",
        "Washington fined Intel for selling chips to ZTE after Qualcomm had stopped buying Arm's. | suppliesTo | Intel ZTE",
        "Nvidia may sell up to 35,000 H20 chips to Tencent. | suppliesTo | Nvidia Tencent",
        "Tencent bought all of its servers from AMD. Intel won. | suppliesTo | AMD Tencent",
        "AMD buys chips from TSMC. Intel does not. | suppliesTo | TSMC AMD",
        "TSMC, which counts Intel, is not in it. Qualcomm and AMD are among its customers. | suppliesTo | TSMC AMD + TSMC Qualcomm",
        "The start-up Groq buys chips from GlobalFoundries. | suppliesTo | GlobalFoundries Groq",
        "The firms, which include ZTE and Inspur, sell chips to Tencent. | suppliesTo | Inspur Tencent + ZTE Tencent",
        "The H20 trails the Blackwell processor, which Tencent uses. | uses | Tencent Nvidia Blackwell",
        "Sony and Denso hold stakes in a Dresden-based company. | investsIn | -",
        "Infineon and NXP, suppliers to Bosch, have grown. | suppliesTo | Infineon Bosch + NXP Bosch",
        "Infineon and NXP, both rivals of Bosch, have grown. | competesWith | Infineon Bosch + NXP Bosch",
        "Infineon, a supplier to Bosch, and NXP have grown. | suppliesTo | Infineon Bosch",
        "Infineon and NXP, which are growing, both rely on Bosch. | dependsOn | Infineon Bosch + NXP Bosch",
        "Besides Xiaomi, to which it has sold lenses, OmniVision grew. | suppliesTo | -",
        "AMD, still short of suppliers such as Ibiden when it bought Xilinx, grew. | hasSubsidiary | AMD Xilinx",
        "Nvidia is working on a chip for India, the B30A. | develops | Nvidia Nvidia B30A",
        "Samsung took a stake in Rebellions, the paper said. | investsIn | Samsung Electronics Rebellions Inc.",
        "Cohere raised money from Nvidia. | investsIn | Nvidia Cohere",
        "Imec has an office in Blyth. Intel left. | basedIn | -",
        "Intel sued Arm. While it sells chips to Tencent, AMD has no licence. | suppliesTo | AMD Tencent",
        "Nvidia offers the H20. The chips are made by TSMC. | manufactures | TSMC Nvidia H20",
        "Nvidia offers the H20 and the A100. The chips are made by TSMC. | manufactures | TSMC semiconductors",
        "A fund accuses AMD of selling its chips to ZTE. | suppliesTo | AMD ZTE",
        "\"We see fewer orders from ZTE,\" said Rosa Miller of Nomura. | suppliesTo | -",
        "\"It will grow,\" said Rosa Miller of Cedar Research. | affiliatedWith | Rosa Miller Cedar Research",
      })
  void isSaid(String text, String property, String wanted) {
    Stream<Claim> affirmed =
        reader.read(Parser.article(text)).claims().stream()
            .filter(c -> c.modality().polarity() == Polarity.AFFIRMED);
    List<String> found =
        affirmed
            .flatMap(c -> c.statement().stream())
            .filter(s -> s.predicate().equals(property))
            .map(s -> s.subject().label() + " " + s.object().label())
            .distinct()
            .sorted()
            .toList();
    assertEquals(wanted, found.isEmpty() ? "-" : String.join(" + ", found));
  }
}

package org.w3id.chokepoint.browse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.serve.Accept;
import org.w3id.chokepoint.serve.Dump;
import org.w3id.chokepoint.serve.Handler;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.Problem;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.serve.Signposts;
import org.w3id.chokepoint.serve.Site;
import org.w3id.chokepoint.snapshot.Terms;

/** All pages of the site. */
public final class Browse implements Site {
  /** The questions of the home page, beside that of the Entity List. */
  private static final Set<String> READY = Set.of("08-nvidia-rivals", "11-restricted-technologies");

  private static final String EXPOSURE = "60-exposure-steps";

  private final Templates templates = new Templates();
  private final PerSnapshot<Overview> overviews = new PerSnapshot<>(Overview::of);
  private final PerSnapshot<SearchIndex> indexes = new PerSnapshot<>(SearchIndex::of);
  private final PerSnapshot<Backing> backings = new PerSnapshot<>(Backing::of);
  private final Reply style = Reply.text("text/css", Templates.file("style.css"));
  private final PageCache cache = new PageCache();
  private final Handler things = cache.over(this::thing);
  private final Handler ontologies = cache.over(this::ontology);
  private final Handler asked;
  private final List<StoredQuery> stored;
  private final QuestionPages questions;
  private final SearchPage search;
  private final QueryPage query;
  private final ExplainPage explain;
  private final ExposurePage exposure;
  private final ChangesPage changes;
  private final NeighboursPage neighbours;
  private final HistoryPage history;

  /**
   * The site.
   *
   * @param limits bounds for the queries of the query page
   * @param queries folder of the questions
   */
  public Browse(Limits limits, Path queries) {
    stored = StoredQuery.read(queries);
    questions = new QuestionPages(templates, limits, indexes, stored);
    asked = cache.over(questions::answer);
    search = new SearchPage(templates, indexes);
    query = new QueryPage(templates, limits, stored);
    explain = new ExplainPage(templates);
    exposure = new ExposurePage(templates);
    changes = new ChangesPage(templates);
    neighbours = new NeighboursPage(templates, backings);
    history = new HistoryPage(templates);
  }

  @Override
  public Map<String, Handler> pages() {
    Map<String, Handler> pages = new LinkedHashMap<>();
    pages.put("", cache.over(this::home));
    pages.put("/articles", cache.over(this::articles));
    pages.put("/search", cache.over(search::answer));
    pages.put("/suggest", cache.over(search::suggest));
    pages.put("/questions/*", asked);
    pages.put("/exposure/*", cache.over(exposure::answer));
    pages.put("/changes", cache.over(changes::answer));
    pages.put("/query", query::answer);
    pages.put("/page/*", things);
    pages.put("/neighbours/*", cache.over(neighbours::answer));
    pages.put("/history/*", cache.over(history::answer));
    pages.put("/ontology/*", ontologies);
    pages.put("/explain", explain::answer);
    pages.put("/assets/*", Assets::answer);
    pages.put("/style.css", question -> style);
    return pages;
  }

  @Override
  public void prepare(Served served) {
    overviews.of(served);
    backings.of(served);
    indexes.of(served);
    exposure.prepare(served);
    history.prepare(served);
    // the longest pages are those of what is named most, and of all classes
    keep(served, "/ontology", ontologies);
    for (Link often : overviews.of(served).often()) {
      keep(served, often.href(), things);
      indexes.of(served).find(often.label(), "", 1);
    }
    // the first query of all takes ten times as long as the next ones
    stored.stream()
        .filter(q -> READY.contains(q.slug()) || q.slug().equals(EXPOSURE))
        .forEach(q -> keep(served, q.address(), asked));
  }

  /** Works a page out before someone asks for it. */
  private static void keep(Served served, String path, Handler page) {
    page.answer(new Question(served.base() + path, path, Map.of(), Accept.parse(null), served));
  }

  @Override
  public String page(Problem problem) {
    return templates.text("problem", Map.of("problem", problem));
  }

  private Reply home(Question question) {
    Overview overview = overviews.of(question.served());
    Map<String, Object> values = new HashMap<>();
    values.put("overview", overview);
    values.put("articles", overview.articles().stream().limit(10).toList());
    values.put("questions", stored.stream().filter(q -> READY.contains(q.slug())).toList());
    Node list = Scene.of(question.served()).thing("policy/us-entity-list");
    values.put(
        "exposure", question.served().knows(list) ? "/exposure/us-entity-list" : "/exposure");
    values.put("snapshot", question.served().name());
    values.put("dumps", List.copyOf(Dump.EXPORTS.keySet()));
    return templates.page("home", values);
  }

  private Reply articles(Question question) {
    return templates.page(
        "articles",
        Map.of(
            "paged",
            Paged.of(overviews.of(question.served()).articles(), question.page()),
            "address",
            "/articles?"));
  }

  private Reply ontology(Question question) {
    return question.path().matches("/ontology(/[0-9.]+)?/?")
        ? templates.page("ontology", OntologyPage.values(question.served()))
        : Reply.notFound("The ontology is at /ontology.");
  }

  private Reply thing(Question question) {
    String rest = question.rest("/page/");
    Scene scene = Scene.of(question.served());
    Node thing = scene.thing(rest);
    if (!question.served().knows(thing)) {
      return question.served().missing(rest);
    }
    Reply.Content page = (Reply.Content) page(rest, scene, thing, question);
    return new Reply.Content(page.type(), Signposts.document(question.served(), rest), page.body());
  }

  private Reply page(String rest, Scene scene, Node thing, Question question) {
    if (scene.served().all().containsGraph(thing)) {
      return templates.page("graph", with(rest, GraphPage.values(scene, thing)));
    } else if (scene.look().is(thing, Terms.cp("Article"))) {
      return templates.page("article", with(rest, ArticlePage.values(scene, thing)));
    } else if (scene.look().is(thing, Terms.cp("Claim"))) {
      return templates.page("claim", with(rest, new ClaimPage(scene, thing).values()));
    } else if (rest.matches("(actor|tech|policy|place)/.*")) {
      return templates.page(
          "entity",
          with(
              rest,
              new EntityPage(
                      scene,
                      thing,
                      question,
                      overviews.of(scene.served()),
                      backings.of(scene.served()))
                  .values()));
    }
    return templates.page("event", with(rest, EventPage.values(scene, thing)));
  }

  private static Map<String, Object> with(String rest, Map<String, Object> values) {
    values.put("data", "/data/" + rest);
    return values;
  }
}

package org.w3id.chokepoint.serve;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.snapshot.ChangeLog;
import org.w3id.chokepoint.snapshot.ChangeSet;
import org.w3id.chokepoint.snapshot.ChangeSummary;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/** What the newest snapshot changed against the one before: JSON, RDF Patch and an Atom feed. */
public final class ChangesDocument {
  private static final int MOST = 200;

  private ChangesDocument() {}

  /** The change set of what is served; empty where there is no earlier snapshot. */
  public static Optional<ChangeSet> of(Served served) {
    return served
        .snapshot()
        .flatMap(now -> beside(now).flatMap(all -> all.change(now)))
        .map(ChangeLog.Step::change);
  }

  /** What led to the served snapshot, the newest step first, as far back as it is kept. */
  public static List<ChangeLog.Step> history(Served served) {
    return served.snapshot().map(ChangesDocument::history).orElse(List.of());
  }

  static List<ChangeLog.Step> history(Snapshot now) {
    return beside(now).map(all -> all.history(now)).orElse(List.of());
  }

  private static Optional<Snapshots> beside(Snapshot now) {
    return Optional.ofNullable(now.folder().toAbsolutePath().getParent()).map(Snapshots::at);
  }

  static Reply json(Question question) {
    return of(question.served())
        .map(change -> Reply.text("application/json", ChangeSummary.of(change).toJson()))
        .orElseGet(ChangesDocument::first);
  }

  static Reply patch(Question question) {
    return of(question.served())
        .<Reply>map(
            change ->
                new Reply.Content(
                    "application/rdf-patch;charset=utf-8", java.util.Map.of(), change::patch))
        .orElseGet(ChangesDocument::first);
  }

  static Reply atom(Question question) {
    return of(question.served())
        .map(change -> Reply.text("application/atom+xml", feed(question, ChangeSummary.of(change))))
        .orElseGet(ChangesDocument::first);
  }

  private static Reply first() {
    return Reply.notFound("This is the first snapshot here; there is none before it to compare.");
  }

  private static String feed(Question question, ChangeSummary change) {
    String base = question.served().base();
    String day = question.served().snapshot().map(s -> s.manifest().date()).orElse("");
    String updated = (day.isEmpty() ? "1970-01-01" : day) + "T00:00:00Z";
    StringBuilder out =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
            .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
            .append(element("id", base + "changes.atom"))
            .append(element("title", "Chokepoint: what changed"))
            .append(element("updated", updated))
            .append("<author><name>Chokepoint</name></author>\n");
    entries(out, base, change, updated, "new fact", change.facts().added());
    entries(out, base, change, updated, "no longer held", change.facts().dropped());
    entries(out, base, change, updated, "newly contested", change.contested());
    return out.append("</feed>\n").toString();
  }

  private static void entries(
      StringBuilder out,
      String base,
      ChangeSummary change,
      String updated,
      String kind,
      List<String> items) {
    for (String item : items.stream().limit(MOST).toList()) {
      String id =
          base + "changes/" + change.after() + "#" + Integer.toHexString((kind + item).hashCode());
      out.append("<entry>\n")
          .append(element("id", id))
          .append(element("title", kind + ": " + item.replaceAll("<[^>]*[/#]([^>]*)>", "$1")))
          .append(element("updated", updated))
          .append("<content type=\"text\">")
          .append(escaped(item))
          .append("</content>\n</entry>\n");
    }
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

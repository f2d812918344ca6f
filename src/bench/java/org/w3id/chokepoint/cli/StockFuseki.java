package org.w3id.chokepoint.cli;

import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;

/** A Fuseki as it comes, over TDB2: {@code StockFuseki DUMP PORT FOLDER}. */
final class StockFuseki {
  private StockFuseki() {}

  public static void main(String[] args) {
    DatasetGraph data = DatabaseMgr.connectDatasetGraph(args[2]);
    var loader = LoaderFactory.phasedLoader(data, LoaderOps.outputToLog());
    loader.startBulk();
    loader.load(List.of(args[0]));
    loader.finishBulk();
    FusekiServer.create()
        .port(Integer.parseInt(args[1]))
        .loopback(true)
        .fusekiModules(FusekiModules.empty())
        .add("/ds", data)
        .start()
        .join();
  }
}

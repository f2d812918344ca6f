package org.w3id.chokepoint.cli;

import java.util.concurrent.Callable;
import org.w3id.chokepoint.mcp.Agents;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.Served;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mcp}: tools for software agents over standard input and output. */
@Command(
    name = "mcp",
    description = {
      "Answers software agents by the Model Context Protocol on standard input and output, until the",
      "input ends. A running server offers the same tools at /mcp."
    })
final class McpCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws InterruptedException {
    Served served = Served.of(data.snapshot(), Closure::of);
    agents(Limits.standard()).serve(served, System.in, System.out);
    return Exit.DONE;
  }

  static Agents agents(Limits limits) {
    return new Agents(limits, Project.here().queries(), Project.VERSION);
  }
}

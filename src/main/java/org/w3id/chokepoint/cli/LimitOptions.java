package org.w3id.chokepoint.cli;

import org.w3id.chokepoint.serve.Limit;
import org.w3id.chokepoint.serve.Limits;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** An option for each bound on what clients may take. */
final class LimitOptions implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec command) {
    for (Limit limit : Limit.values()) {
      command.addOption(
          OptionSpec.builder("--" + limit.setting())
              .paramLabel(limit.unit())
              .type(int.class)
              .defaultValue(Integer.toString(limit.standard()))
              .description(limit.meaning() + " (default: " + limit.standard() + ").")
              .build());
    }
    return command;
  }

  /** The bounds that a command line has given. */
  static Limits read(CommandSpec command) {
    Limits limits = Limits.standard();
    for (Limit limit : Limit.values()) {
      int value = command.findOption("--" + limit.setting()).getValue();
      if (value < 1) {
        throw new ParameterException(
            command.commandLine(), "--" + limit.setting() + " must be at least 1");
      }
      limits = value == limit.standard() ? limits : limits.with(limit, value);
    }
    return limits;
  }
}

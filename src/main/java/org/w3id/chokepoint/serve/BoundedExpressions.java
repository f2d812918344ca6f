package org.w3id.chokepoint.serve;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;

/**
 * Puts functions that keep within a budget in place of those with which a short query could take
 * all memory or a processor for good.
 */
final class BoundedExpressions extends ExprTransformCopy {
  private static final int DIGITS = 10_000;

  private final Budget budget;

  BoundedExpressions(Budget budget) {
    this.budget = budget;
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList args) {
    return switch (function) {
      case E_StrConcat concat -> new Concat(args, budget);
      case E_StrReplace replace -> new Replace(args, budget);
      case E_Regex regex -> new Regex(args, budget);
      default -> super.transform(function, args);
    };
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    return function instanceof E_Multiply
        ? new Multiply(left, right)
        : super.transform(function, left, right);
  }

  @Override
  public Expr transform(ExprAggregator aggregate) {
    boolean joins =
        aggregate.getAggregator() instanceof AggGroupConcat
            || aggregate.getAggregator() instanceof AggGroupConcatDistinct;
    return joins
        ? new ExprAggregator(
            aggregate.getVar(),
            aggregate
                .getAggregator()
                .copy(
                    new ExprList(
                        new Counted(aggregate.getAggregator().getExprList().get(0), budget))))
        : super.transform(aggregate);
  }

  private static int length(NodeValue value) {
    return value.asUnquotedString().length();
  }

  private static Pattern pattern(List<NodeValue> args, int flags) {
    return RegexEngine.makePattern(
        "REGEX",
        args.get(1).asUnquotedString(),
        args.size() > flags ? args.get(flags).asUnquotedString() : null);
  }

  private static final class Concat extends E_StrConcat {
    private final Budget budget;

    Concat(ExprList args, Budget budget) {
      super(args);
      this.budget = budget;
    }

    @Override
    public Expr copy(ExprList args) {
      return new Concat(args, budget);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      budget.makeText(args.stream().mapToLong(BoundedExpressions::length).sum());
      return super.eval(args);
    }
  }

  private static final class Replace extends ExprFunctionN {
    private final Budget budget;

    Replace(ExprList args, Budget budget) {
      super("replace", args);
      this.budget = budget;
    }

    @Override
    public Expr copy(ExprList args) {
      return new Replace(args, budget);
    }

    /** Measures first: each match gives at most the replacement, and per $ what was matched. */
    @Override
    public NodeValue eval(List<NodeValue> args) {
      Pattern pattern = pattern(args, 3);
      String replacement = args.get(2).asUnquotedString();
      long groups = replacement.chars().filter(c -> c == '$').count();
      Matcher matcher = pattern.matcher(budget.matched(args.get(0).asUnquotedString()));
      budget.makeText(length(args.get(0)));
      while (matcher.find()) {
        budget.makeText(replacement.length() + groups * (matcher.end() - matcher.start()));
      }
      return org.apache.jena.sparql.expr.nodevalue.XSDFuncOp.strReplace(
          args.get(0), pattern, args.get(2));
    }
  }

  private static final class Regex extends ExprFunctionN {
    private final Budget budget;

    Regex(ExprList args, Budget budget) {
      super("regex", args);
      this.budget = budget;
    }

    @Override
    public Expr copy(ExprList args) {
      return new Regex(args, budget);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      org.apache.jena.sparql.expr.nodevalue.NodeValueOps.checkAndGetStringLiteral(
          "REGEX", args.get(0));
      String text = args.get(0).asUnquotedString();
      return NodeValue.makeBoolean(pattern(args, 2).matcher(budget.matched(text)).find());
    }
  }

  private static final class Multiply extends E_Multiply {
    Multiply(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Multiply(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      if (digits(left) + digits(right) > DIGITS) {
        throw new TooMuch("A product would have more than " + DIGITS + " digits.");
      }
      return super.eval(left, right);
    }

    private static int digits(NodeValue value) {
      return value.isInteger()
          ? value.getInteger().bitLength() / 3
          : value.isDecimal() ? value.getDecimal().precision() : 0;
    }
  }

  private static final class Counted extends ExprFunction1 {
    private final Budget budget;

    Counted(Expr expr, Budget budget) {
      super(expr, "counted");
      this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue value) {
      budget.makeText(1L + length(value));
      return value;
    }

    @Override
    public Expr copy(Expr expr) {
      return new Counted(expr, budget);
    }
  }
}

using System.Numerics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Comparison of two values.</summary>
internal sealed class Comparison(TemplateContext context)
{
    /// <summary>The types in which two numbers are compared: the first that one of them has.</summary>
    private static readonly Type[] Ladder =
        [typeof(decimal), typeof(double), typeof(float), typeof(BigInteger), typeof(long), typeof(ulong), typeof(uint), typeof(int)];

    public bool Evaluate(BinaryExpression expression, object? left, object? right)
    {
        var (@operator, span) = (expression.Operator, expression.OperatorSpan);
        if (left is string or char || right is string or char)
            return Holds(@operator, string.CompareOrdinal(context.ValueText.Of(left), context.ValueText.Of(right)), 0);
        if (left is null || right is null)
            return OfNull(@operator, left, right);
        if (left is ScriptArray<object?> || right is ScriptArray<object?>)
            throw new ScriptRuntimeException(span, $"The operator `{@operator.Symbol()}` between lists is not supported by this stand-in of Scriban.");
        if (NumberType(left, right) is { } type)
            return OfNumbers(@operator, type, Converted(span, left, type), Converted(span, right, type));
        if (left is bool || right is bool)
            return OfTruth(@operator, span, ValueConversion.ToBool(left), ValueConversion.ToBool(right));
        return OfOthers(@operator, span, left, right);
    }

    private static bool OfNull(BinaryOperator @operator, object? left, object? right) => @operator switch
    {
        BinaryOperator.Equal => left is null && right is null,
        BinaryOperator.NotEqual => left is not null || right is not null,
        _ => false,
    };

    private static Type? NumberType(object left, object right) =>
        Array.Find(Ladder, type => IsOf(left, type) || IsOf(right, type));

    private static bool IsOf(object value, Type type) => value.GetType() == type || (value is Enum && type == typeof(int));

    private object Converted(SourceSpan span, object value, Type type) => context.Conversion.To(span, value, type)!;

    private static bool OfNumbers(BinaryOperator @operator, Type type, object left, object right)
    {
        if (type == typeof(decimal))
            return Holds(@operator, (decimal)left, (decimal)right);
        if (type == typeof(double))
            return Holds(@operator, (double)left, (double)right);
        if (type == typeof(float))
            return Holds(@operator, (float)left, (float)right);
        return Holds(@operator, Whole(left), Whole(right));
    }

    private static BigInteger Whole(object value) =>
        value is BigInteger big ? big : value is ulong unsigned ? unsigned : Convert.ToInt64(value, null);

    private static bool OfTruth(BinaryOperator @operator, SourceSpan span, bool left, bool right) => @operator switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        _ => throw new ScriptRuntimeException(span, $"The operator `{@operator.Symbol()}` is not valid for bool<->bool"),
    };

    private static bool OfOthers(BinaryOperator @operator, SourceSpan span, object left, object right) => (@operator, left, right) switch
    {
        (_, DateTime first, DateTime second) => Holds(@operator, first.CompareTo(second), 0),
        (_, DateTime, TimeSpan) => throw new ScriptRuntimeException(
            span, $"The operator `Compare{@operator}` is not supported for between <DateTime> and <TimeSpan>"),
        (BinaryOperator.Equal, _, _) => left.Equals(right),
        (BinaryOperator.NotEqual, _, _) => !left.Equals(right),
        _ => throw new ScriptRuntimeException(
            span, $"Unsupported types `{left}/{TypeNames.Of(left)}` {@operator.Symbol()} `{right}/{TypeNames.Of(right)}` for binary operation"),
    };

    private static bool Holds<T>(BinaryOperator @operator, T left, T right)
        where T : INumber<T> => @operator switch
        {
            BinaryOperator.Equal => left == right,
            BinaryOperator.NotEqual => left != right,
            _ => left > right,
        };
}

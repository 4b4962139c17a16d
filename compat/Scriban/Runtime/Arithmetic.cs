using System.Numerics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Comparison, addition and subtraction of two values.</summary>
internal sealed class Arithmetic(TemplateContext context)
{
    /// <summary>The types in which two numbers are computed: the first that one of them has.</summary>
    private static readonly Type[] Ladder =
        [typeof(decimal), typeof(double), typeof(float), typeof(BigInteger), typeof(long), typeof(ulong), typeof(uint), typeof(int)];

    public object? Evaluate(BinaryExpression expression, object? left, object? right)
    {
        var (@operator, span) = (expression.Operator, expression.OperatorSpan);
        if (left is string or char || right is string or char)
            return OfText(@operator, span, context.ValueText.Of(left), context.ValueText.Of(right));
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

    private static object OfText(BinaryOperator @operator, SourceSpan span, string? left, string? right) => @operator switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => throw new ScriptRuntimeException(span, "Operator `-` is not supported on string objects"),
        _ => Holds(@operator, string.CompareOrdinal(left, right)),
    };

    private static object? OfNull(BinaryOperator @operator, object? left, object? right) => @operator switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract => null,
        BinaryOperator.Equal => left is null && right is null,
        BinaryOperator.NotEqual => left is not null || right is not null,
        _ => false,
    };

    private static Type? NumberType(object left, object right) =>
        Array.Find(Ladder, type => IsOf(left, type) || IsOf(right, type));

    private static bool IsOf(object value, Type type) => value.GetType() == type || (value is Enum && type == typeof(int));

    private object Converted(SourceSpan span, object value, Type type) => context.Conversion.To(span, value, type)!;

    private static object OfNumbers(BinaryOperator @operator, Type type, object left, object right)
    {
        if (type == typeof(decimal))
            return Compute(@operator, (decimal)left, (decimal)right);
        if (type == typeof(double))
            return Compute(@operator, (double)left, (double)right);
        if (type == typeof(float))
            return Compute(@operator, (float)left, (float)right);
        return Compute(@operator, Whole(left), Whole(right)) is var result && result is BigInteger whole ? Numbers.Fit(whole) : result;
    }

    private static BigInteger Whole(object value) =>
        value is BigInteger big ? big : value is ulong unsigned ? unsigned : Convert.ToInt64(value, null);

    private static object Compute<T>(BinaryOperator @operator, T left, T right)
        where T : INumber<T> => @operator switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Equal => left == right,
            BinaryOperator.NotEqual => left != right,
            BinaryOperator.Less => left < right,
            BinaryOperator.LessOrEqual => left <= right,
            BinaryOperator.Greater => left > right,
            _ => left >= right,
        };

    private static bool OfTruth(BinaryOperator @operator, SourceSpan span, bool left, bool right) => @operator switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        _ => throw new ScriptRuntimeException(span, $"The operator `{@operator.Symbol()}` is not valid for bool<->bool"),
    };

    private static object OfOthers(BinaryOperator @operator, SourceSpan span, object left, object right)
    {
        return (@operator, left, right) switch
        {
            (BinaryOperator.Subtract, DateTime from, DateTime to) => from - to,
            (not BinaryOperator.Add, DateTime first, DateTime second) => Holds(@operator, first.CompareTo(second)),
            (BinaryOperator.Add, DateTime date, TimeSpan time) => date + time,
            (_, DateTime, DateTime) => throw Unsupported("DateTime"),
            (_, DateTime, TimeSpan) => throw Unsupported("between <DateTime> and <TimeSpan>"),
            (BinaryOperator.Equal, _, _) => left.Equals(right),
            (BinaryOperator.NotEqual, _, _) => !left.Equals(right),
            _ => throw new ScriptRuntimeException(
                span, $"Unsupported types `{left}/{TypeNames.Of(left)}` {@operator.Symbol()} `{right}/{TypeNames.Of(right)}` for binary operation"),
        };

        ScriptRuntimeException Unsupported(string types) => new(span, $"The operator `{@operator.MethodName()}` is not supported for {types}");
    }

    private static bool Holds(BinaryOperator @operator, int comparison) => @operator switch
    {
        BinaryOperator.Equal => comparison == 0,
        BinaryOperator.NotEqual => comparison != 0,
        BinaryOperator.Less => comparison < 0,
        BinaryOperator.LessOrEqual => comparison <= 0,
        BinaryOperator.Greater => comparison > 0,
        _ => comparison >= 0,
    };
}

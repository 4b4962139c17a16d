using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <content>Expressions.</content>
internal sealed partial class Interpreter
{
    private object? Evaluate(Expression expression)
    {
        ProtectStack(expression.Span);
        return expression switch
        {
            LiteralExpression literal => literal.Value,
            VariableExpression variable => Called(variable, Read(variable), variable.Name),
            MemberExpression member => Called(member, Read(member), member.Span.In(member.Source)),
            NestedExpression nested => Evaluate(nested.Inner),
            BinaryExpression binary => Evaluate(binary),
            CallExpression call => Call(call, []),
            PipeExpression pipe => EvaluatePipe(pipe),
            _ => throw new InvalidOperationException($"No expression: {expression.GetType()}"),
        };
    }

    private object? Evaluate(BinaryExpression binary)
    {
        var left = Evaluate(binary.Left);
        if (binary.Operator == BinaryOperator.Or)
            return ValueConversion.ToBool(left) || ValueConversion.ToBool(Evaluate(binary.Right));
        var right = Evaluate(binary.Right);
        if (binary.Operator == BinaryOperator.Coalesce)
            return left ?? right;
        return Guarded<object?>(binary.OperatorSpan, () => _comparison.Evaluate(binary, left, right));
    }

    private object? Read(VariableExpression variable)
    {
        var found = context.Scopes.TryGet(variable, out var value);
        if (value is RefusedBuiltin)
            throw new ScriptRuntimeException(variable.Span, $"`{variable.Name}` is no variable, and the built-in `{variable.Name}` is not supported by this stand-in of Scriban.");
        if (!found && context.StrictVariables)
            throw new ScriptRuntimeException(variable.Span, $"The variable or function `{variable.Name}` was not found");
        return value;
    }

    private object? Read(MemberExpression member)
    {
        var target = Evaluate(member.Target) ?? throw NullTarget(member);
        try
        {
            return _members.Read(target, member.Member, member.MemberSpan);
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(member.Span, $"Unexpected exception while accessing target expression: {error.Message}", error);
        }
    }

    private ScriptRuntimeException NullTarget(MemberExpression member) => new(member.MemberSpan, context.EnableRelaxedMemberAccess
        ? $"Cannot get the member {member.Span.In(member.Source)} for a null object."
        : $"Object `{member.Target.Span.In(member.Source)}` is null. Cannot access member: {member.Span.In(member.Source)}");

    /// <summary>Does something that runs code of others, and says where the template was when it fails.</summary>
    private static T Guarded<T>(SourceSpan span, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, error.Message, error);
        }
    }
}

using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <content>Calls of functions.</content>
internal sealed partial class Interpreter
{
    /// <summary>The value of a name: functions are called even without arguments.</summary>
    private object? Called(Expression expression, object? value, string text) =>
        value is Function function ? Invoke(function, expression.Span, text, []) : value;

    private object? EvaluatePipe(PipeExpression pipe) => Call(pipe.To, [pipe.From]);

    private object? Call(CallExpression call, IReadOnlyList<Expression> piped)
    {
        var target = call.Target switch
        {
            VariableExpression variable => Read(variable),
            MemberExpression member => Read(member),
            var other => Evaluate(other),
        };
        var targetText = call.Target.Span.In(call.Source);
        if (target is null)
            throw new ScriptRuntimeException(call.Target.Span, $"The function `{targetText}` was not found");
        if (target is not Function function)
            throw NoFunction(call, target, isPiped: piped.Count > 0);
        return Invoke(function, call.Span, call.Span.In(call.Source), [.. piped, .. call.Arguments]);
    }

    private static ScriptRuntimeException NoFunction(CallExpression call, object target, bool isPiped) =>
        new(call.Span, isPiped
            ? $"Pipe expression destination `{call.Target.Span.In(call.Source)}` is not a valid function "
            : $"Invalid target function `{target}` ({TypeNames.Of(target)})");

    private object? Invoke(Function function, SourceSpan span, string text, IReadOnlyList<Expression> arguments)
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Argument(function, span, i, arguments[i]);
        RefuseTooFew(function, span, text, values.Length);

        EnterCall(span, text);
        try
        {
            return function.Invoke(this, span, text, values);
        }
        catch (Exception error) when (error is not ScriptRuntimeException)
        {
            throw Failed(function, span, arguments, error);
        }
        finally
        {
            ExitCall();
        }
    }

    private object? Argument(Function function, SourceSpan callSpan, int index, Expression expression)
    {
        if (index >= function.MaximumCount)
            throw new ScriptRuntimeException(callSpan, $"Argument index must be < {function.MaximumCount} (Parameter 'index')");
        var value = Evaluate(expression);
        var span = expression is PipeExpression pipe ? pipe.To.Span : expression.Span;
        return Guarded(span, () => context.Conversion.To(span, value, function.ParameterType(index)));
    }

    private static void RefuseTooFew(Function function, SourceSpan span, string text, int count)
    {
        if (count >= function.RequiredCount)
            return;
        var after = span.End.NextColumn();
        throw new ScriptRuntimeException(
            new SourceSpan(span.FileName, after, after),
            $"Invalid number of arguments `{count}` passed to `{text}` while expecting `{function.RequiredCount}` arguments");
    }

    /// <summary>Says which argument was wrong when the function says so.</summary>
    private static ScriptRuntimeException Failed(Function function, SourceSpan span, IReadOnlyList<Expression> arguments, Exception error)
    {
        var index = error is ArgumentException { ParamName: { } name } ? function.IndexOf(name) : -1;
        var culprit = index >= 0 && index < arguments.Count ? arguments[index].Span : span;
        return new ScriptRuntimeException(culprit, error.Message, error);
    }
}

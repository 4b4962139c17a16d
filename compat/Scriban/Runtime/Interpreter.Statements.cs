using System.Collections;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <content>Statements.</content>
internal sealed partial class Interpreter
{
    private void Run(BlockStatement block)
    {
        ProtectStack(block.Span);
        var output = context.Output;
        var indentBefore = output.Indent;
        try
        {
            foreach (var statement in block.Statements)
            {
                context.ThrowIfCancelled(statement.Span);
                Run(statement, indentBefore);
            }
        }
        finally
        {
            output.Indent = indentBefore;
        }
    }

    private void Run(Statement statement, string? indentOfBlock)
    {
        switch (statement)
        {
            case TextStatement text:
                context.Output.Write(text.Text);
                break;
            case CodeEnterStatement enter:
                context.Output.Indent = context.AutoIndent ? enter.Indent : indentOfBlock;
                break;
            case CodeExitStatement:
                context.Output.Indent = indentOfBlock;
                break;
            case ExpressionStatement print:
                Print(print.Expression);
                break;
            case AssignStatement assignment:
                context.Scopes.Set(assignment.Target, Evaluate(assignment.Value));
                break;
            case IfStatement branches:
                Run(branches);
                break;
            case ForStatement loop:
                Run(loop);
                break;
            default:
                throw new InvalidOperationException($"No statement: {statement.GetType()}");
        }
    }

    private void Print(Expression expression)
    {
        var value = Evaluate(expression);
        if (Guarded(expression.Span, () => context.ValueText.Of(value)) is { } text)
            context.Output.Write(text);
    }

    private void Run(IfStatement statement)
    {
        var branch = statement.Branches.FirstOrDefault(candidate => ValueConversion.ToBool(Evaluate(candidate.Condition)));
        if ((branch?.Body ?? statement.Else) is { } body)
            Run(body);
    }

    private void Run(ForStatement statement)
    {
        context.LoopBudget.Enter();
        try
        {
            if (Evaluate(statement.Sequence) is { } sequence)
                RunOver(sequence, statement);
        }
        finally
        {
            context.LoopBudget.Exit();
        }
    }

    private void RunOver(object sequence, ForStatement statement)
    {
        if (sequence is not IEnumerable values)
            throw new ScriptRuntimeException(statement.Sequence.Span, $"Unexpected type `{sequence.GetType()}` for iterator");

        using var loop = new LoopScope(statement.Variable, values.GetEnumerator());
        context.Scopes.Enter(loop);
        try
        {
            while (Guarded(statement.Sequence.Span, loop.MoveNext))
            {
                context.LoopBudget.Step(statement.Span, "loop statement");
                Run(statement.Body);
            }
        }
        finally
        {
            context.Scopes.ExitLoop();
        }
    }
}

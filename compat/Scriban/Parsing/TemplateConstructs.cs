using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Lists what of the template language a template uses, and all that the stand-in supports.</summary>
internal static class TemplateConstructs
{
    /// <summary>All that the stand-in supports, sorted by name.</summary>
    public static readonly IReadOnlyList<string> Supported =
    [
        .. new[]
        {
            Construct.GreedyWhitespace, Construct.LineWhitespace, Construct.Comment, Construct.Semicolon, Construct.Assignment,
            Construct.If, Construct.ElseIf, Construct.Else, Construct.For, Construct.String, Construct.Integer,
            Construct.Variable, Construct.Member, Construct.Parentheses, Construct.Call, Construct.Pipe,
        }
        .Concat(BinaryOperators.AllSymbols.Select(symbol => $"operator {symbol}"))
        .Concat(Builtins.Supported)
        .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a template uses, sorted by name.</summary>
    /// <param name="text">The template.</param>
    /// <param name="sourceFilePath">Its name, as messages show it.</param>
    /// <exception cref="ArgumentException">The template has errors; the message lists them.</exception>
    public static IReadOnlyList<string> UsedBy(string text, string sourceFilePath)
    {
        var parsed = Parser.Parse(text, sourceFilePath, ParserOptions.Default);
        if (parsed.Messages.HasErrors)
            throw new ArgumentException($"The template has errors:\n{parsed.Messages}", nameof(text));
        return [.. parsed.Constructs.Order(StringComparer.Ordinal)];
    }
}

using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Names of the parts of the language that the stand-in knows.</summary>
internal static class Construct
{
    public const string GreedyWhitespace = "whitespace -";
    public const string LineWhitespace = "whitespace ~";
    public const string Comment = "comment #";
    public const string Semicolon = "statement ;";
    public const string Assignment = "assignment";
    public const string If = "if";
    public const string ElseIf = "else if";
    public const string Else = "else";
    public const string For = "for";
    public const string String = "string literal";
    public const string Integer = "integer literal";
    public const string Variable = "variable";
    public const string Member = "member access";
    public const string Parentheses = "parentheses";
    public const string Call = "function call";
    public const string Pipe = "pipe";

    public static string Operator(BinaryOperator @operator) => $"operator {@operator.Symbol()}";
}

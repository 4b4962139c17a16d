using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Names of the parts of the language that the stand-in knows.</summary>
internal static class Construct
{
    public const string EscapeBlock = "escape block";
    public const string GreedyWhitespace = "whitespace -";
    public const string LineWhitespace = "whitespace ~";
    public const string Comment = "comment #";
    public const string BlockComment = "comment ##";
    public const string Semicolon = "statement ;";
    public const string Assignment = "assignment";
    public const string If = "if";
    public const string ElseIf = "else if";
    public const string Else = "else";
    public const string For = "for";
    public const string ForElse = "for else";
    public const string String = "string literal";
    public const string Integer = "integer literal";
    public const string Float = "float literal";
    public const string True = "true";
    public const string False = "false";
    public const string Null = "null";
    public const string Variable = "variable";
    public const string Member = "member access";
    public const string Parentheses = "parentheses";
    public const string Not = "operator !";
    public const string Call = "function call";
    public const string Pipe = "pipe";
    public const string PipeOverLines = "pipe over lines";

    public static readonly IReadOnlyList<string> LoopVariables = ["index", "first", "last"];

    public static string Operator(BinaryOperator @operator) => $"operator {@operator.Symbol()}";

    public static string LoopVariable(string member) => $"for.{member}";
}

namespace Scriban.Parsing;

/// <summary>What messages call a construct and how it is written.</summary>
internal sealed record SyntaxForm(string Name, string Example)
{
    public static readonly SyntaxForm Page = new("ScriptPage", "...");
    public static readonly SyntaxForm If = new("if statement", "if <expression> ... end|else|else if");
    public static readonly SyntaxForm Else = new("else statement", "else | else if <expression> ... end|else|else if");
    public static readonly SyntaxForm For = new("for statement", "for <variable> in <expression> ... end");
    public static readonly SyntaxForm Assign = new("assign expression", "<target_expression> = <value_expression>");
    public static readonly SyntaxForm Pipe = new("pipe expression", "<expression> | <expression>");
    public static readonly SyntaxForm Binary = new("binary expression", "<expression> operator <expression>");
    public static readonly SyntaxForm Nested = new("nested expression", "(<expression>)");

    /// <summary>A block that the stand-in refuses but reads on through, to find the errors in it.</summary>
    public static SyntaxForm Refused(string keyword) => new($"{keyword} statement", $"{keyword} ... end");

    public string Failed(string reason) => $"Error while parsing {Name}: {reason} in: {Example}";
}

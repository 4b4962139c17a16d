namespace Scriban.Parsing;

/// <summary>The smallest piece of a template that means something.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Value">The value of a string; what an unsupported literal is called.</param>
internal readonly record struct Token(TokenType Type, SourceSpan Span, string Text, string? Value = null)
{
    public bool Is(string symbol) => Type == TokenType.Operator && Text == symbol;

    public bool IsWord(string word) => Type == TokenType.Identifier && Text == word;

    /// <summary>Whether a statement is over before this token.</summary>
    public bool EndsStatement => Type is TokenType.NewLine or TokenType.CodeExit or TokenType.End || Is(";");

    /// <summary>The text with control characters made visible.</summary>
    public string ForMessage() => EscapedText.Of(Text);
}

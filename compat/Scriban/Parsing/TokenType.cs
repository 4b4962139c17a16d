namespace Scriban.Parsing;

/// <summary>What a token is.</summary>
internal enum TokenType
{
    /// <summary>Text outside code, or inside an escape block.</summary>
    Text,
    CodeEnter,
    CodeExit,
    EscapeEnter,
    EscapeExit,
    NewLine,
    Comment,
    Identifier,

    /// <summary><c>$name</c>, which the stand-in refuses.</summary>
    LocalVariable,
    Integer,
    Float,
    String,

    /// <summary>A literal that the stand-in refuses.</summary>
    UnsupportedLiteral,
    Operator,
    Invalid,
    End,
}

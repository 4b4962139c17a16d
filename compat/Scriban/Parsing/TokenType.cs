namespace Scriban.Parsing;

/// <summary>What a token is.</summary>
internal enum TokenType
{
    /// <summary>Text outside code.</summary>
    Text,
    CodeEnter,
    CodeExit,

    /// <summary><c>{%{ text }%}</c>, which the stand-in refuses.</summary>
    EscapeBlock,
    NewLine,
    Comment,
    Identifier,

    /// <summary><c>$name</c>, which the stand-in refuses.</summary>
    LocalVariable,
    Integer,
    String,

    /// <summary>A literal that the stand-in refuses.</summary>
    UnsupportedLiteral,
    Operator,
    Invalid,
    End,
}

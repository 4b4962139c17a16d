namespace Compat.Scriban.Tests;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("2147483648", "2147483648")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    public void Whole_numbers(string literal, string expected) => Rendering.Render($"{{{{ {literal} }}}}").ShouldBe(expected);

    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("\"a\"", "a")]
    [InlineData("'\"'", "\"")]
    [InlineData("\"a\nb\"", "a\nb")]
    [InlineData(@"'\'\""\\\b\f\n\r\t\v\0'", "'\"\\\b\f\n\r\t\v\0")]
    [InlineData(@"'\u00e9\x41'", "éA")]
    public void Strings_have_either_quote_and_escapes(string literal, string expected) => Rendering.Render($"{{{{ {literal} }}}}").ShouldBe(expected);
}

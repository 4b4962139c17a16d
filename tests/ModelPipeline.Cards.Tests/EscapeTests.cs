namespace ModelPipeline.Cards.Tests;

public sealed class EscapeTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain text, 1.5%; (a) 'b' \"c\"", "plain text, 1.5%; (a) 'b' \"c\"")]
    [InlineData("a_b*c`d|e~f", @"a\_b\*c\`d\|e\~f")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("[x](y)", @"\[x\](y)")]
    [InlineData("# C# $5!", @"\# C\# \$5\!")]
    [InlineData("a<b>&c", "a&lt;b&gt;&amp;c")]
    [InlineData("eve@evil.example", "eve@<!-- -->evil.example")]
    [InlineData("@acme", "@<!-- -->acme")]
    [InlineData("acme/churn#12", @"acme/churn\#<!-- -->12")]
    [InlineData("see https://x.example: yes", "see https<!-- -->://x.example: yes")]
    [InlineData("HTTP://x ftp://y", "HTTP<!-- -->://x ftp<!-- -->://y")]
    [InlineData("www.x.example", "www<!-- -->.x.example")]
    [InlineData("a:b ratio 1:2", "a:b ratio 1:2")]
    [InlineData("two\nlines\r\nand\rmore\u2028still", "two lines and more still")]
    [InlineData("a\tb", "a b")]
    [InlineData("  padded  ", "padded")]
    [InlineData("a\0b\u001bc", @"a\\u0000b\\u001bc")]
    [InlineData("\u202Ea\u200Bb", @"\\u202ea\\u200bb")]
    [InlineData("\uE000", @"\\ue000")]
    [InlineData("日本 🙂 é", "日本 🙂 é")]
    [InlineData("- item", @"\- item")]
    [InlineData("+ item", @"\+ item")]
    [InlineData("---", @"\---")]
    [InlineData("===", @"\===")]
    [InlineData("-", @"\-")]
    [InlineData("-3.2", "-3.2")]
    [InlineData("+5%", "+5%")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("12) item", @"12\) item")]
    [InlineData("1.", @"1\.")]
    [InlineData("1.5", "1.5")]
    [InlineData("2026", "2026")]
    public void Markdown_shows_a_text_as_it_is_written_on_one_line(string? text, string expected) => Escape.Markdown(text).ShouldBe(expected);

    [Fact]
    public void Half_a_character_is_replaced()
    {
        var half = new string('\ud83d', 1);

        Escape.Markdown($"a{half}b").ShouldBe("a\ufffdb");
        Escape.Yaml($"a{half}b").ShouldBe("\"a\ufffdb\"");
    }

    [Theory]
    [InlineData(null, "\"\"")]
    [InlineData("", "\"\"")]
    [InlineData("plain: text # no comment", "\"plain: text # no comment\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\nb\tc", "\"a\\U0000000ab\\U00000009c\"")]
    [InlineData("\u2028\u202e\ufeff", "\"\\U00002028\\U0000202e\\U0000feff\"")]
    [InlineData("日本 🙂", "\"日本 🙂\"")]
    public void Yaml_is_a_quoted_text_on_one_line(string? text, string expected) => Escape.Yaml(text).ShouldBe(expected);

    [Theory]
    [InlineData(":")]
    [InlineData("http:")]
    [InlineData("www.")]
    public void Escaping_takes_time_in_proportion_to_the_text(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length));

        Escape.Markdown(text).Length.ShouldBeGreaterThanOrEqualTo(text.Length);
        Escape.Yaml(text).Length.ShouldBe(text.Length + 2);
    }
}

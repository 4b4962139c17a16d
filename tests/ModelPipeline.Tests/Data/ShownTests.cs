using ModelPipeline.Data;

namespace ModelPipeline.Tests.Data;

public sealed class ShownTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("", "''")]
    [InlineData("a\r\nb\u0000", "'a\\r\\nb\\u{0}'")]
    [InlineData("\u202Eevil", "'\\u{202E}evil'")]
    [InlineData("1234567890123456789012345678901234567890", "'1234567890123456789012345678901234567890'")]
    [InlineData("12345678901234567890123456789012345678901", "'1234567890123456789012345678901234567890…'")]
    public void A_value_is_quoted_escaped_and_cut(string text, string shown) => Shown.Value(text).ShouldBe(shown);

    [Fact]
    public void A_cut_never_halves_a_character() =>
        Shown.Value(string.Concat(Enumerable.Repeat("😀", 41))).ShouldBe("'" + string.Concat(Enumerable.Repeat("😀", 20)) + "…'");

    [Fact]
    public void Of_many_values_ten_are_shown() =>
        Shown.Values([.. Enumerable.Range(0, 12).Select(i => $"{i}")]).ShouldBe("'0', '1', '2', '3', '4', '5', '6', '7', '8', '9' and 2 more");

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(1, "100%")]
    [InlineData(1 / 3.0, "33.3%")]
    [InlineData(0.05, "5%")]
    [InlineData(11 / 7043.0, "0.16%")]
    [InlineData(0.000012, "0.0012%")]
    [InlineData(0.0001, "0.01%")]
    public void A_share_is_a_percentage_with_the_digits_that_matter(double share, string shown) => Shown.Percent(share).ShouldBe(shown);
}

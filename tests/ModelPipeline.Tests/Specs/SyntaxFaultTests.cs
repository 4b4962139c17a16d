namespace ModelPipeline.Tests.Specs;

/// <summary>The usual mistakes in a file's YAML, in words for the one who made them.</summary>
public sealed class SyntaxFaultTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a:\n\tb: 1\n", "2:1")]
    [InlineData("a:\n  b: 1\n  \tc: 1\n", "3:3")]
    [InlineData("a: 1\n\tb: 2\n", "2:1")]
    [InlineData("a:\n  b:\n\t\tc: 1\n", "3:1")]
    [InlineData("a:\n\t- x\n", "2:1")]
    public void A_tab_in_the_indentation(string yaml, string place) =>
        ShouldBe(yaml, $"{place}: not valid YAML: a tab: YAML is indented with spaces");

    [Theory]
    [InlineData("a: 1\n  b: 2\n", "2:3", 2, 0)]
    [InlineData("a:\n  b: 1\n   c: 2\n", "3:4", 3, 2)]
    [InlineData("a:\n  b: 1\n c: 2\n", "3:2", 1, 2)]
    [InlineData("a:\n  b:\n    c: 1\n   d: 2\n", "4:4", 3, 4)]
    [InlineData("a:\r\n    b: 1\r\n\r\n  # why\r\n  c: 2\r\n", "5:3", 2, 4)]
    [InlineData("a:\n  - b\n - c\n", "3:2", 1, 2)]
    [InlineData("a: \"x\"\n b: 2\n", "2:2", 1, 0)]
    [InlineData(" a: 1\nb: 2\n", "2:1", 0, 1)]
    public void A_line_that_is_indented_unlike_its_neighbours(string yaml, string place, int spaces, int before) =>
        ShouldBe(yaml, $"{place}: not valid YAML: this line begins after {spaces} spaces, the one before after {before}: keys of one section are indented alike");

    [Theory]
    [InlineData("a:1\nb: 2\n", "1:2")]
    [InlineData("a: 1\nb:2\nc: 3\n", "2:2")]
    [InlineData("a:\n  b:1\n  c: 2\n", "2:4")]
    [InlineData("a:\n  b: 1\n  c:2\n", "3:4")]
    public void A_colon_without_a_space(string yaml, string place) =>
        ShouldBe(yaml, $"{place}: not valid YAML: a space is missing after this colon");

    [Theory]
    [InlineData("a\nb: 1\n", "1:1")]
    [InlineData("a: 1\nb\nc: 2\n", "2:1")]
    [InlineData("a:\n  b: 1\n  c\n", "3:3")]
    public void A_line_without_a_colon(string yaml, string place) =>
        ShouldBe(yaml, $"{place}: not valid YAML: this line has no colon: write a key, a colon, a space and the value");

    [Theory]
    [InlineData("a: b: c\n", "1:5")]
    [InlineData("a:\n  b: it's: so\n", "2:10")]
    public void A_second_colon(string yaml, string place) =>
        ShouldBe(yaml, $"{place}: not valid YAML: a second colon in this line: put the value in quotes, or begin a new line after the first colon");

    [Theory]
    [InlineData("a: 'x\nb: 2\n", "1:4")]
    [InlineData("a: \"x\nb: 2\n", "1:4")]
    [InlineData("a: \"x\nb: \"y\"\n", "1:4")]
    public void A_quote_that_is_not_closed(string yaml, string place) => ShouldBe(yaml, $"{place}: not valid YAML: this quote is not closed");

    [Theory]
    [InlineData("a: 'x\nb: 'y'\n", "2:5")]
    [InlineData("a: \"x\" y\n", "1:8")]
    public void A_text_after_a_quote(string yaml, string place) =>
        ShouldBe(yaml, $"{place}: not valid YAML: text after a closing quote: a quote is missing, or there is one too many");

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n", "1:4")]
    [InlineData("a: {b: 1\nc: 3\n", "1:4")]
    [InlineData("a: { b: 1\nc: {d: 2}\n", "1:4")]
    [InlineData("a: [1, 2\n", "1:4")]
    [InlineData("a:\n  b: [x, y\n  c: z\nd:\n  e: f\n", "2:6")]
    public void A_bracket_that_is_not_closed(string yaml, string place) => ShouldBe(yaml, $"{place}: not valid YAML: this bracket is not closed");

    [Theory]
    [InlineData("a: [1, 2}\nb: 3\n", "1:9: not valid YAML: a comma or the end of the bracket from column 4 is missing before this")]
    [InlineData("a: {b: c: d}\n", "1:9: not valid YAML: a comma or the end of the bracket from column 4 is missing before this")]
    [InlineData("a: [1, 2]]\nb: 1\n", "1:10: not valid YAML: no bracket is open that this ']' closes")]
    [InlineData("a: {b: 1}}\n", "1:10: not valid YAML: no bracket is open that this '}' closes")]
    public void Brackets_that_do_not_match(string yaml, string fault) => ShouldBe(yaml, fault);

    private void ShouldBe(string yaml, string fault) => SpecFolder.FaultsOf(_folder.Read(yaml)).ShouldBe([fault]);
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Reporting;

namespace ModelPipeline.Tests.Reporting;

public sealed class MarkdownCutTests
{
    private const string Notice = "**more**";

    private static readonly string[] Lines =
    [
        "", "text", "| a | b |", "| --- | --- |", "🙂🙂🙂🙂🙂🙂", "<details><summary>x</summary>", "</details>", "```", "```text", "<!-- a", "-->", "<!-- a --> b", "- item & é",
    ];

    [Fact]
    public void A_text_that_fits_is_left_as_it_is() => Cut("a\nb\n", 4).ShouldBe("a\nb\n");

    [Fact]
    public void Whole_lines_are_kept_and_the_notice_says_that_there_is_more() => Cut("| a |\n| b |\n| c |\n", 17).ShouldBe("| a |\n\n**more**\n");

    [Fact]
    public void A_line_longer_than_there_is_room_is_left_out_whole() => Cut(new string('x', 100), 20).ShouldBe("\n**more**\n");

    [Fact]
    public void A_fold_that_is_open_is_closed() =>
        Cut("<details><summary>a</summary>\nb\n" + new string('c', 100) + "\n</details>\n", 60).ShouldBe("<details><summary>a</summary>\nb\n</details>\n\n**more**\n");

    [Theory]
    [InlineData("a\n```\nb\nc\n")]
    [InlineData("a\n<!-- b\nc\nd\n")]
    public void What_is_inside_of_code_or_a_comment_is_left_out_with_it(string text) => Cut(text + new string('d', 100), 30).ShouldBe("a\n\n**more**\n");

    [Fact]
    public void Bytes_count_where_a_host_counts_bytes() =>
        MarkdownCut.To("é\né\né\né\né\né\né\n", 17, Notice, Encoding.UTF8.GetByteCount).ShouldBe("é\né\n\n**more**\n");

    [Fact]
    public void Where_there_is_no_room_for_the_notice_there_is_nothing() => Cut("some text\nof lines\n", 5).ShouldBe("");

    [Fact]
    public void Any_text_is_cut_to_the_limit_at_a_lines_end_with_every_fold_closed() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements(Lines).ListOf().Select(lines => string.Join('\n', lines) + "\n").ToArbitrary(),
            Gen.Choose(12, 120).ToArbitrary(),
            (text, limit) =>
            {
                var cut = Cut(text, limit);
                if (cut == text)
                    return text.Length <= limit;
                var kept = cut[..cut.LastIndexOf($"\n{Notice}", StringComparison.Ordinal)];
                while (kept.EndsWith("</details>\n", StringComparison.Ordinal) && !text.StartsWith(kept, StringComparison.Ordinal))
                    kept = kept[..^"</details>\n".Length];
                return cut.Length <= limit
                    && text.StartsWith(kept, StringComparison.Ordinal)
                    && (kept.Length == 0 || kept[^1] == '\n')
                    && cut.Split("<details>").Length <= cut.Split("</details>").Length;
            }));

    private static string Cut(string text, int limit) => MarkdownCut.To(text, limit, Notice, part => part.Length);
}

using ModelPipeline.Registry;

namespace ModelPipeline.Tests.Registry;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("0.0.0", 0, 0, 0)]
    [InlineData("1.2.3", 1, 2, 3)]
    [InlineData("10.20.30", 10, 20, 30)]
    [InlineData("2147483647.0.0", int.MaxValue, 0, 0)]
    public void A_version_reads_back_as_it_is_written(string text, int major, int minor, int patch)
    {
        SemanticVersion.TryParse(text, out var version).ShouldBeTrue();

        version.ShouldBe(new SemanticVersion(major, minor, patch));
        version.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("1..3")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.3-beta")]
    [InlineData("1.2.3+4")]
    [InlineData(" 1.2.3")]
    [InlineData("1.2.3\n")]
    [InlineData("-1.2.3")]
    [InlineData("+1.2.3")]
    [InlineData("01.2.3")]
    [InlineData("1.02.3")]
    [InlineData("1.2.00")]
    [InlineData("2147483648.0.0")]
    [InlineData("1.٢.3")]
    public void Anything_else_is_no_version(string? text)
    {
        SemanticVersion.TryParse(text, out var version).ShouldBeFalse();

        version.ShouldBe(default);
    }

    [Theory]
    [InlineData("1.9.0", "1.10.0")]
    [InlineData("1.9.9", "2.0.0")]
    [InlineData("1.2.3", "1.2.4")]
    [InlineData("0.9.99", "0.10.0")]
    public void Versions_are_ordered_by_number_not_by_text(string older, string newer)
    {
        SemanticVersion.TryParse(older, out var left).ShouldBeTrue();
        SemanticVersion.TryParse(newer, out var right).ShouldBeTrue();

        (left < right).ShouldBeTrue();
        (left <= right).ShouldBeTrue();
        (right > left).ShouldBeTrue();
        (right >= left).ShouldBeTrue();
        (right < left).ShouldBeFalse();
        (left >= right).ShouldBeFalse();
        left.CompareTo(right).ShouldBeNegative();
        left.CompareTo(left).ShouldBe(0);
    }
}

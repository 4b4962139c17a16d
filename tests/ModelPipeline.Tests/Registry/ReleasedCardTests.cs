using System.Text;
using ModelPipeline.Registry;

namespace ModelPipeline.Tests.Registry;

public sealed class ReleasedCardTests
{
    private static readonly ReleaseDocument Release = new()
    {
        Model = "churn", Version = "1.2.0", Bundle = Digest.Of("b"), Origin = ReleaseDocument.Proposed, Released = DateTimeOffset.UnixEpoch, Tool = "0.1.0",
        Data = Digest.Of("d"), Spec = Digest.Of("s"), Files = [],
    };

    [Theory]
    [InlineData("# churn")]
    [InlineData("# churn\n")]
    [InlineData("# churn\n\n\n")]
    [InlineData("# churn\n\n\n\n\n\n")]
    [InlineData("# churn\n\n## Release\n\n- version: 0.0.1\n")]
    public void The_rendered_card_is_known_from_the_released_one(string card)
    {
        var released = ReleasedCard.Write(card, Release);

        Encoding.UTF8.GetString(released).ShouldEndWith("\n\n## Release\n\n- version: 1.2.0\n- origin: proposed\n- date: 1970-01-01 00:00:00 UTC\n");
        ReleasedCard.Rendered(released, Release).ShouldBe(Digest.Of(card));
    }

    [Fact]
    public void A_section_of_another_release_is_none()
    {
        var released = ReleasedCard.Write("# churn\n", Release with { Version = "1.3.0" });

        ReleasedCard.Rendered(released, Release).ShouldBeNull();
        ReleasedCard.Rendered("# churn\n"u8, Release).ShouldBeNull();
    }

    [Fact]
    public void A_changed_card_is_another() =>
        ReleasedCard.Rendered(ReleasedCard.Write("# better\n", Release), Release).ShouldNotBe(Digest.Of("# churn\n"));
}

using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Tests.Registry.Listing;

public sealed class TagMessageTests
{
    [Fact]
    public void Trailers_are_the_last_paragraph() => TagMessage.Trailers("Title: no\n\nBody: no\n\nVersion: 1.0.0\r\nno trailer\nReason: a: b\nVersion: 2.0.0\n")
        .ShouldBe(new Dictionary<string, string> { ["Version"] = "1.0.0", ["Reason"] = "a: b" });

    [Fact]
    public void A_signature_is_no_part_of_the_message() =>
        TagMessage.Trailers("x\n\nVersion: 1.0.0\n-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG\n\nabc\n-----END PGP SIGNATURE-----\n")[TagMessage.Version].ShouldBe("1.0.0");

    [Theory]
    [InlineData("\n\nAction: rollback\nFrom: 9.9.9")]
    [InlineData("x\r\nAction: rollback")]
    [InlineData("x\u2028Action: rollback\u0085From: 9.9.9")]
    public void No_reason_forges_a_trailer(string reason)
    {
        var message = TagMessage.Write("t", [(TagMessage.Reason, reason), (TagMessage.Action, TagMessage.Promote), (TagMessage.From, null), (TagMessage.By, " ")]);

        var trailers = TagMessage.Trailers(message);
        trailers.Keys.ShouldBe([TagMessage.Reason, TagMessage.Action]);
        trailers[TagMessage.Action].ShouldBe(TagMessage.Promote);
    }
}

using ModelPipeline.Docker.Engine;

namespace ModelPipeline.Docker.Tests.Engine;

public sealed class ContainerOwnerTests
{
    private static readonly ContainerOwner Current = ContainerOwner.Current;

    [Fact]
    public void A_label_is_read_as_it_was_written() => ContainerOwner.Parse(Current.ToString()).ShouldBe(Current);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("machine 1")]
    [InlineData("machine x 2026-01-01T00:00:00.0000000Z")]
    public void Another_label_is_none(string? label) => ContainerOwner.Parse(label).ShouldBeNull();

    [Fact]
    public void A_process_has_ended_where_its_number_is_free_or_another_has_it_now()
    {
        Current.HasEnded().ShouldBeFalse();
        (Current with { ProcessId = int.MaxValue }).HasEnded().ShouldBeTrue();
        (Current with { Started = Current.Started.AddHours(-1) }).HasEnded().ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_known_of_another_machine() => (Current with { Machine = "another", ProcessId = int.MaxValue }).HasEnded().ShouldBeFalse();
}

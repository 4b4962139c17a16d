using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>The end of a process at one of its requests.</summary>
/// <param name="At">Which request of the process, from 1.</param>
/// <param name="Fault">What becomes of the request.</param>
internal sealed record Kill(int At, Fault Fault)
{
    /// <summary>
    /// Every state that a killed process can leave behind, once: nothing done, each change done and not known of, each upload broken off. To be killed before a
    /// change or at a read leaves what the change before it left: of those, every tenth.
    /// </summary>
    /// <param name="requests">What a process asks that is not killed.</param>
    public static IReadOnlyList<Kill> Of(IReadOnlyList<FakeRequest> requests) =>
    [
        .. requests.SelectMany((request, number) => Faults(request, number).Select(fault => new Kill(number + 1, fault))),
    ];

    private static IEnumerable<Fault> Faults(FakeRequest request, int number)
    {
        if (number % 10 == 0)
            yield return Fault.DropBefore;
        if (request.IsMutating)
            yield return Fault.DropAfter;
        if (request.Server == "uploads")
            yield return Fault.LeaveStarter;
    }
}

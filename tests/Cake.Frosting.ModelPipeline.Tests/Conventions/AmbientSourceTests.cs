using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ModelPipeline;

namespace Cake.Frosting.ModelPipeline.Tests.Conventions;

public sealed class AmbientSourceTests
{
    private static readonly string[] Banned =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System",
        "System.Diagnostics.Stopwatch.StartNew", "System.Diagnostics.Stopwatch.GetTimestamp",
        "System.Random..ctor", "System.Random.get_Shared", "System.Guid.NewGuid",
        "System.Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariables", "System.Environment.get_MachineName",
        "System.Environment.get_UserName", "System.Environment.get_CurrentDirectory", "System.Environment.get_ProcessorCount",
    ];

    [Fact]
    public void Nothing_in_the_domain_reads_the_clock_the_environment_or_a_random_number_by_itself() =>
        MembersUsedBy(typeof(Digest).Assembly.Location).Intersect(Banned).ShouldBeEmpty();

    [Fact]
    public void The_look_up_sees_what_an_assembly_uses() =>
        MembersUsedBy(typeof(Digest).Assembly.Location).ShouldContain("System.TimeProvider.GetUtcNow");

    private static List<string> MembersUsedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.MemberReferences
                .Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"),
        ];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}

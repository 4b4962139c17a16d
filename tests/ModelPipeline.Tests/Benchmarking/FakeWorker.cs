using ModelPipeline.Processes;

namespace ModelPipeline.Tests.Benchmarking;

/// <summary>Programs that stand in for a worker. The worker's own arguments are <c>$1</c> the protocol, <c>$2</c> the engine, <c>$3</c> the bundle, <c>$4</c> the rows.</summary>
internal static class FakeWorker
{
    public static WorkerCommand Shell(string script)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "there is no /bin/sh");
        return new WorkerCommand("/bin/sh", ["-c", script, "worker"]);
    }

    /// <summary>A worker that keeps to the protocol and says what a test says: of blocks in nanoseconds, of memory in bytes.</summary>
    /// <param name="candidate">What a block takes where the bundle's folder is <c>bundle</c>.</param>
    /// <param name="champion">What a block takes elsewhere.</param>
    /// <param name="candidateBytes">What the candidate's block allocates.</param>
    /// <param name="pinned">Whether the system lets it move to a core.</param>
    public static WorkerCommand Honest(int candidate = 1000, int champion = 1000, int candidateBytes = 800, bool pinned = true) => Shell(
        $$"""
        case "$3" in */bundle) time={{candidate}} bytes={{candidateBytes}};; *) time={{champion}} bytes=800;; esac
        echo hello 1
        while read word rest; do case $word in
          core) echo core {{(pinned ? 1 : 0)}};;
          load) echo load $time $time $time 0;;
          calibrate) echo calibrate 10 $time;;
          block) echo block $time $time $time $bytes;;
          peak) echo peak 50000000;;
        esac; done
        """);
}

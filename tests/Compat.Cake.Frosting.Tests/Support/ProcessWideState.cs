namespace Cake.Frosting.Tests.Support;

/// <summary>Tests of what belongs to the whole process: its working directory, its environment, its terminal.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideState
{
    public const string Name = "process-wide state";
}

namespace Cake.Frosting.Tests.Support;

/// <summary>A task that writes down its name.</summary>
internal abstract class JournalingTask(Journal journal) : FrostingTask
{
    public override void Run(Core.ICakeContext context) => journal.Add(GetType().Name);
}

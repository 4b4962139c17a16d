using Cake.Core;

namespace Cake.Frosting.Tests;

/// <summary>The public task classes of this assembly. Only a host with <see cref="Context"/> can use them.</summary>
public static class EntryAssemblyTasks
{
    public sealed class Context(ICakeContext context) : FrostingContext(context);

    public sealed class Zulu : FrostingTask<Context>;

    public abstract class Abstract : FrostingTask<Context>;

    public sealed class Alpha : AsyncFrostingTask<Context>;

    internal sealed class Internal : FrostingTask<Context>;
}

using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done after each task; it needs no context of its own.</summary>
public abstract class FrostingTaskTeardown : FrostingTaskTeardown<ICakeContext>;

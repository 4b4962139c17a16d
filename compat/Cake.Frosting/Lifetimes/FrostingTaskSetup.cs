using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before each task; it needs no context of its own.</summary>
public abstract class FrostingTaskSetup : FrostingTaskSetup<ICakeContext>;

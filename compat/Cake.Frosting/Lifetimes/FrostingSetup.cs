using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before the first task; it needs no context of its own.</summary>
public abstract class FrostingSetup : FrostingSetup<ICakeContext>;

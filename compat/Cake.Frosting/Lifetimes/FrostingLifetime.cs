using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before the first and after the last task; it needs no context of its own.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;

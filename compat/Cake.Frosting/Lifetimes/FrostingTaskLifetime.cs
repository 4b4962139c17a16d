using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before and after each task; it needs no context of its own.</summary>
public abstract class FrostingTaskLifetime : FrostingTaskLifetime<ICakeContext>;

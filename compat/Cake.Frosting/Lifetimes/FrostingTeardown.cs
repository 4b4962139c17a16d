using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done after the last task; it needs no context of its own.</summary>
public abstract class FrostingTeardown : FrostingTeardown<ICakeContext>;

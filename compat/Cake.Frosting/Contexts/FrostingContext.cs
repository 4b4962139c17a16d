using Cake.Core;

namespace Cake.Frosting;

/// <summary>The default context, and the base of a context of one's own.</summary>
/// <param name="context">The context of the engine, which every member is taken from.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;

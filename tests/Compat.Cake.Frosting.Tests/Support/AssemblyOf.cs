using System.Reflection;

namespace Cake.Frosting.Tests.Support;

/// <summary>An assembly that exports the given types.</summary>
internal sealed class AssemblyOf(params Type[] types) : Assembly
{
    public override Type[] GetExportedTypes() => types;
}

using System.Reflection;

namespace Cake.Frosting.Hosting;

internal static class TaskTypes
{
    public static IEnumerable<Type> In(Assembly assembly) => assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)));
}

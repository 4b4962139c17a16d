using System.Reflection;
using Cake.Core;

namespace Cake.Frosting.Hosting;

/// <summary>What the class of a task says about it.</summary>
internal sealed class TaskShape(Type type)
{
    private static readonly Type[] Bases = [typeof(FrostingTask<>), typeof(AsyncFrostingTask<>)];

    public string Name { get; } = NameOf(type);

    public string? Description { get; } = type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description;

    public bool ContinuesOnError { get; } = type.IsDefined(typeof(ContinueOnErrorAttribute));

    /// <summary>Gets the context of the direct base: behind a base class of one's own, any context will do.</summary>
    public Type ContextType { get; } = IsTaskBase(type.BaseType) ? type.BaseType!.GenericTypeArguments[0] : typeof(ICakeContext);

    public IEnumerable<string> Dependencies => type.GetCustomAttributes<IsDependentOnAttribute>()
        .Select(attribute => NameOfTask(attribute.Task, "dependency"));

    public IEnumerable<string> Dependees => type.GetCustomAttributes<IsDependeeOfAttribute>()
        .Select(attribute => NameOfTask(attribute.Task, "reverse dependency"));

    public bool OverridesRun => Overrides(nameof(FrostingTask.Run)) || Overrides(nameof(AsyncFrostingTask.RunAsync));

    public bool Accepts(IFrostingContext context) => ContextType.IsInstanceOfType(context);

    public bool Overrides(string method)
    {
        var taskBase = TaskBase();
        return type.GetMethods()
            .Where(candidate => candidate.Name == method)
            .Any(candidate => candidate.DeclaringType != taskBase && candidate.GetBaseDefinition().DeclaringType == taskBase);
    }

    private static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;

    private static string NameOfTask(Type type, string role) => type.IsAssignableTo(typeof(IFrostingTask))
        ? NameOf(type)
        : throw new FrostingException($"The {role} '{NameOf(type)}' is not a valid task.");

    private static bool IsTaskBase(Type? candidate) =>
        candidate is { IsConstructedGenericType: true } && Bases.Contains(candidate.GetGenericTypeDefinition());

    private Type TaskBase()
    {
        for (var candidate = type.BaseType; candidate is not null; candidate = candidate.BaseType)
        {
            if (IsTaskBase(candidate))
                return candidate;
        }

        throw new InvalidOperationException(
            $"The task '{Name}' ({type.FullName}) derives from neither {nameof(FrostingTask)} nor {nameof(AsyncFrostingTask)}: derive it from one of them.");
    }
}

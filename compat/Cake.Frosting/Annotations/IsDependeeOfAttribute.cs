namespace Cake.Frosting;

/// <summary>Makes a task run before another one.</summary>
/// <param name="type">The task that runs after.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute
{
    /// <summary>Gets the task that runs after.</summary>
    public Type Task { get; } = type;
}

namespace Cake.Frosting;

/// <summary>Makes a task run after another one.</summary>
/// <param name="type">The task that runs before.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    /// <summary>Gets the task that runs before.</summary>
    public Type Task { get; } = type;
}

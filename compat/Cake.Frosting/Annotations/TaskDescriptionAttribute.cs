namespace Cake.Frosting;

/// <summary>Says what a task does; <c>--description</c> lists it.</summary>
/// <param name="description">The description of the task.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    /// <summary>Gets the description of the task.</summary>
    public string Description { get; } = description;
}

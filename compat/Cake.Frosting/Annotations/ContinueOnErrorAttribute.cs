namespace Cake.Frosting;

/// <summary>Lets the run go on when the task fails. A task with this attribute cannot override <c>OnError</c> as well.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContinueOnErrorAttribute : Attribute;

namespace Docker.DotNet.Models;

/// <summary>Which containers are listed.</summary>
public class ContainersListParameters
{
    /// <summary>Also those that do not run.</summary>
    public bool? All { get; set; }

    /// <summary>For example <c>label</c> with the labels that a container must have.</summary>
    public IDictionary<string, IDictionary<string, bool>> Filters { get; set; }
}

namespace Octokit.Internal;

/// <summary>Writes and reads JSON.</summary>
public interface IJsonSerializer
{
    /// <summary>Writes JSON.</summary>
    /// <param name="item">What to write.</param>
    string Serialize(object item);

    /// <summary>Reads JSON.</summary>
    /// <param name="json">What to read.</param>
    T Deserialize<T>(string json);
}

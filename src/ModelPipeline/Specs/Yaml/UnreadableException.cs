namespace ModelPipeline.Specs.Yaml;

/// <summary>The file breaks a limit, so that reading it stops.</summary>
internal sealed class UnreadableException(Place place, string message) : Exception(message)
{
    public Place Place => place;
}
